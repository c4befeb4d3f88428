import type { BrowserPage } from "../driver/driver.ts";
import { until } from "../driver/until.ts";
import { choose, click, find, has, screen, see, textOf } from "../ui.ts";
import { confirmReview } from "../wallet.ts";

export type Family =
  | "As Ledger’s own program does"
  | "As most other wallets do (BIP-44)"
  | "As the oldest wallets did";

/** From the pairing page to the list of addresses, through the browser's dialog. */
export async function connectLedger(page: BrowserPage): Promise<void> {
  await screen(page, "Pair a Ledger");
  const button = /^(Choose your Ledger|Connect the Ledger)$/;
  // Pressed again when it brought nothing: seen to be lost right after the screen came, for a reason not found.
  await until(
    async () => {
      if (await has(page, "heading", "Choose addresses")) return true;
      if (await has(page, "button", button, { usable: true })) await click(page, "button", button, 1_000);
      return false;
    },
    "the device's addresses",
    40_000,
  );
}

/** Ticks the address of this number in a family, when it was read from the device. */
export async function tickAddress(page: BrowserPage, number: number, family?: Family): Promise<void> {
  if (family) await choose(page, "Where to look", family);
  await click(page, "checkbox", new RegExp(`^${number} 0x`));
}

/** Pairs and adds the first address; ends on the portfolio. */
export async function pairFirst(page: BrowserPage): Promise<void> {
  await connectLedger(page);
  await tickAddress(page, 1);
  await click(page, "button", "Add 1 account");
  await screen(page, "Portfolio");
}

/** The dialog that leads through a signature. */
export const signDialog = "Sign on your Ledger";

/** Waits until the device is at this point of a signature, as the dialog says it. */
export async function stage(page: BrowserPage, kind: string, timeoutMs = 20_000): Promise<void> {
  const shown = () =>
    page.evaluate(
      () => document.querySelector<HTMLElement>("[data-testid=device-stage]")?.dataset.stage ?? "",
    );
  await until(async () => (await shown()) === kind, `the dialog to say "${kind}"`, timeoutMs).catch(
    async (error) => {
      throw new Error(`${error.message}; it says "${await shown()}": ${(await textOf(page)).slice(0, 900)}`);
    },
  );
}

/** What Weir says that the device will show, without white space: long values are broken into groups. */
export function announced(page: BrowserPage): Promise<string> {
  return page.evaluate(() => {
    const list = document.querySelector<HTMLElement>("[data-testid=device-screens]");
    // biome-ignore lint/performance/useDomNodeTextContent: what is rendered is what a person sees
    return (list?.innerText ?? "").replace(/\s+/g, "");
  });
}

/** The error within the dialog, by its sentence. */
export async function named(page: BrowserPage, sentence: string | RegExp): Promise<void> {
  await find(page, "dialog", signDialog);
  await see(page, sentence);
}

/** Waits until no dialog of the device stands there. */
export async function dialogGone(page: BrowserPage): Promise<void> {
  await until(async () => !(await has(page, "dialog", signDialog)), "the dialog to go");
}

/** From an operation's page that asks again: reviews and confirms. */
export async function confirmAgain(page: BrowserPage): Promise<void> {
  await click(page, "button", /^(Go on|Review and confirm)$/);
  await confirmReview(page);
}
