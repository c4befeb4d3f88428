import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveSite } from "../../scripts/devnet/site.mjs";
import { violations } from "./axe.ts";
import { browsers } from "./driver/browsers.ts";
import { launchChromium } from "./driver/chromium.ts";
import type { BrowserPage } from "./driver/driver.ts";
import { until } from "./driver/until.ts";
import { store, stored } from "./stored.ts";
import { choose, click, fill, find, screen, see, visit } from "./ui.ts";
import {
  confirmWindow,
  importWallet,
  lock,
  openPopup,
  password,
  redeem,
  setEndpoint,
  stake,
  unlock,
} from "./wallet.ts";
import { publicPhrase, startWorld, type World } from "./world.ts";

/** Every screen that an unlocked wallet has, by its address. */
const routes = [
  "portfolio",
  "activity",
  "stake",
  "convert",
  "redeem",
  "claim",
  "send",
  "accounts",
  "accounts/add",
  "contacts",
  "sites",
  "sites/https%3A%2F%2Ftarn.example",
  "approvals",
  "settings",
  "settings/networks",
  "settings/sites",
  "settings/password",
  "settings/wipe",
  "settings/about",
  "audit",
  "backup/file",
  "nowhere",
];

/** A connected site that is suspended and signed in to, allowances of every kind, a watched token, and a network that was added. */
async function storeSites(page: BrowserPage, world: World): Promise<void> {
  const now = Math.floor(Date.now() / 1000);
  const { addresses, accounts } = world.devnet;
  const account = accounts[0]?.address ?? "";
  const origin = "https://tarn.example";
  const put = (key: string, value: unknown) => store(page, "local", key, value);
  const token = {
    id: addresses.tarn.toLowerCase(),
    symbol: "SHARE",
    name: "Share",
    decimals: 18,
    address: addresses.tarn,
  };
  const allowance = (changes: object) => ({
    ...{ account, form: "erc20", token, spender: addresses.loch, amount: "5", setAtBlock: 1 },
    ...{ setAt: now, spenderKind: "contract", risk: "low", ...changes },
  });
  const lease = { ...allowance({}), chainId: 1, grantedAt: now, until: now - 9, onChain: false, origin };
  await put(`site:${origin}`, {
    ...{ origin, accounts: [account], chainId: 1, chainIds: [1], grantedAt: now, lastUsedAt: now },
    ...{ expiresAt: now + 86_400, idleSeconds: 3600 },
  });
  await put(`site-health:${origin}`, {
    ...{ origin, refused: { duplicate: 20, "out-of-order": 0, late: 0 }, since: now, lastAt: now },
    suspendedAt: now,
  });
  await put(`sign-in:${origin}`, {
    origin,
    entries: [{ nonce: "abcd1234", address: account, chainId: 1, at: now }],
  });
  await put("allowances:1", {
    ...{ chainId: 1, scannedTo: 2, head: 2, scanning: false, block: 2, readAt: now, accounts: [account] },
    allowances: [
      allowance({}),
      allowance({ spender: addresses.permit2, amount: String(2n ** 256n - 1n), risk: "medium" }),
      allowance({ form: "operator", spender: addresses.weth, risk: "high", spenderKind: "plain" }),
      allowance({ form: "permit2", spender: addresses.weth, expiresAt: now + 999, nonce: "1" }),
    ],
  });
  await put(`lease:1:${account}:erc20:${token.id}:${addresses.loch}`.toLowerCase(), lease);
  await put(`asset:1:${token.id}`, { chainId: 1, asset: token, addedAt: now, origin });
  const settings = JSON.parse(String(await stored(page, "local", "settings")));
  settings.networks = [
    {
      ...{ chainId: 8453, name: "Base", multicall: true, blockSeconds: 2, addedAt: now },
      native: { name: "Ether", symbol: "ETH", decimals: 18 },
    },
  ];
  settings.endpoints[8453] = [`${world.proxy.url}/base`];
  await put("settings", JSON.stringify(settings));
}

describe.each(browsers)("accessibility in $name", ({ launch }) => {
  let world: World;
  let tab: BrowserPage;

  beforeAll(async () => {
    world = await startWorld(launch);
    tab = await world.browser.waitForPage((url) => url.includes("/tab.html"));
    await screen(tab, "Welcome to Weir");
    expect(await violations(tab)).toEqual([]);
    tab = await importWallet(world.browser, { kind: "phrase", phrase: publicPhrase });
    await setEndpoint(tab, world.proxy.url);
    await stake(tab, "3");
    await redeem(tab, "1");
    await storeSites(tab, world);
  });
  afterAll(() => world?.close());

  const settled = (page: BrowserPage) =>
    until(
      () =>
        page.evaluate(
          () => document.querySelector("h1") !== null && document.querySelector("[aria-busy=true]") === null,
        ),
      "the screen to settle",
    );

  async function checkAll(page: BrowserPage, scheme: "light" | "dark"): Promise<string[]> {
    await page.colorScheme(scheme);
    const problems: string[] = [];
    for (const route of routes) {
      await visit(page, route);
      await settled(page);
      for (const problem of await violations(page)) problems.push(`${route}: ${problem}`);
    }
    return problems;
  }

  for (const scheme of ["light", "dark"] as const) {
    it(`every screen of the tab, ${scheme}, English`, async () => {
      expect(await checkAll(tab, scheme)).toEqual([]);
    });

    it(`every screen of the popup, ${scheme}, German`, async () => {
      await visit(tab, "settings");
      await choose(tab, "Language", "Deutsch");
      await see(tab, "Einstellungen");
      const popup = await openPopup(world.browser);
      expect(await checkAll(popup, scheme)).toEqual([]);
      const wider = await popup.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wider).toBeLessThanOrEqual(0);
      await popup.close();
      await visit(tab, "settings");
      await choose(tab, "Sprache", "English");
      await see(tab, "Settings");
    });
  }

  it("the review, the operation, the dialog of accounts, the confirm window and the unlock screen", async () => {
    await tab.colorScheme("light");
    await visit(tab, "stake");
    await fill(tab, "Amount", "1");
    await click(tab, "button", "Review");
    await see(tab, /Tried out at block/);
    expect(await violations(tab)).toEqual([]);
    await click(tab, "button", "Cancel");
    await screen(tab, "Portfolio");
    await visit(tab, "activity");
    await screen(tab, "Activity");
    await click(tab, "button", /^Redeem/);
    await screen(tab, "Operation");
    expect(await violations(tab)).toEqual([]);
    await visit(tab, "portfolio");
    await click(tab, "button", /^Switch account/);
    await find(tab, "dialog", "Accounts");
    expect(await violations(tab)).toEqual([]);
    await click(tab, "button", "Close");
    const demo = await serveSite();
    const site = await world.browser.newPage(demo.url);
    await site.click("#connect:not([disabled])");
    const window = await confirmWindow(world.browser);
    await see(window, "Connect to this site?");
    expect(await violations(window)).toEqual([]);
    await click(window, "button", "Reject");
    await site.close();
    await demo.stop();
    await lock(tab);
    expect(await violations(tab)).toEqual([]);
    await unlock(tab);
  });
});

describe("by keyboard alone in Chromium", () => {
  let world: World;
  let page: BrowserPage;

  beforeAll(async () => {
    world = await startWorld(launchChromium);
    page = await importWallet(world.browser, { kind: "phrase", phrase: publicPhrase });
    await setEndpoint(page, world.proxy.url);
    await lock(page);
  });
  afterAll(() => world?.close());

  const focused = () =>
    page.evaluate(() => {
      const at = document.activeElement as HTMLInputElement | null;
      const label = at?.labels?.[0]?.textContent ?? at?.getAttribute("aria-label") ?? at?.textContent ?? "";
      return label.replace(/\s+/g, " ").trim();
    });
  /** Presses Tab until what has the focus fits; a whole round without it fails. */
  async function tabTo(name: RegExp): Promise<void> {
    for (let presses = 0; presses < 80; presses++) {
      if (name.test(await focused())) return;
      await page.press("Tab");
    }
    throw new Error(`Tab does not lead to ${String(name)}`);
  }
  const write = async (text: string) => {
    for (const letter of text) await page.press(letter === " " ? "Space" : letter);
  };

  it("unlocks, stakes and confirms", async () => {
    await tabTo(/^Password$/);
    await write(password);
    await page.press("Enter");
    await screen(page, "Portfolio");
    await tabTo(/^Stake$/);
    await page.press("Enter");
    await screen(page, "Stake");
    await tabTo(/^Amount/);
    await write("1.5");
    await find(page, "button", "Review");
    await page.press("Enter");
    await screen(page, "Review stake");
    await find(page, "button", "Confirm");
    await tabTo(/^Confirm$/);
    await page.press("Enter");
    await see(page, /Stake Confirmed/, 60_000);
  });
});
