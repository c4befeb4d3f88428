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
import { see, visit } from "./ui.ts";
import { ether, startWorld, type World } from "./world.ts";

// A page built on wagmi's own hooks and its own injected connector, which knows nothing of Weir.

describe.each(browsers)("a wagmi site in $name", ({ launch }) => {
  let world: World;
  let site: PoolSite;

  beforeAll(async () => {
    world = await startWorld(launch);
    site = await openPoolSite(world, "wagmi");
  });
  afterAll(async () => {
    await site?.stop();
    await world?.close();
  });

  it("finds the wallet by EIP-6963 and connects to it", async () => {
    await site.press('[data-wallet="io.github.weir-wallet"]');
    await connectInWindow(world, site);
    await site.becomes("status", /^connect: done/);
    expect(await site.shows("account")).toBe(site.address);
    expect(await site.shows("chain")).toBe("1");
    await site.becomes("balance", /^10$/);
  });

  it("is told of a rejection by wagmi's own error", async () => {
    await reject(world, site, "approve");
    expect(await site.shows("error-code")).toBe("4001");
    expect(await site.allowance()).toBe(0n);
  });

  it("approves, deposits and revokes", async () => {
    await site.confirmed("approve", (window) => see(window, /\b2 wstETH/));
    expect(await site.allowance()).toBe(ether(2));
    await site.becomes("allowance", /^2$/);
    await site.confirmed("deposit", (window) => see(window, /\b1 wstETH/));
    expect(await site.allowance()).toBe(ether(1));
    expect(await site.balance()).toBe(ether(9));
    expect(await site.shares()).toBeGreaterThan(0n);
    await site.confirmed("revoke");
    expect(await site.allowance()).toBe(0n);
    await site.becomes("allowance", /^0$/);
  });

  it("is connected again after a reload, without a window", async () => {
    await site.page.goto(site.url);
    await site.becomes("connection", /^connected$/);
    expect(await site.shows("account")).toBe(site.address);
    expect((await world.browser.pageUrls()).some((url) => url.includes("/confirm.html"))).toBe(false);
  });

  it("approves and deposits in one window, and says that the two are not atomic", async () => {
    await site.becomes("capabilities", /^\{/);
    const capabilities = JSON.parse(await site.shows("capabilities"));
    expect(capabilities["1"]?.atomic?.status ?? "unsupported").toBe("unsupported");
    const before = await site.shares();
    await site.confirmed("batch", (window) => see(window, "This site asks for several transactions"));
    expect(await site.shows("status")).toBe("batch: done success 2");
    expect(await site.shares()).toBeGreaterThan(before);
    expect(await site.balance()).toBe(ether(8));
    expect(await site.allowance()).toBe(0n);
  });

  it("deposits by a Permit2 signature", async () => {
    await site.confirmed("approve-permit2");
    expect(await site.allowance(ADDRESSES.permit2)).toBe(ether(2));
    const before = await site.shares();
    await confirmSignatureThenTransaction(world, site, "permit2");
    expect(await site.shares()).toBeGreaterThan(before);
    expect(await site.balance()).toBe(ether(7));
  });

  it("disconnects, and the wallet knows it", async () => {
    await site.press("#disconnect");
    await site.becomes("connection", /^disconnected$/);
    await visit(site.wallet, "sites");
    await see(site.wallet, "No connected sites");
  });
});
