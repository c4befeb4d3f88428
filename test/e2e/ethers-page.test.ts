import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ADDRESSES } from "../../scripts/devnet/index.mjs";
import { browsers } from "./driver/browsers.ts";
import {
  confirmSignatureThenTransaction,
  connectInWindow,
  openPoolSite,
  type PoolSite,
  reject,
} from "./tarn.ts";
import { see } from "./ui.ts";
import { ether, startWorld, type World } from "./world.ts";

// A page built on ethers' BrowserProvider: all that it reads, it reads through the wallet.

describe.each(browsers)("an ethers site in $name", ({ launch }) => {
  let world: World;
  let site: PoolSite;

  beforeAll(async () => {
    world = await startWorld(launch);
    site = await openPoolSite(world, "ethers");
  });
  afterAll(async () => {
    await site?.stop();
    await world?.close();
  });

  it("finds the wallet by EIP-6963, connects, and reads through it", async () => {
    await site.press("#connect");
    await connectInWindow(world, site);
    await site.becomes("status", /^connect: done/);
    expect(await site.shows("account")).toBe(site.address);
    expect(await site.shows("balance")).toBe("10.0");
  });

  it("is told of a rejection as ethers words it", async () => {
    await reject(world, site, "approve");
    expect(await site.shows("error-code")).toBe("4001");
    expect(await site.shows("status")).toContain("ACTION_REJECTED");
  });

  it("approves, deposits and revokes", async () => {
    await site.confirmed("approve", (window) => see(window, /\b2 wstETH/));
    expect(await site.allowance()).toBe(ether(2));
    expect(await site.shows("allowance")).toBe("2.0");
    await site.confirmed("deposit", (window) => see(window, /\b1 wstETH/));
    expect(await site.allowance()).toBe(ether(1));
    expect(await site.balance()).toBe(ether(9));
    expect(await site.shares()).toBeGreaterThan(0n);
    await site.confirmed("revoke");
    expect(await site.allowance()).toBe(0n);
    expect(await site.shows("allowance")).toBe("0.0");
  });

  it("deposits by a Permit2 signature", async () => {
    await site.confirmed("approve-permit2");
    expect(await site.allowance(ADDRESSES.permit2)).toBe(ether(2));
    const before = await site.shares();
    await confirmSignatureThenTransaction(world, site, "permit2");
    expect(await site.shares()).toBeGreaterThan(before);
    expect(await site.balance()).toBe(ether(8));
  });
});
