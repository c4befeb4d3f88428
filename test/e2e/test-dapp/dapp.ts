import type { BrowserPage, ExtensionBrowser } from "../driver/driver.ts";
import { until } from "../driver/until.ts";
import type { Asked } from "./stand-in.ts";

/** MetaMask's test dapp in a page, pressed and read by the ids of its elements. */
export interface Dapp {
  page: BrowserPage;
  /** Presses a button as soon as it may be pressed: by its id, or a selector that begins with a dot. */
  press(button: string): Promise<void>;
  fill(field: string, text: string): Promise<void>;
  shows(element: string): Promise<string>;
  becomes(element: string, text: RegExp): Promise<void>;
  /** How many requests the page has made so far. */
  count(): Promise<number>;
  /** Requests of that method made after the first `from` ones, once `times` of them are answered. */
  answered(method: string, from: number, times?: number): Promise<Asked[]>;
  /** Every button, named by its id, or its parent's, or its class. */
  buttons(): Promise<string[]>;
}

/** Opens the dapp and waits until it has found Weir. */
export async function openDapp(browser: ExtensionBrowser, url: string): Promise<Dapp> {
  const page = await browser.newPage(url);
  const shows = (element: string): Promise<string> =>
    page.evaluate((id: string) => {
      const found = document.getElementById(id);
      if (!found) throw new Error(`the dapp has no ${id}`);
      return found.textContent;
    }, element);
  const becomes = async (element: string, text: RegExp): Promise<void> => {
    let last = "";
    const fits = async (): Promise<boolean> => {
      last = await shows(element);
      return text.test(last);
    };
    await until(fits, `${element} to show ${text}`).catch((error) => {
      throw new Error(`${(error as Error).message}; it shows: ${last.slice(0, 300)}`);
    });
  };
  await becomes("activeProviderName", /^Weir$/);
  return {
    page,
    shows,
    becomes,
    press: (button) =>
      until(
        () =>
          page.evaluate((of: string) => {
            const selector = of.startsWith(".") ? of : `#${of}`;
            const found = document.querySelector<HTMLButtonElement>(selector);
            if (!found || found.disabled || found.hidden) return false;
            found.click();
            return true;
          }, button),
        `the dapp's ${button} to be usable`,
      ).then(() => undefined),
    fill: (field, text) =>
      page.evaluate(
        (id: string, value: string) => {
          const input = document.getElementById(id) as HTMLInputElement;
          input.value = value;
          input.dispatchEvent(new Event("input"));
          input.dispatchEvent(new Event("change"));
          input.dispatchEvent(new Event("keyup"));
        },
        field,
        text,
      ),
    count: () =>
      page.evaluate(
        () => (JSON.parse(document.getElementById("asked")?.textContent ?? "[]") as unknown[]).length,
      ),
    answered: (method, from, times = 1) =>
      until(async () => {
        const found = await page.evaluate(
          (name: string, skip: number) =>
            (JSON.parse(document.getElementById("asked")?.textContent ?? "[]") as Asked[])
              .slice(skip)
              .filter((each) => each.method === name && ("result" in each || "code" in each)),
          method,
          from,
        );
        return found.length >= times ? found : undefined;
      }, `${times} answers to ${method}`),
    buttons: () =>
      page.evaluate(() =>
        [...document.querySelectorAll("button")].map(
          (each) => each.id || each.parentElement?.id || each.className,
        ),
      ),
  };
}
