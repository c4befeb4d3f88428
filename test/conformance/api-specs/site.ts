import type { BrowserPage } from "../../e2e/driver/driver.ts";
import { until } from "../../e2e/driver/until.ts";
import { click, has, textOf } from "../../e2e/ui.ts";
import { confirmWindow, confirmWindowGone } from "../../e2e/wallet.ts";
import type { World } from "../../e2e/world.ts";

export interface Answer {
  result?: unknown;
  error?: { code: number; message: string; data?: unknown };
}
export type Decision = "confirm" | "reject";

/** A page that asks the wallet by its provider, with a person at its confirm window. */
export interface AskingSite {
  ask(method: string, params?: unknown): Promise<Answer>;
  /** Asks, and decides in whatever window the wallet opens for it. */
  askAndDecide(method: string, params: unknown, decision: Decision): Promise<Answer>;
  /** Decides in every window that opens until the last thing asked has been answered. */
  decide(decision: Decision): Promise<void>;
}

const finalButtons = /^(Connect|Add|Change|Show|Confirm|Confirm all steps)$/;
/** How long the wallet has what is rare refill by one. */
const refillMs = 5_500;

/** Reads what has to be read first, and presses the button that says yes. */
async function confirm(window: BrowserPage): Promise<void> {
  let shown = "";
  let read = false;
  await until(
    async () => {
      shown = await textOf(window);
      if (!read && (await has(window, "checkbox", /I have read this/, { usable: true }))) {
        await click(window, "checkbox", /I have read this/);
        read = true;
      }
      return has(window, "button", finalButtons, { usable: true });
    },
    "a request that can be confirmed",
    45_000,
  ).catch((error: Error) => {
    throw new Error(`${error.message}; the window shows: ${shown.slice(0, 1_500)}`);
  });
  await click(window, "button", finalButtons);
}

/** Opens a page of this address and gets the provider that Weir announces there. */
export async function openAskingSite({ browser }: World, url: string): Promise<AskingSite> {
  const page = await browser.newPage(url);
  await page.evaluate(() => {
    addEventListener("eip6963:announceProvider", (event) => {
      const { info, provider } = (event as CustomEvent<{ info: { rdns: string }; provider: unknown }>).detail;
      if (info.rdns === "io.github.weir-wallet") Object.assign(globalThis, { weir: provider });
    });
    dispatchEvent(new Event("eip6963:requestProvider"));
  });
  await until(() => page.evaluate(() => "weir" in globalThis), "Weir's provider");

  const send = (method: string, params: unknown): Promise<Answer> =>
    page.evaluate(
      async (name: string, given: unknown) => {
        const { weir } = globalThis as unknown as {
          weir: { request(of: { method: string; params: unknown }): Promise<unknown> };
        };
        try {
          return { result: await weir.request({ method: name, params: given }) };
        } catch (error) {
          const { code, message, data } = error as { code: number; message: string; data?: unknown };
          return { error: { code, message, data } };
        }
      },
      method,
      params,
    );
  let last: Promise<Answer> = Promise.resolve({});
  const ask = (method: string, params: unknown = []): Promise<Answer> => {
    last = send(method, params).then(async (answer) => {
      if (answer.error?.code !== -32005) return answer;
      await new Promise((done) => setTimeout(done, refillMs));
      return send(method, params);
    });
    return last;
  };
  async function decide(decision: Decision): Promise<void> {
    let answered = false;
    const end = last.then(() => {
      answered = true;
    });
    const isOpen = async () => (await browser.pageUrls()).some((one) => one.includes("/confirm.html"));
    while (!answered) {
      if (await isOpen()) {
        const window = await confirmWindow(browser);
        await (decision === "reject" ? click(window, "button", "Reject") : confirm(window));
        await Promise.race([end, confirmWindowGone(browser)]);
      }
      await new Promise((done) => setTimeout(done, 20));
    }
    await confirmWindowGone(browser);
  }
  return {
    ask,
    decide,
    async askAndDecide(method, params, decision) {
      const answer = ask(method, params);
      await decide(decision);
      return answer;
    },
  };
}
