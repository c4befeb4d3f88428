import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ADDRESSES, type Devnet, startDevnet } from "../../scripts/devnet/index.mjs";

const ETHER = 10n ** 18n;
const { steth, ethUsdFeed } = ADDRESSES;

let devnet: Devnet;
let alice: string;
let bob: string;
let snapshot: string;

beforeAll(async () => {
  devnet = await startDevnet({ historyDays: 0 });
  alice = devnet.accounts[0]!.address;
  bob = devnet.accounts[1]!.address;
});
afterAll(() => devnet?.stop());
beforeEach(async () => {
  snapshot = await devnet.levers.snapshot();
});
afterEach(async () => {
  await devnet.levers.automine(true);
  await devnet.levers.revert(snapshot);
});

const rpc = (method: string, params: readonly unknown[] = []) => devnet.levers.rpc(method, params);
const latest = () => rpc("eth_getBlockByNumber", ["latest", false]);
const rate = (): Promise<bigint> => devnet.contracts.read("StEth", steth, "getPooledEthByShares", [ETHER]);
const pay = (): Promise<string> => rpc("eth_sendTransaction", [{ from: alice, to: bob, value: "0x1" }]);
const receipt = (hash: string) => rpc("eth_getTransactionReceipt", [hash]);

describe("levers", () => {
  it("pass days with a report each: time, rate and prices move", async () => {
    const [time, before] = [Number((await latest()).timestamp), await rate()];
    await devnet.levers.passDays(3);
    expect((Number((await latest()).timestamp) - time) / 86_400).toBeCloseTo(3, 2);
    expect(await rate()).toBeGreaterThan(before);
    const round = await devnet.contracts.read("PriceFeed", ethUsdFeed, "latestRoundData");
    expect(Number((await latest()).timestamp) - Number(round.updatedAt)).toBeLessThan(60);
  });

  it("pass time without a report: the rate stays", async () => {
    const before = await rate();
    await devnet.levers.passTime(86_400 * 2);
    expect(await rate()).toBe(before);
  });

  it("report after skipped days for the whole time since", async () => {
    const before = await rate();
    await devnet.levers.passTime(86_400 * 3);
    await devnet.levers.passDays(1);
    const yearly = Number(((await rate()) - before) * 365n * 1_000_000n) / Number(before) / 4;
    expect(yearly).toBeCloseTo(30_000, -1);
  });

  it("sets a yearly rate", async () => {
    devnet.levers.setYearlyRate(1_000);
    const before = await rate();
    await devnet.levers.passDays(1);
    devnet.levers.setYearlyRate(300);
    expect(Number(((await rate()) - before) * 365n * 1_000_000n) / Number(before)).toBeCloseTo(100_000, -1);
  });

  it("hold a transaction back, drop it, or mine it later", async () => {
    await devnet.levers.automine(false);
    const dropped = await pay();
    await devnet.levers.dropTransaction(dropped);
    await devnet.levers.mine(1);
    expect(await receipt(dropped)).toBeNull();
    const later = await pay();
    expect(await receipt(later)).toBeNull();
    await devnet.levers.mine(1);
    expect((await receipt(later)).status).toBe("0x1");
  });

  it("reorganise mined transactions away", async () => {
    const hash = await pay();
    const { blockHash, blockNumber } = await devnet.contracts.receiptOf(hash);
    await devnet.levers.reorg(1);
    expect(await receipt(hash)).toBeNull();
    expect((await rpc("eth_getBlockByNumber", [blockNumber, false])).hash).not.toBe(blockHash);
  });

  it("set the base fee, which stays through other levers", async () => {
    await devnet.levers.setBaseFee(50_000_000_000n);
    expect(BigInt((await latest()).baseFeePerGas)).toBe(50_000_000_000n);
    await devnet.levers.passDays(1);
    expect(BigInt((await latest()).baseFeePerGas)).toBe(50_000_000_000n);
    await devnet.levers.setBaseFee(1_500_000_000n);
  });

  it("fund accounts with ether, stETH and wstETH", async () => {
    const fresh = "0x1111111111111111111111111111111111111111";
    await devnet.levers.fund(fresh, 5n * ETHER);
    await devnet.levers.giveSteth(fresh, 7n * ETHER);
    await devnet.levers.giveWsteth(fresh, 3n * ETHER);
    expect(BigInt(await rpc("eth_getBalance", [fresh, "latest"]))).toBe(5n * ETHER);
    expect(await devnet.contracts.read("StEth", steth, "balanceOf", [fresh])).toBeGreaterThanOrEqual(
      7n * ETHER - 2n,
    );
    expect(await devnet.contracts.read("WstEth", ADDRESSES.wsteth, "balanceOf", [fresh])).toBe(3n * ETHER);
  });

  it("stop the whole token and let it go on", async () => {
    await devnet.levers.giveSteth(alice, ETHER);
    await devnet.levers.stopProtocol();
    await expect(devnet.levers.giveSteth(alice, ETHER)).rejects.toThrow("CONTRACT_IS_STOPPED");
    await devnet.levers.resumeProtocol();
    await devnet.levers.giveSteth(alice, ETHER);
  });
});
