import type { BrowserPage, ExtensionBrowser } from "./driver/driver.ts";
import { until } from "./driver/until.ts";
import { choose, click, fill, find, has, screen, see, visit } from "./ui.ts";

/** Strong enough for the wallet's own judge, and nobody's. */
export const password = "heron-ladle-quartz-71-mist";

export interface CreatedWallet {
  page: BrowserPage;
  words: string[];
}

/** The first-run tab, wherever the browser put it. */
export async function openSetup(browser: ExtensionBrowser): Promise<BrowserPage> {
  const page = await browser.waitForPage((url) => url.includes("/tab.html"));
  await page.resize(1100, 800);
  await screen(page, "Welcome to Weir");
  return page;
}

/** A full tab of the wallet at a route. */
export async function openTab(browser: ExtensionBrowser, route = "portfolio"): Promise<BrowserPage> {
  return browser.newPage(browser.extensionUrl(`tab.html#/${route}`));
}

/** The toolbar's popup in a tab of its size: the same page, which a driver cannot open from the toolbar. */
export async function openPopup(browser: ExtensionBrowser, route = ""): Promise<BrowserPage> {
  const page = await browser.newPage(browser.extensionUrl(`popup.html${route && `#/${route}`}`));
  await page.resize(browser.name === "firefox" ? 500 : 360, 600);
  return page;
}

/** Chooses the password of a new wallet, at the step that asks for it. */
export async function choosePassword(page: BrowserPage, chosen: string, button: string): Promise<void> {
  await fill(page, "New password", chosen);
  await fill(page, "The same password again", chosen);
  await see(page, /Strength/);
  await click(page, "checkbox", /nobody can recover/);
  await click(page, "button", button);
}

/** Shows every word, one after another, as the wallet lets a person do; gives them in order. */
export async function revealWords(page: BrowserPage, count: number): Promise<string[]> {
  const words: string[] = [];
  for (let position = 1; position <= count; position++) {
    // After "Next word" the next one is fetched and shown by itself; the first is asked for.
    await find(page, "button", new RegExp(`^(Show|Hide) word ${position}$`));
    if (await has(page, "button", `Show word ${position}`))
      await click(page, "button", `Show word ${position}`);
    const word = await until(
      () =>
        page.evaluate((at: number) => {
          const here = [...document.querySelectorAll("button")].some(
            (one) => one.textContent?.trim() === `Hide word ${at}`,
          );
          return here ? (document.querySelector("[data-testid=reveal-word]")?.textContent ?? null) : null;
        }, position) as Promise<string | null>,
      `word ${position}`,
    );
    words.push(word);
    if (position < count) await click(page, "button", "Next word");
  }
  return words;
}

/** Answers the three words that the wallet asks for. */
export async function verifyWords(page: BrowserPage, words: readonly string[]): Promise<void> {
  await find(page, "textbox", /^Word \d+$/);
  const positions = await page.evaluate(() =>
    [...document.querySelectorAll("label")].flatMap((label) => {
      const found = /^Word (\d+)$/.exec(label.textContent.trim());
      return found ? [Number(found[1])] : [];
    }),
  );
  for (const position of positions) await fill(page, `Word ${position}`, words[position - 1] ?? "");
  await click(page, "button", "Check");
}

/** Makes a wallet through the real screens: length, password, every word, the three asked for; ends on the portfolio. */
export async function createWallet(
  browser: ExtensionBrowser,
  {
    words: count = 12,
    chosen = password,
    mistype = false,
  }: { words?: 12 | 24; chosen?: string; mistype?: boolean } = {},
): Promise<CreatedWallet> {
  const page = await openSetup(browser);
  await click(page, "button", /^Create a new wallet/);
  await click(page, "radio", new RegExp(`^${count} words`));
  await click(page, "button", "Continue");
  await choosePassword(page, chosen, "Create wallet");
  await click(page, "button", "Start", 90_000);
  const words = await revealWords(page, count);
  await click(page, "button", "I have written all words down");
  if (mistype) {
    await verifyWords(page, words.toReversed());
    await see(page, "These are not the words asked for.");
  }
  await verifyWords(page, words);
  await see(page, "Your phrase is backed up");
  await click(page, "button", "Go to the portfolio");
  await screen(page, "Portfolio");
  return { page, words };
}

export type Secret =
  | { kind: "phrase"; phrase: string; passphrase?: string }
  | { kind: "key"; key: string }
  | { kind: "keystore"; json: string; filePassword: string };

/** Fills the import form with a secret of any kind, at the screen that has it. */
export async function fillSecret(page: BrowserPage, secret: Secret): Promise<void> {
  if (secret.kind === "phrase") {
    await choose(page, "What do you have?", "Recovery phrase");
    await fill(page, "Recovery phrase", secret.phrase);
    await fill(page, "Passphrase", secret.passphrase ?? "");
  } else if (secret.kind === "key") {
    await choose(page, "What do you have?", "Private key");
    await fill(page, "Private key", secret.key);
  } else {
    await choose(page, "What do you have?", "Key file (JSON)");
    await fill(page, "Or paste its content", secret.json);
    await fill(page, "Password of the key file", secret.filePassword);
  }
}

/** Imports a secret into a fresh installation; ends on the portfolio. */
export async function importWallet(
  browser: ExtensionBrowser,
  secret: Secret,
  chosen = password,
): Promise<BrowserPage> {
  const page = await openSetup(browser);
  await click(page, "button", /^Import a wallet/);
  await fillSecret(page, secret);
  await click(page, "button", "Continue");
  await choosePassword(page, chosen, "Import wallet");
  await screen(page, "Portfolio", 90_000);
  return page;
}

/** Adds an endpoint through the settings, and removes every other one. */
export async function setEndpoint(page: BrowserPage, url: string): Promise<void> {
  const { host } = new URL(url);
  await visit(page, "settings/networks");
  await fill(page, "Address of the endpoint", url);
  await click(page, "button", "Test and add");
  await find(page, "button", `More: ${host}`);
  for (;;) {
    const others = await page.evaluate(
      (mine: string) =>
        [...document.querySelectorAll("button[aria-label^='More: ']")]
          .map((one) => one.getAttribute("aria-label")?.slice(6) ?? "")
          .filter((one) => one !== mine),
      host,
    );
    const [other] = others as string[];
    if (other === undefined) break;
    await click(page, "button", `More: ${other}`);
    await click(page, "menuitem", `Remove ${other}`);
    await until(async () => !(await has(page, "button", `More: ${other}`)), `${other} to go`);
  }
  await see(page, /last endpoint cannot be removed/);
}

/** The selected account's whole address, as the receive or account page shows it. */
export async function addressOf(page: BrowserPage): Promise<string> {
  const stored = (await page.evaluate(async () => {
    const { accounts } = (await (
      globalThis as unknown as { chrome: { storage: { local: { get(key: string): Promise<unknown> } } } }
    ).chrome.storage.local.get("accounts")) as {
      accounts?: { accounts?: { id: string; address: string }[]; selected?: string };
    };
    return accounts;
  })) as { accounts?: { id: string; address: string }[]; selected?: string } | undefined;
  const found =
    stored?.accounts?.find((one) => one.id === stored.selected)?.address ?? stored?.accounts?.[0]?.address;
  if (!found) throw new Error("no account is stored");
  return found;
}

/** Reads the chain now, by the portfolio's own button. */
export async function refresh(page: BrowserPage): Promise<void> {
  await visit(page, "portfolio");
  await click(page, "button", "Refresh");
}

/** Refreshes until the portfolio shows this: the wallet reads when asked, and a chain may have moved in between. */
export async function portfolioShows(page: BrowserPage, text: RegExp): Promise<RegExpMatchArray> {
  await refresh(page);
  return see(page, text);
}

/** Whatever the button says: one step, several, or a Ledger that is asked. */
const confirmButton = /^Confirm( all steps| on Ledger|, then on Ledger)?$/;

/** Confirms the review on screen, ticking what has to be read first. */
export async function confirmReview(page: BrowserPage): Promise<void> {
  const button = confirmButton;
  await until(
    async () =>
      (await has(page, "checkbox", /I have read this/)) ||
      (await has(page, "button", button, { usable: true })),
    "a review that can be confirmed",
    45_000,
  );
  if (await has(page, "checkbox", /I have read this/)) await click(page, "checkbox", /I have read this/);
  await click(page, "button", button);
}

/** As confirmReview, for a worker that may have ended in the middle: what it did not sign asks again, and is confirmed again. */
export async function confirmUntilSent(page: BrowserPage): Promise<void> {
  const button = confirmButton;
  await until(
    async () => {
      if ((await page.url()).includes("#/operation/")) return true;
      if (await has(page, "button", button, { usable: true })) await click(page, "button", button, 1_000);
      return false;
    },
    "the operation's page",
    60_000,
  );
}

/** Follows the operation on screen until the network has it. */
export async function followToConfirmed(page: BrowserPage): Promise<void> {
  await until(async () => (await page.url()).includes("#/operation/"), "the operation's page");
  await see(page, /\bConfirmed(?! in block|\))/, 60_000);
}

/** Fills the stake form and opens its review. */
export async function reviewStake(
  page: BrowserPage,
  amount: string,
  token: "stETH" | "wstETH",
): Promise<void> {
  await visit(page, "stake");
  await click(page, "radio", new RegExp(`^${token}`));
  await fill(page, "Amount", amount);
  await click(page, "button", "Review");
  await screen(page, "Review stake");
}

/** Stakes so much ETH; ends on the operation's page when it is confirmed. */
export async function stake(
  page: BrowserPage,
  amount: string,
  token: "stETH" | "wstETH" = "stETH",
): Promise<void> {
  await reviewStake(page, amount, token);
  await confirmReview(page);
  await followToConfirmed(page);
}

/** Wraps or unwraps. */
export async function convert(
  page: BrowserPage,
  from: "stETH" | "wstETH",
  to: "stETH" | "wstETH",
  amount: string,
): Promise<void> {
  await visit(page, "convert");
  await click(page, "radio", new RegExp(`^${from} to ${to}`));
  await fill(page, "Amount", amount);
  await click(page, "button", "Review");
  await screen(page, "Review conversion");
  await confirmReview(page);
  await followToConfirmed(page);
}

/** Asks the withdrawal queue to take so much. */
export async function redeem(
  page: BrowserPage,
  amount: string,
  { token = "stETH", by = "By signature" as "By signature" | "By approval" } = {},
): Promise<void> {
  await visit(page, "redeem");
  await click(page, "radio", new RegExp(`^${token}`));
  await fill(page, "Amount", amount);
  await click(page, "radio", new RegExp(`^${by}`));
  await click(page, "button", "Review");
  await screen(page, "Review redemption");
  await confirmReview(page);
  await followToConfirmed(page);
}

/** Claims what is ready: all of it, or only the requests of these numbers. */
export async function claim(page: BrowserPage, ids?: readonly string[]): Promise<void> {
  await visit(page, `claim${ids ? `?ids=${ids.join(",")}` : ""}`);
  await click(page, "button", "Review");
  await screen(page, "Review claim");
  await confirmReview(page);
  await followToConfirmed(page);
}

/** Sends so much of an asset to an address. */
export async function send(page: BrowserPage, asset: string, to: string, amount: string): Promise<void> {
  await visit(page, "send");
  await click(page, "radio", new RegExp(`^${asset}`));
  await fill(page, "Recipient", to);
  await fill(page, "Amount", amount);
  await click(page, "button", "Review");
  await screen(page, "Review sending");
  await confirmReview(page);
  await followToConfirmed(page);
}

/** Locks by the button that every main screen has. */
export async function lock(page: BrowserPage): Promise<void> {
  await visit(page, "portfolio");
  await click(page, "button", "Lock Weir");
  await screen(page, "Unlock Weir");
}

/** Unlocks at the unlock screen. */
export async function unlock(page: BrowserPage, typed = password): Promise<void> {
  await screen(page, "Unlock Weir");
  await fill(page, "Password", typed);
  await click(page, "button", "Unlock");
}

/** The window in which a site's request is answered, when it appears. */
export function confirmWindow(browser: ExtensionBrowser): Promise<BrowserPage> {
  return browser.waitForPage((url) => url.includes("/confirm.html"));
}

/** Waits until no confirm window is open. */
export async function confirmWindowGone(browser: ExtensionBrowser): Promise<void> {
  await until(
    async () => !(await browser.pageUrls()).some((url) => url.includes("/confirm.html")),
    "the confirm window to close",
  );
}

/** What stands on the toolbar's icon. */
export function badgeText(page: BrowserPage): Promise<string> {
  return page.evaluate(() => {
    const { action } = (
      globalThis as unknown as { chrome: { action: { getBadgeText(of: object): Promise<string> } } }
    ).chrome;
    return action.getBadgeText({});
  });
}

interface Notifications {
  getAll(): Promise<object>;
  onClosed: { addListener(listener: (id: string) => void): void };
}

/**
 * From here on counts the notifications that this document hears of: those on show, and those that ended. A Firefox
 * without a desktop ends each at once.
 */
export function watchNotifications(page: BrowserPage): Promise<void> {
  return page.evaluate(() => {
    const world = globalThis as unknown as { chrome: { notifications: Notifications } };
    // Kept in the document: a script of the driver's has globals of its own.
    const kept = document.documentElement.dataset;
    kept.ended = "";
    world.chrome.notifications.onClosed.addListener((id) => {
      kept.ended = `${kept.ended} ${id}`;
    });
  });
}

/** Ids of the notifications shown since watchNotifications. */
export function notifications(page: BrowserPage): Promise<string[]> {
  return page.evaluate(async () => {
    const world = globalThis as unknown as { chrome: { notifications: Notifications } };
    const ended = (document.documentElement.dataset.ended ?? "").split(" ").filter((id) => id !== "");
    return [...new Set([...Object.keys(await world.chrome.notifications.getAll()), ...ended])];
  });
}

/** Gives the password until it is taken: after a wrong one the form waits, and its button with it. */
export async function givePassword(
  page: BrowserPage,
  {
    label,
    typed,
    button,
    until: done,
  }: { label: string; typed: string; button: string; until: () => Promise<boolean> },
): Promise<void> {
  await until(
    async () => {
      if (await done()) return true;
      if (!(await has(page, "button", button))) return false;
      await fill(page, label, typed, 2_000);
      await click(page, "button", button, 5_000);
      return done();
    },
    `the password to be taken by "${button}"`,
    90_000,
  );
}

/** Removes the wallet from this browser, behind the typed word and the password; a tab for setting up follows. */
export async function wipe(page: BrowserPage, typed = password): Promise<void> {
  await visit(page, "settings/wipe");
  await click(page, "checkbox", /I have the recovery phrase/);
  await fill(page, /^Type REMOVE/, "REMOVE");
  await fill(page, "Password", typed);
  await click(page, "button", "Remove the wallet from this browser");
  await screen(page, "Welcome to Weir", 60_000);
}
