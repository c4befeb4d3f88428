import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browsers } from "./driver/browsers.ts";
import type { BrowserPage } from "./driver/driver.ts";
import { textOf } from "./ui.ts";
import { addressOf, createWallet, setEndpoint, stake } from "./wallet.ts";
import { startWorld, type World } from "./world.ts";

describe.each(browsers)("staking in $name", ({ launch }) => {
  let world: World;
  let page: BrowserPage;
  let address: string;

  beforeAll(async () => {
    world = await startWorld(launch);
    ({ page } = await createWallet(world.browser));
    await setEndpoint(page, world.proxy.url);
    address = await addressOf(page);
    await world.devnet.levers.fund(address, 100n * 10n ** 18n);
  });
  afterAll(() => world?.close());

  it("stakes", async () => {
    await stake(page, "2");
    expect(await textOf(page)).toContain("stETH");
  });
});
