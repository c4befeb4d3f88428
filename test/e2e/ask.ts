import type { BrowserPage } from "./driver/driver.ts";
import { until } from "./driver/until.ts";

/** How a request of a page ended: with a result, or with the error's code and message. */
export interface Answer {
  result?: unknown;
  code?: number;
  message?: string;
}

interface Provider {
  request(of: { method: string; params: unknown }): Promise<unknown>;
  on(event: string, listener: (value: unknown) => void): void;
}

let asked = 0;

/**
 * Asks the wallet from any page and returns at once; the function given back waits for the answer. It is kept in the page's
 * document, where a later script finds it: other pages can be driven meanwhile.
 */
export async function ask(
  site: BrowserPage,
  method: string,
  params: unknown = [],
): Promise<() => Promise<Answer>> {
  asked += 1;
  const key = `answer${asked}`;
  await site.evaluate(
    (at: string, name: string, given: unknown) => {
      const keep = (answer: object) => {
        document.documentElement.dataset[at] = JSON.stringify(answer);
      };
      const hear = (event: Event) => {
        const { info, provider } = (event as CustomEvent<{ info: { name: string }; provider: Provider }>)
          .detail;
        if (info.name !== "Weir") return;
        removeEventListener("eip6963:announceProvider", hear);
        provider.request({ method: name, params: given }).then(
          (result) => keep({ result }),
          ({ code, message }) => keep({ code, message }),
        );
      };
      addEventListener("eip6963:announceProvider", hear);
      dispatchEvent(new Event("eip6963:requestProvider"));
    },
    key,
    method,
    params,
  );
  return () =>
    until(
      async () => {
        const text = await site.evaluate((at: string) => document.documentElement.dataset[at] ?? "", key);
        return text === "" ? undefined : (JSON.parse(text) as Answer);
      },
      `the answer to ${method}`,
      60_000,
    );
}

/** Asks and waits for the answer: for what needs nobody's decision. */
export async function answer(site: BrowserPage, method: string, params: unknown = []): Promise<Answer> {
  return (await ask(site, method, params))();
}

/** Asks and waits for a result; an error fails. */
export async function result(site: BrowserPage, method: string, params: unknown = []): Promise<unknown> {
  const given = await answer(site, method, params);
  if (given.code !== undefined) throw new Error(`${method}: ${given.code} ${given.message}`);
  return given.result;
}
