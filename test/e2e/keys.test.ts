import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browsers } from "./driver/browsers.ts";
import type { BrowserPage, ExtensionBrowser } from "./driver/driver.ts";
import { until } from "./driver/until.ts";
import { choose, click, fill, find, gone, has, screen, see, textOf, visit } from "./ui.ts";
import {
  addressOf,
  createWallet,
  givePassword,
  lock,
  openPopup,
  password,
  revealWords,
  unlock,
} from "./wallet.ts";

/** Everything in both of the extension's storage areas, as one text. */
function storedText(page: BrowserPage): Promise<string> {
  return page.evaluate(async () => {
    const { storage } = (
      globalThis as unknown as {
        chrome: { storage: Record<"local" | "session", { get(key: null): Promise<object> }> };
      }
    ).chrome;
    return JSON.stringify([await storage.local.get(null), await storage.session.get(null)]);
  });
}

/** Whether any file under `folder` holds this text, as UTF-8 or UTF-16. */
function onDisk(folder: string, text: string): boolean {
  const wanted = [Buffer.from(text), Buffer.from(text, "utf16le")];
  const search = (at: string): boolean =>
    readdirSync(at, { withFileTypes: true }).some((entry) => {
      const path = join(at, entry.name);
      if (entry.isDirectory()) return search(path);
      if (!entry.isFile()) return false;
      try {
        if (statSync(path).size > 100_000_000) return false;
        const content = readFileSync(path);
        return wanted.some((one) => content.includes(one));
      } catch {
        // A file that the browser removed or holds back in this moment.
        return false;
      }
    });
  return search(folder);
}

const changed = "otter-plinth-velvet-29-fjord";

describe.each(browsers)("keys in $name", ({ launch }) => {
  let browser: ExtensionBrowser;
  let page: BrowserPage;
  let words: string[];
  let first: string;

  beforeAll(async () => {
    browser = await launch();
    ({ page, words } = await createWallet(browser));
    first = await addressOf(page);
  });
  afterAll(() => browser?.close());

  it("keeps no secret in storage, in the document or in the profile on disk", async () => {
    const phrase = words.join(" ");
    const stored = await storedText(page);
    const html = await page.evaluate(() => document.documentElement.outerHTML);
    for (const secret of [phrase, password]) {
      expect(stored).not.toContain(secret);
      expect(html).not.toContain(secret);
    }
    // Something that is there is found, so that not finding means something.
    const label = "Findable-label-8471";
    await visit(page, "accounts");
    await click(page, "button", /^Account 1/);
    await fill(page, "Name", label);
    await click(page, "button", "Rename");
    await until(async () => onDisk(browser.profile, label), "the label on disk", 60_000);
    expect(onDisk(browser.profile, phrase)).toBe(false);
    expect(onDisk(browser.profile, password)).toBe(false);
    const pairs = [words.slice(0, 3), words.slice(5, 8)].map((some) => some.join(" "));
    for (const pair of pairs) expect(onDisk(browser.profile, pair)).toBe(false);
  });

  it("locks every window at once, and opens again with the password alone", async () => {
    const popup = await openPopup(browser);
    await see(popup, "Findable-label-8471");
    await lock(page);
    await screen(popup, "Unlock Weir");
    await popup.close();
    await browser.endWorker();
    await unlock(page);
    await screen(page, "Portfolio");
  });

  it("stays unlocked when the worker ends, and locked when it ends", async () => {
    await browser.endWorker();
    await visit(page, "accounts");
    await see(page, "Findable-label-8471");
    await visit(page, "accounts/add");
    await fill(page, "Name", "Second");
    await browser.endWorker();
    await click(page, "button", "Add account");
    await see(page, "Second");
    expect(await storedText(page)).toContain("Second");
    await lock(page);
    await browser.endWorker();
    const popup = await openPopup(browser);
    await screen(popup, "Unlock Weir");
    await popup.close();
    await unlock(page);
    await screen(page, "Portfolio");
  });

  it("refuses a wrong password, makes one wait after several, and remembers that over the worker's end", async () => {
    await lock(page);
    for (let attempt = 0; attempt < 6; attempt++) {
      await until(async () => {
        await fill(page, "Password", "not it");
        return has(page, "button", "Unlock", { usable: true });
      }, "an attempt to be allowed");
      await click(page, "button", "Unlock");
      await see(page, "This is not the password.");
    }
    await find(page, "heading", "Unlock Weir", { usable: false });
    await see(page, /Too many wrong passwords/);
    await browser.endWorker();
    const popup = await openPopup(browser);
    await see(popup, /Too many wrong passwords/);
    await popup.close();
    await gone(page, /Too many wrong passwords/);
    await unlock(page);
    await screen(page, "Portfolio");
  });

  it("locks by itself when its time is over, though the worker had ended before", async () => {
    await visit(page, "settings");
    await choose(page, "Lock after", /1 min/);
    await until(
      async () =>
        (await storedText(page)).includes('"autoLockMinutes":1,') ||
        (await storedText(page)).includes('\\"autoLockMinutes\\":1,'),
      "the setting to be stored",
    );
    await browser.endWorker();
    // As if the time had passed: the stored deadline lies in the past when the worker wakes.
    await page.evaluate(async () => {
      const { storage } = (
        globalThis as unknown as {
          chrome: {
            storage: {
              session: {
                get(key: string): Promise<{ session: { touchedAt: number; locksAt: number } }>;
                set(items: object): Promise<void>;
              };
            };
          };
        }
      ).chrome;
      const { session } = await storage.session.get("session");
      const past = Math.floor(Date.now() / 1000) - 1;
      await storage.session.set({ session: { ...session, touchedAt: past - 60, locksAt: past } });
    });
    const popup = await openPopup(browser);
    await screen(popup, "Unlock Weir");
    await popup.close();
    await unlock(page);
    await screen(page, /Settings|Portfolio/);
  });

  it("has several accounts: derived, imported and watched, each named", async () => {
    await visit(page, "accounts/add");
    await click(page, "radio", /^Watch only/);
    await fill(page, "Address", "0xd8da6bf26964af9d7eed9e03e53415d37aa96045");
    await fill(page, "Name", "Watched");
    await click(page, "button", "Add account");
    await see(page, "Watch only");
    await see(page, /0xd8dA6BF26964aF9D7eEd9e03E53415D37aA96045/);
    await visit(page, "accounts/add");
    await click(page, "radio", /^Import/);
    await find(page, "combobox", "What do you have?");
    await visit(page, "accounts");
    await see(page, /Findable-label-8471.*Second.*Watched/);
    expect(await textOf(page)).toContain("Backed up");
  });

  it("hides an account and shows it again", async () => {
    await visit(page, "accounts");
    await click(page, "button", /^Second/);
    await click(page, "checkbox", "Hide this account");
    await visit(page, "accounts");
    await see(page, /Hidden accounts.*Second/);
    await click(page, "button", /^Second/);
    await click(page, "checkbox", "Hide this account");
    await visit(page, "accounts");
    await gone(page, /Hidden accounts/);
  });

  it("shows the phrase again behind the password, word by word, though the worker ends in between", async () => {
    await visit(page, "settings");
    await click(page, "button", "Show the recovery phrase");
    await fill(page, "Password", "not it");
    await click(page, "button", "Continue");
    await see(page, /not the password/);
    await givePassword(page, {
      label: "Password",
      typed: password,
      button: "Continue",
      until: () => has(page, "button", "Show word 1"),
    });
    expect(await revealWords(page, 12)).toEqual(words);
  });

  it("exports a private key behind the password, hidden until it is asked for", async () => {
    await visit(page, "accounts");
    await click(page, "button", /^Findable-label-8471/);
    await click(page, "button", "Export the private key");
    await fill(page, "Password", password);
    await click(page, "button", "Continue", 60_000);
    await find(page, "button", "Show the key");
    expect(await textOf(page)).not.toMatch(/0x[0-9a-f]{64}/);
    await click(page, "button", "Show the key");
    const [key] = await see(page, /0x[0-9a-f]{64}/);
    const { computeAddress } = await import("ethers/transaction");
    expect(computeAddress(key)).toBe(first);
    await visit(page, "portfolio");
    expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain(key.slice(2));
  });

  it("changes the password: the former opens nothing, the new one all", async () => {
    await visit(page, "settings/password");
    await fill(page, "Current password", password);
    await fill(page, "New password", changed);
    await fill(page, "The same password again", changed);
    await see(page, "Strength");
    await click(page, "button", "Change the password");
    await see(page, "The password is changed.", 60_000);
    await lock(page);
    await unlock(page, password);
    await see(page, "This is not the password.");
    await until(async () => {
      await fill(page, "Password", changed);
      return has(page, "button", "Unlock", { usable: true });
    }, "an attempt to be allowed");
    await click(page, "button", "Unlock");
    await screen(page, "Portfolio");
    expect(await addressOf(page)).toBe(first);
  });

  it("has logged all of it, chained and without secrets", async () => {
    await visit(page, "audit");
    await see(page, "The chain is intact.");
    await see(page, /Password changed.*Private key exported.*Recovery phrase shown/);
    const stored = await storedText(page);
    for (const secret of [password, changed, words.join(" ")]) expect(stored).not.toContain(secret);
  });

  it("is removed only behind its password, and then leaves nothing", async () => {
    await visit(page, "settings/wipe");
    await click(page, "checkbox", /I have the recovery phrase/);
    await fill(page, /^Type REMOVE/, "REMOVE");
    await fill(page, "Password", "not it");
    await click(page, "button", "Remove the wallet from this browser");
    await see(page, /not the password/i);
    await until(async () => (await storedText(page)).includes("Watched"), "the wallet to be there still");
    await givePassword(page, {
      label: "Password",
      typed: changed,
      button: "Remove the wallet from this browser",
      until: async () => /Welcome to Weir/.test(await textOf(page)),
    });
    const stored = await storedText(page);
    expect(stored).not.toContain("Watched");
    expect(stored).not.toMatch(/"vault"/);
  });
});
