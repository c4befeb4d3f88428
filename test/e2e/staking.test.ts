import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browsers } from "./driver/browsers.ts";
import type { BrowserPage } from "./driver/driver.ts";
import { until } from "./driver/until.ts";
import { click, fill, has, screen, see, visit } from "./ui.ts";
import {
  addressOf,
  badgeText,
  claim,
  confirmReview,
  confirmUntilSent,
  convert,
  createWallet,
  followToConfirmed,
  notifications,
  portfolioShows,
  redeem,
  reviewStake,
  setEndpoint,
  stake,
  watchNotifications,
} from "./wallet.ts";
import { ether, startWorld, type World } from "./world.ts";

/** What the chain itself says, so that no screen is believed on its own word. */
async function held(world: World, address: string, name: "StEth" | "WstEth"): Promise<bigint> {
  const { contracts, addresses } = world.devnet;
  const token = name === "StEth" ? addresses.steth : addresses.wsteth;
  return BigInt(await contracts.read(name, token, "balanceOf", [address]));
}

describe.each(browsers)("stake, watch, redeem and claim in $name", ({ launch }) => {
  let world: World;
  let page: BrowserPage;
  let address: string;

  beforeAll(async () => {
    world = await startWorld(launch);
    ({ page } = await createWallet(world.browser));
    await setEndpoint(page, world.proxy.url);
    address = await addressOf(page);
    await world.devnet.levers.fund(address, ether(100));
    await portfolioShows(page, /Nothing staked yet.* 100 ETH/);
  });
  afterAll(() => world?.close());

  it("says before the stake what arrives, at which yield, fee and risk", async () => {
    await visit(page, "stake");
    await fill(page, "Amount", "2");
    const [text] = await see(page, /You receive .*Risks of Lido/);
    expect(text).toMatch(/(2|1\.99999\d*) stETH/);
    expect(text).toMatch(/Yield now 3% a year Measured over \d+ days, from \d+ reports/);
    expect(text).toMatch(/10% of rewards/);
  });

  it("refuses what cannot be staked, and says why", async () => {
    await visit(page, "stake");
    // Zero may be the beginning of 0.5: the button alone says that it is not enough.
    await fill(page, "Amount", "0");
    expect(await has(page, "button", "Review", { usable: true })).toBe(false);
    for (const [typed, sentence] of [
      ["-1", "The amount must not be negative."],
      ["1.2.3", "This is not an amount."],
      ["1,2,3.4", "This is not an amount."],
      ["0.1234567890123456789", "Use at most 18 digits"],
      ["101", "You have 100"],
    ] as const) {
      await fill(page, "Amount", typed);
      await see(page, sentence);
      expect(await has(page, "button", "Review")).toBe(true);
      expect(await has(page, "button", "Review", { usable: true })).toBe(false);
    }
  });

  it("stakes for stETH, and the worker may end before the confirmation and after it", async () => {
    await reviewStake(page, "2", "stETH");
    await see(page, /Tried out at block/);
    await world.browser.endWorker();
    await confirmReview(page);
    await world.browser.endWorker();
    await confirmUntilSent(page);
    await followToConfirmed(page);
    const balance = await held(world, address, "StEth");
    expect(balance).toBeGreaterThan(ether(2) - 10n);
    expect(balance).toBeLessThanOrEqual(ether(2));
  });

  it("stakes for wstETH", async () => {
    await stake(page, "3", "wstETH");
    expect(await held(world, address, "WstEth")).toBeGreaterThan(ether(2));
  });

  it("shows rewards after days have passed, and over which window the yield was measured", async () => {
    await world.devnet.levers.passDays(3);
    const [text] = await portfolioShows(page, /Staked, worth .* earned since/);
    expect(text).toMatch(/\+0\.001\d* ETH earned since/);
    await see(page, /Yield per year (3|2\.9\d*|3\.0\d*)% Measured over/);
  });

  it("wraps and unwraps", async () => {
    const before = await held(world, address, "WstEth");
    await convert(page, "stETH", "wstETH", "1");
    const wrapped = await held(world, address, "WstEth");
    expect(wrapped).toBeGreaterThan(before);
    await convert(page, "wstETH", "stETH", "0.5");
    expect(await held(world, address, "WstEth")).toBe(wrapped - 5n * 10n ** 17n);
  });

  it("redeems by permit: one signature and one transaction, then waits in the queue with a date and its basis", async () => {
    await redeem(page, "0.5");
    await see(page, "Sign that Lido's queue may take 0.5 stETH");
    await portfolioShows(page, /Request \d+ 0\.5 ETH Expected .* Queued Estimated from what the queue paid/);
  });

  it("redeems by approval: two transactions", async () => {
    await redeem(page, "0.4", { token: "wstETH", by: "By approval" });
    await portfolioShows(page, /Request \d+ .* Queued .* Request \d+ .* Queued/);
    const status = await world.devnet.contracts.read(
      "WithdrawalQueue",
      world.devnet.addresses.withdrawalQueue,
      "getWithdrawalRequests",
      [address],
    );
    expect(status).toHaveLength(2);
  });

  it("says below which amount nothing can be redeemed", async () => {
    await visit(page, "redeem");
    await click(page, "radio", /^stETH/);
    await fill(page, "Amount", "0.00000000000000001");
    await see(page, /The least that can be redeemed is/);
  });

  it("marks the toolbar and tells when something becomes claimable", async () => {
    await visit(page, "settings");
    await click(page, "checkbox", "Tell me when I can claim");
    expect(await badgeText(page)).toBe("");
    await watchNotifications(page);
    await world.devnet.levers.finalise();
    await portfolioShows(page, /Claim all 2/);
    await until(async () => (await badgeText(page)) === "2", "the badge to count 2");
    await until(async () => (await notifications(page)).length === 2, "a notification for each");
  });

  it("claims one, then the rest", async () => {
    const [, id] = await see(page, /Request (\d+) /);
    await claim(page, [id ?? ""]);
    await portfolioShows(page, /Claimed/);
    await until(async () => (await badgeText(page)) === "1", "the badge to count 1");
    await redeem(page, "0.2");
    await world.devnet.levers.finalise();
    await portfolioShows(page, /Claim all 2/);
    await claim(page);
    await portfolioShows(page, /Claimed .* Claimed .* Claimed/);
    await until(async () => (await badgeText(page)) === "", "the badge to go");
  });

  it("speeds up a waiting stake", async () => {
    await world.devnet.levers.automine(false);
    await reviewStake(page, "1", "stETH");
    await confirmReview(page);
    await see(page, "It waits in the network");
    await click(page, "button", "Speed up");
    await screen(page, "Speed up this transaction?");
    await click(page, "button", "Speed up");
    await see(page, /Sped up/);
    await world.devnet.levers.mine();
    await followToConfirmed(page);
    await world.devnet.levers.automine(true);
  });

  it("cancels a waiting stake", async () => {
    const before = await held(world, address, "StEth");
    await world.devnet.levers.automine(false);
    await reviewStake(page, "1", "stETH");
    await confirmReview(page);
    await see(page, "It waits in the network");
    await click(page, "button", "Cancel");
    await screen(page, "Cancel this transaction?");
    await click(page, "button", "Cancel");
    await see(page, /Cancellation/);
    await world.devnet.levers.mine();
    await see(page, /\bCancelled\b/, 60_000);
    await world.devnet.levers.automine(true);
    expect(await held(world, address, "StEth")).toBe(before);
  });

  it("does not stake above the protocol's limit or while it is paused", async () => {
    const { levers } = world.devnet;
    await levers.setStakeLimit({ max: ether(5) });
    await portfolioShows(page, /Balances/);
    await visit(page, "stake");
    await fill(page, "Amount", "50");
    await see(page, /At most 5(\.0+\d*)? ETH can be staked now/);
    expect(await has(page, "button", "Review", { usable: true })).toBe(false);
    await levers.pauseStaking();
    await portfolioShows(page, /Balances/);
    await visit(page, "stake");
    await fill(page, "Amount", "1");
    await see(page, "Lido has paused staking.");
    expect(await has(page, "button", "Review", { usable: true })).toBe(false);
    await levers.resumeStaking();
    await levers.removeStakeLimit();
  });

  it("keeps the record of it all", async () => {
    await visit(page, "activity");
    await see(page, /Cancelled .*Claim .*Redeem .*Convert .*Stake/);
  });
});
