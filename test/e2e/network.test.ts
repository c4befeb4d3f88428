import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browsers } from "./driver/browsers.ts";
import type { BrowserPage } from "./driver/driver.ts";
import { browsersOwn } from "./driver/outside.ts";
import { until } from "./driver/until.ts";
import { see, visit } from "./ui.ts";
import { importWallet, lock, openPopup, portfolioShows, setEndpoint, stake, unlock } from "./wallet.ts";
import { publicPhrase, startWorld, type World } from "./world.ts";

/** Sends a command as a page of the wallet does. */
function command(page: BrowserPage, name: string, input: object): Promise<unknown> {
  return page.evaluate(
    async (of: string, given: object) => {
      const { runtime } = (
        globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<unknown> } } }
      ).chrome;
      return runtime.sendMessage({ to: "weir/popup", name: of, input: given });
    },
    name,
    input,
  );
}

describe.each(browsers)("the network in $name", ({ launch }) => {
  let world: World;
  let page: BrowserPage;
  let asked: string[];

  beforeAll(async () => {
    world = await startWorld(launch);
    page = await importWallet(world.browser, { kind: "phrase", phrase: publicPhrase });
    await setEndpoint(page, world.proxy.url);
    await stake(page, "2");
    await portfolioShows(page, /stETH/);
    asked = world.browser.outsideHosts();
  });
  afterAll(() => world?.close());

  /** What one refresh by the portfolio's button costs. */
  async function requestsOfRefresh(): Promise<number> {
    await portfolioShows(page, /0 sec\. ago/);
    world.proxy.resetCounts();
    await command(page, "portfolio.refresh", { chainId: 1 });
    return world.proxy.counts().httpRequests;
  }

  it("is asked once per refresh with one account, and once with thirty", async () => {
    expect(await requestsOfRefresh()).toBe(1);
    for (let number = 1; number < 30; number++) {
      const address = `0x${number.toString(16).padStart(40, "9")}`;
      await command(page, "accounts.watch", { address, label: `Watched ${number}` });
    }
    expect(await requestsOfRefresh()).toBe(1);
  });

  it("is asked nothing while nobody looks, and nothing while locked", async () => {
    // A stake is followed until it is final: with the blocks that takes, nothing is left to follow.
    await world.devnet.levers.mine(80);
    await until(async () => {
      world.proxy.resetCounts();
      await new Promise((done) => setTimeout(done, 3_000));
      return world.proxy.counts().httpRequests === 0;
    }, "the requests of what was just done to end");
    await visit(page, "settings");
    world.proxy.resetCounts();
    await new Promise((done) => setTimeout(done, 15_000));
    expect(world.proxy.counts().httpRequests).toBe(0);
    await lock(page);
    world.proxy.resetCounts();
    const popup = await openPopup(world.browser);
    await see(popup, "Unlock Weir");
    await new Promise((done) => setTimeout(done, 5_000));
    expect(world.proxy.counts().httpRequests).toBe(0);
    await popup.close();
    await unlock(page);
    await see(page, /Portfolio|Settings/);
    await until(
      async () => world.proxy.counts().httpRequests > 0,
      "a request after unlocking, so that counting counts",
    );
  });

  it("beyond this computer, only the configured endpoints were ever asked", async () => {
    const defaults = /(^|\.)(publicnode\.com|drpc\.org)$/;
    const others = world.browser
      .outsideHosts()
      .filter((host) => !defaults.test(host) && !browsersOwn.test(host));
    expect(others).toEqual([]);
    // Since the endpoint was set to the one on this computer, nobody else was asked at all.
    const since = world.browser
      .outsideHosts()
      .filter((host) => !asked.includes(host) && !browsersOwn.test(host));
    expect(since).toEqual([]);
  });
});
