import { ADDRESSES } from "../../scripts/devnet/index.mjs";
import { servePage } from "../../scripts/devnet/pages.mjs";
import type { BrowserPage } from "./driver/driver.ts";
import { until } from "./driver/until.ts";
import { click, has, see } from "./ui.ts";
import { confirmReview, confirmWindow, confirmWindowGone, importWallet, setEndpoint } from "./wallet.ts";
import { ether, publicPhrase, type World } from "./world.ts";

/** A page for the lending pool, as a person and the chain see it. */
export interface PoolSite {
  wallet: BrowserPage;
  page: BrowserPage;
  address: string;
  url: string;
  shows(id: string): Promise<string>;
  becomes(id: string, text: RegExp): Promise<void>;
  /** Presses a button of the page; the one that was asked for may still be becoming ready. */
  press(selector: string): Promise<void>;
  /** Presses, looks at the confirm window, confirms, and waits until the page says that it is done. */
  confirmed(id: string, look?: (window: BrowserPage) => Promise<unknown>): Promise<void>;
  /** What the chain says, in wei. */
  allowance(spender?: string): Promise<bigint>;
  balance(): Promise<bigint>;
  shares(): Promise<bigint>;
  stop(): Promise<void>;
}

/** Imports the chain's first account, gives it wstETH, and opens the page built with this library. */
export async function openPoolSite(world: World, library: "wagmi" | "ethers"): Promise<PoolSite> {
  const { browser, devnet, proxy } = world;
  const served = await servePage(library);
  const address = devnet.accounts[0]?.address ?? "";
  await devnet.levers.giveWsteth(address, ether(10));
  const wallet = await importWallet(browser, { kind: "phrase", phrase: publicPhrase });
  await setEndpoint(wallet, proxy.url);
  const url = `${served.url}/?rpc=${encodeURIComponent(devnet.url)}`;
  const page = await browser.newPage(url);
  const shows = (id: string): Promise<string> =>
    page.evaluate((of: string) => document.getElementById(of)?.textContent ?? "", id);
  async function becomes(id: string, text: RegExp): Promise<void> {
    let shown = "";
    try {
      await until(
        async () => {
          shown = await shows(id);
          return text.test(shown);
        },
        `${id} to become ${String(text)}`,
        60_000,
      );
    } catch (error) {
      throw new Error(`${(error as Error).message}; it shows: ${shown}; status: ${await shows("status")}`);
    }
  }
  async function press(selector: string): Promise<void> {
    await until(
      () => page.evaluate((at: string) => document.querySelector(at) !== null, selector),
      `${selector} on the page`,
    );
    await page.click(`${selector}:not([disabled])`);
  }
  const ask = async (name: string, at: string, method: string, args: readonly unknown[]): Promise<bigint> =>
    BigInt(await devnet.contracts.read(name, at, method, args));
  return {
    wallet,
    page,
    address,
    url,
    shows,
    becomes,
    press,
    async confirmed(id, look) {
      await press(`#${id}`);
      const window = await confirmWindow(browser);
      await look?.(window);
      await confirmReview(window);
      await confirmWindowGone(browser);
      await becomes("status", new RegExp(`^${id}: done`));
    },
    allowance: (spender = ADDRESSES.tarn) => ask("WstEth", ADDRESSES.wsteth, "allowance", [address, spender]),
    balance: () => ask("WstEth", ADDRESSES.wsteth, "balanceOf", [address]),
    shares: () => ask("Tarn", ADDRESSES.tarn, "balanceOf", [address]),
    stop: served.stop,
  };
}

/** Answers the window that asks for a connection. */
export async function connectInWindow(world: World, site: PoolSite): Promise<void> {
  const window = await confirmWindow(world.browser);
  await see(window, "Connect to this site?");
  await see(window, new URL(site.url).host);
  await click(window, "button", "Connect");
  await confirmWindowGone(world.browser);
}

/** Presses, and answers the window with no. */
export async function reject(world: World, site: PoolSite, id: string): Promise<void> {
  await site.press(`#${id}`);
  await click(await confirmWindow(world.browser), "button", "Reject");
  await confirmWindowGone(world.browser);
  await site.becomes("status", new RegExp(`^${id}: failed`));
}

/**
 * Presses a button of a page that wants one Permit2 signature for 1 wstETH and then sends the transaction that uses it;
 * confirms both.
 */
export async function confirmSignatureThenTransaction(
  world: World,
  site: PoolSite,
  id: string,
): Promise<void> {
  await site.press(`#${id}`);
  const first = await confirmWindow(world.browser);
  await see(first, "This site asks you to sign data");
  await see(first, /\b1 wstETH/);
  await confirmReview(first);
  await until(
    async () => !(await has(first, "heading", "This site asks you to sign data").catch(() => false)),
    "the signature's window to end",
  );
  const second = await confirmWindow(world.browser);
  await see(second, "This site asks for a transaction");
  await confirmReview(second);
  await confirmWindowGone(world.browser);
  await site.becomes("status", new RegExp(`^${id}: done`));
}
