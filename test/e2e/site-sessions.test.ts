import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startAnvil } from "../../scripts/devnet/anvil.mjs";
import { serveSite } from "../../scripts/devnet/site.mjs";
import { answer, ask, result } from "./ask.ts";
import { browsers } from "./driver/browsers.ts";
import type { BrowserPage } from "./driver/driver.ts";
import { until } from "./driver/until.ts";
import { changeStored, store } from "./stored.ts";
import { choose, click, fill, find, gone, has, screen, see, visit } from "./ui.ts";
import { confirmWindow, confirmWindowGone, importWallet, setEndpoint } from "./wallet.ts";
import { publicPhrase, startWorld, type World } from "./world.ts";

const day = 86_400;
const now = (): number => Math.floor(Date.now() / 1000);
const testbed = 572_127;

describe.each(browsers)("a site's session in $name", ({ launch }) => {
  let world: World;
  let wallet: BrowserPage;
  let site: BrowserPage;
  let demo: Awaited<ReturnType<typeof serveSite>>;
  let other: Awaited<ReturnType<typeof startAnvil>>;
  let first: string;
  let second: string;

  beforeAll(async () => {
    world = await startWorld(launch);
    demo = await serveSite();
    other = await startAnvil({ port: 0, args: ["--chain-id", String(testbed)] });
    first = world.devnet.accounts[0]?.address.toLowerCase() ?? "";
    second = world.devnet.accounts[1]?.address.toLowerCase() ?? "";
    wallet = await importWallet(world.browser, { kind: "phrase", phrase: publicPhrase });
    await setEndpoint(wallet, world.proxy.url);
    await visit(wallet, "accounts/add");
    await fill(wallet, "Name", "Second");
    await click(wallet, "button", "Add account");
    await see(wallet, "Second");
    site = await world.browser.newPage(demo.url);
  });
  afterAll(async () => {
    await demo?.stop();
    await other?.stop();
    await world?.close();
  });

  const accounts = async (): Promise<string[]> =>
    ((await result(site, "eth_accounts")) as string[]).map((each) => each.toLowerCase());
  /** What the page was told since it was loaded, each event as its name and content. */
  const events = (): Promise<string> =>
    site.evaluate(() =>
      [...document.querySelectorAll("#events li")]
        .map((each) => each.textContent)
        .join("\n")
        .toLowerCase(),
    );
  const told = (what: RegExp, timeoutMs = 30_000) =>
    until(async () => what.test(await events()), `the page to be told ${String(what)}`, timeoutMs).catch(
      async (error) => {
        throw new Error(`${error.message}; it was told: ${await events()}`);
      },
    );
  const sitePage = () => visit(wallet, `sites/${encodeURIComponent(demo.url)}`);
  /** Says yes in a window that asks for something other than a signature, ticking what has to be read. */
  async function agree(button: string): Promise<void> {
    const window = await confirmWindow(world.browser);
    await find(window, "button", "Reject");
    await until(async () => {
      if (await has(window, "button", button, { usable: true })) return true;
      if (await has(window, "checkbox", /I have read this/))
        await click(window, "checkbox", /I have read this/);
      return has(window, "button", button, { usable: true });
    }, `${button} to be usable`);
    await click(window, "button", button);
    await confirmWindowGone(world.browser);
  }
  async function tick(page: BrowserPage, name: RegExp, on: boolean): Promise<void> {
    const at = await find(page, "checkbox", name);
    const is = await page.evaluate(
      (selector: string) => (document.querySelector(selector) as HTMLInputElement).checked,
      at,
    );
    if (is !== on) await page.click(at);
  }
  async function connect(): Promise<void> {
    const wait = await ask(site, "eth_requestAccounts");
    const window = await confirmWindow(world.browser);
    await tick(window, /^Second/, false);
    await tick(window, /^Account 1/, true);
    await agree("Connect");
    expect((await wait()).code).toBeUndefined();
  }

  it("begins with the accounts and the end that the person chose", async () => {
    const wait = await ask(site, "eth_requestAccounts");
    const window = await confirmWindow(world.browser);
    await see(window, "Connect to this site?");
    await tick(window, /^Account 1/, false);
    await tick(window, /^Second/, true);
    await choose(window, "The connection ends", /^After 1 day/);
    await click(window, "button", "Connect");
    await confirmWindowGone(world.browser);
    expect((await wait()).result).toEqual([expect.stringMatching(new RegExp(second, "i"))]);
    expect(await accounts()).toEqual([second]);
    expect(await result(site, "eth_chainId")).toBe("0x1");
    expect(await result(site, "net_version")).toBe("1");
    const permissions = (await result(site, "wallet_getPermissions")) as { parentCapability: string }[];
    expect(permissions.map(({ parentCapability }) => parentCapability)).toContain("eth_accounts");
    await sitePage();
    const ends = new Date((now() + day) * 1000).toLocaleDateString("en-US", {
      month: "short",
      day: "numeric",
    });
    await see(wallet, new RegExp(`Ends ${ends}`));
  });

  it("follows what the person changes on the site's page", async () => {
    await tick(wallet, /^Account 1/, true);
    await click(wallet, "button", "Save");
    await told(new RegExp(`accountschanged .*${first}`));
    expect((await accounts()).toSorted()).toEqual([first, second].toSorted());
    await tick(wallet, /^Second/, false);
    await choose(wallet, "End of the connection", /^30 days from now/);
    await click(wallet, "button", "Save");
    await until(async () => (await accounts()).length === 1, "the second account to be gone");
    expect(await accounts()).toEqual([first]);
  });

  it("proposes a network, which the portfolio then shows; changes back without asking; and loses it with the network", async () => {
    const wait = await ask(site, "wallet_addEthereumChain", [
      {
        chainId: `0x${testbed.toString(16)}`,
        chainName: "Testbed",
        rpcUrls: [other.url],
        nativeCurrency: { name: "Testbed coin", symbol: "TBC", decimals: 18 },
      },
    ]);
    await agree("Add");
    expect(await wait()).toEqual({ result: null });
    expect(Number(await result(site, "eth_chainId"))).toBe(testbed);
    await told(new RegExp(`chainchanged "0x${testbed.toString(16)}"`));
    await visit(wallet, "portfolio");
    await see(wallet, /Testbed .*10,000 TBC/, 60_000);

    expect(await answer(site, "wallet_switchEthereumChain", [{ chainId: "0x1" }])).toEqual({ result: null });
    expect(await result(site, "eth_chainId")).toBe("0x1");
    expect(
      await answer(site, "wallet_switchEthereumChain", [{ chainId: `0x${testbed.toString(16)}` }]),
    ).toEqual({ result: null });
    await visit(wallet, "settings/networks");
    await click(wallet, "button", "Remove Testbed");
    await until(
      async () => (await result(site, "eth_chainId")) === "0x1",
      "the site to be on Ethereum again",
    );
    await visit(wallet, "portfolio");
    await screen(wallet, "Portfolio");
    await gone(wallet, /TBC/);
  });

  it("has a token shown, apart from what is verified, until the person removes it", async () => {
    const wait = await ask(site, "wallet_watchAsset", {
      type: "ERC20",
      options: { address: world.devnet.addresses.tarn, symbol: "stETH", decimals: 18 },
    });
    const window = await confirmWindow(world.browser);
    await see(window, "Show this token?");
    await see(window, /The site calls it stETH/);
    await agree("Show");
    expect(await wait()).toEqual({ result: true });
    await visit(wallet, "portfolio");
    await see(wallet, /Watched tokens .*Weir has not verified them/);
    const symbol = await world.devnet.contracts.read("Tarn", world.devnet.addresses.tarn, "symbol");
    await click(wallet, "button", `More: ${symbol}`);
    await click(wallet, "menuitem", `Stop showing ${symbol}`);
    await gone(wallet, /Watched tokens/);
  });

  it("ends by itself when its time is over, and the page hears of it", async () => {
    // The shortest that the page offers is a day; the worker takes any end that lies ahead.
    await wallet.evaluate(
      (origin: string, expiresAt: number) =>
        (
          globalThis as unknown as { chrome: { runtime: { sendMessage(of: object): Promise<unknown> } } }
        ).chrome.runtime.sendMessage({
          to: "weir/popup",
          name: "sites.setGrant",
          input: { origin, expiresAt },
        }),
      demo.url,
      now() + 4,
    );
    await told(/accountschanged \[\]$/, 60_000);
    expect(await accounts()).toEqual([]);
    expect((await answer(site, "eth_blockNumber")).code).toBe(4100);
    await visit(wallet, "sites");
    await see(wallet, "No connected sites");
  });

  it("ends when nobody uses it", async () => {
    await connect();
    expect(await accounts()).toEqual([first]);
    expect(await changeStored(wallet, "local", "site:", { lastUsedAt: now() - 8 * day })).toBe(1);
    expect(await accounts()).toEqual([]);
    // The next worker ends it in storage too.
    await store(wallet, "session", "session-ends", now());
    await world.browser.endWorker();
    await sitePage();
    await answer(site, "eth_chainId");
    await see(wallet, "This site sees none of your accounts.");
  });

  it("is ended by the person, and by the site", async () => {
    await connect();
    await sitePage();
    await click(wallet, "button", "Disconnect this site");
    await told(/accountschanged \[\]$/);
    await connect();
    expect(await answer(site, "wallet_revokePermissions", [{ eth_accounts: {} }])).toEqual({ result: null });
    expect(await accounts()).toEqual([]);
    await visit(wallet, "sites");
    await see(wallet, "No connected sites");
  });

  // Envelopes are numbered by the relay: a page cannot repeat one. That twenty repeated ones suspend a site is tested at
  // the worker's port (src/sites/health.test.ts); here, what a suspended site gets and how the person lifts it.
  it("a suspended site is not served until the person lifts it", async () => {
    await connect();
    const at = now();
    await store(wallet, "local", `site-health:${demo.url}`, {
      origin: demo.url,
      refused: { duplicate: 20, "out-of-order": 0, late: 1 },
      since: at - 60,
      lastAt: at,
      suspendedAt: at,
    });
    await world.browser.endWorker();
    const refused = await answer(site, "eth_requestAccounts");
    expect(refused.code).toBe(4100);
    expect(await accounts().catch(() => [])).toEqual([]);
    await visit(wallet, "sites");
    await see(wallet, "Suspended");
    await sitePage();
    await see(wallet, /Too many repeated messages/);
    await see(wallet, /Repeated 20/);
    await click(wallet, "button", "Answer it again");
    await until(async () => (await accounts()).includes(first), "the site to be served again");
    await gone(wallet, /Too many repeated messages/);
  });
});
