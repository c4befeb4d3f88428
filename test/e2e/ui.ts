import type { BrowserPage } from "./driver/driver.ts";
import { until } from "./driver/until.ts";

/** What a person looks for: by the role that assistive technology hears, and the name it says. */
export type Role =
  | "button"
  | "textbox"
  | "radio"
  | "checkbox"
  | "combobox"
  | "menuitem"
  | "link"
  | "heading"
  | "dialog"
  | "file";
type Name = string | RegExp;

interface Wanted {
  role: Role;
  name: string;
  flags: string | null;
  usable: boolean;
}

/** Runs in the page: marks the first visible element of that role and name, and gives a selector for it. */
function mark(wanted: Wanted): string | null {
  const kinds: Record<Role, string> = {
    button: "button, summary, [role=button]",
    textbox:
      "textarea, input:not([type]), input[type=text], input[type=password], input[type=url], input[type=search]",
    radio: "input[type=radio]",
    checkbox: "input[type=checkbox]",
    combobox: "select",
    menuitem: "[role=menuitem]",
    link: "a[href]",
    heading: "h1, h2, h3, h4",
    dialog: "dialog[open], [role=dialog]",
    file: "input[type=file]",
  };
  // Only what is rendered is a name: a button's hidden explanation is not.
  // biome-ignore lint/performance/useDomNodeTextContent: rendered text is meant
  const rendered = (element: HTMLElement) => element.innerText;
  const squeeze = (text: string | null | undefined) => (text ?? "").replace(/\s+/g, " ").trim();
  const nameOf = (element: HTMLElement): string => {
    const by = element.getAttribute("aria-labelledby");
    if (by)
      return squeeze(
        by
          .split(" ")
          .map((id) => document.getElementById(id)?.textContent)
          .join(" "),
      );
    const label = element.getAttribute("aria-label");
    if (label) return squeeze(label);
    const labels = (element as HTMLInputElement).labels;
    if (labels?.length) return squeeze([...labels].map((one) => rendered(one as HTMLElement)).join(" "));
    if (element.tagName === "DIALOG") return squeeze(element.querySelector("h1, h2, h3")?.textContent);
    return squeeze(rendered(element));
  };
  const visible = (element: HTMLElement): boolean =>
    wanted.role === "file" ||
    (element.getClientRects().length > 0 && getComputedStyle(element).visibility === "visible");
  const fits = (name: string): boolean =>
    wanted.flags === null ? name === wanted.name : new RegExp(wanted.name, wanted.flags).test(name);
  const open = document.querySelector("dialog[open]");
  const scope: ParentNode = open && wanted.role !== "dialog" ? open : document;
  for (const element of scope.querySelectorAll<HTMLElement>(kinds[wanted.role])) {
    if (!visible(element) || !fits(nameOf(element))) continue;
    if (wanted.usable && (element.matches(":disabled") || element.getAttribute("aria-disabled") === "true"))
      continue;
    const id = `${performance.now()}`.replace(".", "-");
    element.setAttribute("data-e2e", id);
    element.scrollIntoView({ block: "center" });
    return `[data-e2e="${id}"]`;
  }
  return null;
}

function wantedOf(role: Role, name: Name, usable: boolean): Wanted {
  return typeof name === "string"
    ? { role, name, flags: null, usable }
    : { role, name: name.source, flags: name.flags, usable };
}

/** The text that is visible on the page, white space squeezed. */
export async function textOf(page: BrowserPage): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: what is rendered is what a person sees
  const text = await page.evaluate(() => document.body?.innerText ?? "");
  return text.replace(/\s+/g, " ");
}

/** Whether such an element is there now. */
export async function has(
  page: BrowserPage,
  role: Role,
  name: Name,
  { usable = false } = {},
): Promise<boolean> {
  return (await page.evaluate(mark, wantedOf(role, name, usable))) !== null;
}

/** Waits until the element is there (and may be used, unless `usable` is false); gives a selector for it. */
export async function find(
  page: BrowserPage,
  role: Role,
  name: Name,
  { usable = true, timeoutMs = 20_000 } = {},
): Promise<string> {
  try {
    return await until(
      () => page.evaluate(mark, wantedOf(role, name, usable)) as Promise<string | null>,
      `${role} ${String(name)}`,
      timeoutMs,
    );
  } catch (error) {
    const shown = await textOf(page).catch(() => "(gone)");
    throw new Error(
      `${(error as Error).message}; the page ${await page.url()} shows: ${shown.slice(0, 1500)}`,
    );
  }
}

/** Clicks it by the browser's own input, as soon as it may be used. */
export async function click(page: BrowserPage, role: Role, name: Name, timeoutMs = 20_000): Promise<void> {
  const selector = await find(page, role, name, { timeoutMs });
  try {
    await page.click(selector);
  } catch (error) {
    // Drawn anew between being found and being clicked, it is another element.
    if (await page.evaluate((at: string) => document.querySelector(at) !== null, selector)) throw error;
    await page.click(await find(page, role, name, { timeoutMs }));
  }
}

/** Types into the field of that label, replacing what is in it. */
export async function fill(page: BrowserPage, label: Name, text: string, timeoutMs = 20_000): Promise<void> {
  await page.type(await find(page, "textbox", label, { timeoutMs }), text);
}

/** Chooses an option of a native select by its visible words. */
export async function choose(page: BrowserPage, label: Name, option: Name): Promise<void> {
  const selector = await find(page, "combobox", label);
  await page.evaluate(
    (at: string, text: string, flags: string | null) => {
      const select = document.querySelector(at) as HTMLSelectElement;
      const found = [...select.options].find((one) =>
        flags === null ? one.text === text : new RegExp(text, flags).test(one.text),
      );
      if (!found) throw new Error(`no option ${text}`);
      // React listens to the native setter's event, as it comes when a person chooses.
      Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value")?.set?.call(select, found.value);
      select.dispatchEvent(new Event("input", { bubbles: true }));
      select.dispatchEvent(new Event("change", { bubbles: true }));
    },
    selector,
    typeof option === "string" ? option : option.source,
    typeof option === "string" ? null : option.flags,
  );
}

/** Waits until the visible text fits; gives the match. */
export async function see(page: BrowserPage, text: Name, timeoutMs = 20_000): Promise<RegExpMatchArray> {
  let shown = "";
  try {
    return await until(
      async () => {
        shown = await textOf(page);
        if (typeof text === "string") return shown.includes(text) ? ([text] as RegExpMatchArray) : null;
        return shown.match(text);
      },
      `the text ${String(text)}`,
      timeoutMs,
    );
  } catch (error) {
    throw new Error(
      `${(error as Error).message}; the page ${await page.url()} shows: ${shown.slice(0, 1500)}`,
    );
  }
}

/** Waits until the visible text no longer fits. */
export async function gone(page: BrowserPage, text: RegExp): Promise<void> {
  await until(async () => !text.test(await textOf(page)), `the text ${String(text)} to go`);
}

/** Waits until the page's main heading is this. */
export async function screen(page: BrowserPage, title: Name, timeoutMs = 20_000): Promise<void> {
  await find(page, "heading", title, { usable: false, timeoutMs });
}

/** Goes to a screen by its address, as a bookmark would; what is found after that is not of the screen before. */
export async function visit(page: BrowserPage, route: string): Promise<void> {
  await page.evaluate(async (hash: string) => {
    if (location.hash === hash) return;
    const drawn = new Promise((done) =>
      addEventListener("hashchange", () => setTimeout(done), { once: true }),
    );
    location.hash = hash;
    await drawn;
  }, `#/${route}`);
}
