import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveSite } from "../../scripts/devnet/site.mjs";
import { browsers } from "./driver/browsers.ts";
import type { BrowserPage } from "./driver/driver.ts";
import { until } from "./driver/until.ts";
import { click, visit } from "./ui.ts";
import { importWallet } from "./wallet.ts";
import { publicPhrase, startWorld, type World } from "./world.ts";

/** Chrome asks for the host in a bubble of its own, which nothing headless can answer; Firefox has given it already. */
const withoutBubble = browsers.filter(({ name }) => name === "Firefox");

describe.each(withoutBubble)("the default wallet in $name", ({ launch }) => {
  let world: World;
  let wallet: BrowserPage;
  let demo: Awaited<ReturnType<typeof serveSite>>;

  beforeAll(async () => {
    world = await startWorld(launch);
    demo = await serveSite();
    wallet = await importWallet(world.browser, { kind: "phrase", phrase: publicPhrase });
  });
  afterAll(async () => {
    await demo?.stop();
    await world?.close();
  });

  /** Whether a page that is loaded now finds Weir as window.ethereum. */
  async function isDefault(): Promise<boolean> {
    const page = await world.browser.newPage(demo.url);
    const found = await page.evaluate(
      () => (window as unknown as { ethereum?: { isWeir?: boolean } }).ethereum?.isWeir === true,
    );
    await page.close();
    return found;
  }

  it("is Weir where the person says so, from the next load on, and nowhere before or after", async () => {
    expect(await isDefault()).toBe(false);
    await visit(wallet, "settings/sites");
    await click(wallet, "checkbox", "Default wallet on all sites");
    await until(isDefault, "window.ethereum to be Weir");
    await click(wallet, "checkbox", "Default wallet on all sites");
    await until(async () => !(await isDefault()), "window.ethereum to be gone");
  });
});
