import { Signature } from "ethers/crypto";
import { TypedDataEncoder } from "ethers/hash";
import { Wallet } from "ethers/wallet";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ADDRESSES, type Devnet, startDevnet } from "../../scripts/devnet/index.mjs";
import { type Call, ETHER, lidoCalls, MAX_UINT256 } from "../devnet/lido-calls.ts";

// What the wallet's protocol code relies on must be true of the chain it is tested against.

const { steth, wsteth, withdrawalQueue, multicall3, loch } = ADDRESSES;

let devnet: Devnet;
let alice: string;
let bob: string;
let snapshot: string;

beforeAll(async () => {
  devnet = await startDevnet();
  alice = devnet.accounts[0]!.address;
  bob = devnet.accounts[1]!.address;
});
afterAll(() => devnet?.stop());
beforeEach(async () => {
  snapshot = await devnet.levers.snapshot();
});
afterEach(() => devnet.levers.revert(snapshot));

const { onSteth, onWsteth, onQueue, askSteth, askWsteth, askQueue, stake, balance, blockTime } = lidoCalls(
  () => devnet,
);

describe("the chain at hand-over", () => {
  it("has chain id 1, a share rate and a pool like mainnet's, and time about now", async () => {
    expect(await devnet.levers.rpc("eth_chainId")).toBe("0x1");
    expect(await askSteth("getTotalPooledEther")).toBeGreaterThan(9_400_000n * ETHER);
    expect(await askWsteth("stEthPerToken")).toBeGreaterThan((122n * ETHER) / 100n);
    expect(Math.abs(Number(await blockTime()) - Date.now() / 1_000)).toBeLessThan(600);
    expect(await askQueue("unfinalizedRequestNumber")).toBeGreaterThan(0n);
  });

  it("has ten daily reports whose yield is the rate that was set", async () => {
    const abi = devnet.contracts.abiOf("StEth");
    const logs: { topics: string[]; data: string }[] = await devnet.levers.rpc("eth_getLogs", [
      {
        address: steth,
        fromBlock: "0x0",
        toBlock: "latest",
        topics: [abi.getEvent("TokenRebased")!.topicHash],
      },
    ]);
    expect(logs).toHaveLength(10);
    for (const log of logs) {
      const [, elapsed, preShares, preEther, postShares, postEther] = abi.parseLog(log)!.args;
      const before = (preEther * 10n ** 27n) / preShares;
      const after = (postEther * 10n ** 27n) / postShares;
      const yearlyMillionths = ((after - before) * 31_536_000n * 1_000_000n) / before / elapsed;
      expect(Number(yearlyMillionths)).toBeCloseTo(30_000, -1);
    }
  });
});

describe("stETH", () => {
  it("leaves a staker at most 2 wei short of the stake, never above it", async () => {
    await stake(alice, ETHER);
    const held = await askSteth("balanceOf", [alice]);
    expect(held).toBeLessThanOrEqual(ETHER);
    expect(held).toBeGreaterThanOrEqual(ETHER - 2n);
  });

  it("moves a whole balance exactly by shares, and with dust by amount", async () => {
    await stake(alice, 3n * ETHER + 7n);
    await onSteth(alice, "transfer", [bob, (await askSteth("balanceOf", [alice])) - 1n]);
    await onSteth(alice, "transferShares", [bob, await askSteth("sharesOf", [alice])]);
    expect(await askSteth("sharesOf", [alice])).toBe(0n);
    const got = await askSteth("balanceOf", [bob]);
    expect(3n * ETHER + 7n - got).toBeLessThanOrEqual(3n);
  });

  it("rounds getPooledEthBySharesRoundUp up and its plain form down", async () => {
    const [down, up] = [
      await askSteth("getPooledEthByShares", [1n]),
      await askSteth("getPooledEthBySharesRoundUp", [1n]),
    ];
    expect([down, up]).toEqual([1n, 2n]);
  });

  it("stakes a plain transfer and refuses one with data", async () => {
    const send = (data: string) =>
      devnet.levers.rpc("eth_call", [{ from: alice, to: steth, value: "0x64", data }, "latest"]);
    await expect(send("0x")).resolves.toBe("0x");
    await expect(send("0x1234")).rejects.toThrow("NON_EMPTY_DATA");
  });

  it("refuses nothing, too much and anything while paused, each with its reason", async () => {
    await expect(stake(alice, 0n)).rejects.toThrow("ZERO_DEPOSIT");
    await devnet.levers.setStakeLimit({ max: 5n * ETHER, perBlock: ETHER });
    await expect(stake(alice, 6n * ETHER)).rejects.toThrow("STAKE_LIMIT");
    await devnet.levers.pauseStaking();
    expect(await askSteth("getCurrentStakeLimit")).toBe(0n);
    expect(await askSteth("isStakingPaused")).toBe(true);
    await expect(stake(alice, ETHER)).rejects.toThrow("STAKING_PAUSED");
  });

  it("lets the stake limit grow back by block, up to its maximum", async () => {
    await devnet.levers.setStakeLimit({ max: 5n * ETHER, perBlock: ETHER });
    await stake(alice, 4n * ETHER);
    expect(await askSteth("getCurrentStakeLimit")).toBe(ETHER);
    await devnet.levers.mine(2);
    expect(await askSteth("getCurrentStakeLimit")).toBe(3n * ETHER);
    await devnet.levers.mine(50);
    expect(await askSteth("getCurrentStakeLimit")).toBe(5n * ETHER);
    await devnet.levers.removeStakeLimit();
    expect(await askSteth("getCurrentStakeLimit")).toBe(MAX_UINT256);
  });

  it("refuses to spend beyond allowance or balance, and keeps an unlimited allowance", async () => {
    await stake(alice, ETHER);
    await expect(onSteth(bob, "transferFrom", [alice, bob, 1n])).rejects.toThrow("ALLOWANCE_EXCEEDED");
    await expect(onSteth(alice, "transfer", [bob, 2n * ETHER])).rejects.toThrow("BALANCE_EXCEEDED");
    await onSteth(alice, "approve", [bob, MAX_UINT256]);
    await onSteth(bob, "transferFrom", [alice, bob, 1_000n]);
    expect(await askSteth("allowance", [alice, bob])).toBe(MAX_UINT256);
  });

  it("keeps a balance's shares but not its amount through a slashing", async () => {
    await stake(alice, 100n * ETHER);
    const [shares, amount] = [await askSteth("sharesOf", [alice]), await askSteth("balanceOf", [alice])];
    await devnet.levers.slash({ amount: 100_000n * ETHER });
    expect(await askSteth("sharesOf", [alice])).toBe(shares);
    expect(await askSteth("balanceOf", [alice])).toBeLessThan(amount);
  });
});

describe("permits", () => {
  const TYPES = {
    Permit: [
      { name: "owner", type: "address" },
      { name: "spender", type: "address" },
      { name: "value", type: "uint256" },
      { name: "nonce", type: "uint256" },
      { name: "deadline", type: "uint256" },
    ],
  };
  const DOMAINS = {
    steth: { name: "Liquid staked Ether 2.0", version: "2", chainId: 1, verifyingContract: steth },
    wsteth: { name: "Wrapped liquid staked Ether 2.0", version: "1", chainId: 1, verifyingContract: wsteth },
  };
  async function sign(domain: (typeof DOMAINS)[keyof typeof DOMAINS], value: bigint, deadline: bigint) {
    const wallet = new Wallet(devnet.accounts[0]!.privateKey);
    const message = { owner: alice, spender: withdrawalQueue, value, nonce: 0n, deadline };
    const { v, r, s } = Signature.from(await wallet.signTypedData(domain, TYPES, message));
    return { value, deadline, v, r, s };
  }

  it("have the published domains", async () => {
    expect(await askSteth("DOMAIN_SEPARATOR")).toBe(TypedDataEncoder.hashDomain(DOMAINS.steth));
    expect(await askWsteth("DOMAIN_SEPARATOR")).toBe(TypedDataEncoder.hashDomain(DOMAINS.wsteth));
    expect([...(await askSteth("eip712Domain"))]).toEqual(["Liquid staked Ether 2.0", "2", 1n, steth]);
  });

  it("carry a stETH request without an approval, once", async () => {
    await stake(alice, 2n * ETHER);
    const permit = await sign(DOMAINS.steth, ETHER, MAX_UINT256);
    await onQueue(alice, "requestWithdrawalsWithPermit", [[ETHER], alice, permit]);
    expect(await askQueue("balanceOf", [alice])).toBe(1n);
    expect(await askSteth("nonces", [alice])).toBe(1n);
    await expect(onQueue(alice, "requestWithdrawalsWithPermit", [[ETHER], alice, permit])).rejects.toThrow(
      "INVALID_SIGNATURE",
    );
  });

  it("carry a wstETH request, whose amount is booked in stETH", async () => {
    await devnet.levers.giveWsteth(alice, ETHER);
    const permit = await sign(DOMAINS.wsteth, ETHER, MAX_UINT256);
    await onQueue(alice, "requestWithdrawalsWstETHWithPermit", [[ETHER], alice, permit]);
    const [id] = await askQueue("getWithdrawalRequests", [alice]);
    const [status] = await askQueue("getWithdrawalStatus", [[id]]);
    expect(status.amountOfStETH).toBe(await askWsteth("getStETHByWstETH", [ETHER]));
  });

  it("expire", async () => {
    const permit = await sign(DOMAINS.steth, ETHER, 1n);
    await expect(onQueue(alice, "requestWithdrawalsWithPermit", [[ETHER], alice, permit])).rejects.toThrow(
      "DEADLINE_EXPIRED",
    );
  });
});

describe("wstETH", () => {
  it("refuses zero, and wrapping without allowance", async () => {
    await stake(alice, ETHER);
    await expect(onWsteth(alice, "wrap", [0n])).rejects.toThrow("wstETH: can't wrap zero stETH");
    await expect(onWsteth(alice, "unwrap", [0n])).rejects.toThrow("wstETH: zero amount unwrap not allowed");
    await expect(onWsteth(alice, "wrap", [ETHER / 2n])).rejects.toThrow("ALLOWANCE_EXCEEDED");
  });

  it("never gains and loses at most 3 wei on a round trip", async () => {
    await stake(alice, 1_000n * ETHER);
    await onSteth(alice, "approve", [wsteth, MAX_UINT256]);
    await fc.assert(
      fc.asyncProperty(fc.bigInt({ min: 10n, max: 900n * ETHER }), async (amount) => {
        const before = await askSteth("balanceOf", [alice]);
        await onWsteth(alice, "wrap", [amount]);
        await onWsteth(alice, "unwrap", [await askWsteth("balanceOf", [alice])]);
        const after = await askSteth("balanceOf", [alice]);
        expect(after).toBeLessThanOrEqual(before);
        expect(before - after).toBeLessThanOrEqual(3n);
      }),
      { numRuns: 40 },
    );
  });

  it("stakes ether sent to it straight into wstETH", async () => {
    const before = await askWsteth("balanceOf", [alice]);
    const shares = await askSteth("getSharesByPooledEth", [ETHER]);
    const transaction = { from: alice, to: wsteth, value: `0x${ETHER.toString(16)}` };
    await devnet.contracts.receiptOf(await devnet.levers.rpc("eth_sendTransaction", [transaction]));
    expect((await askWsteth("balanceOf", [alice])) - before).toBe(shares);
  });
});

describe("neighbours", () => {
  it("Multicall3 answers block, time, ether balance and a failing call in one request", async () => {
    const abi = devnet.contracts.abiOf("Multicall3");
    const calls = [
      [multicall3, false, abi.encodeFunctionData("getBlockNumber")],
      [multicall3, false, abi.encodeFunctionData("getCurrentBlockTimestamp")],
      [multicall3, false, abi.encodeFunctionData("getEthBalance", [alice])],
      [steth, true, "0x12345678"],
    ];
    const results = await devnet.contracts.read("Multicall3", multicall3, "aggregate3", [calls]);
    expect(BigInt(results[0].returnData)).toBe(BigInt(await devnet.levers.rpc("eth_blockNumber")));
    expect(BigInt(results[1].returnData)).toBe(await blockTime());
    expect(BigInt(results[2].returnData)).toBe(await balance(alice));
    expect(results[3].success).toBe(false);
    const strict = [[steth, false, "0x12345678"]];
    await expect(devnet.contracts.read("Multicall3", multicall3, "aggregate3", [strict])).rejects.toThrow(
      "Multicall3: call failed",
    );
  });

  it("price feeds have decimals, a positive answer and a fresh time", async () => {
    for (const [feed, decimals] of [
      [ADDRESSES.ethUsdFeed, 8n],
      [ADDRESSES.stethEthFeed, 18n],
    ] as const) {
      const round = await devnet.contracts.read("PriceFeed", feed, "latestRoundData");
      expect(await devnet.contracts.read("PriceFeed", feed, "decimals")).toBe(decimals);
      expect(round.answer).toBeGreaterThan(0n);
      expect((await blockTime()) - round.updatedAt).toBeLessThan(3_600n);
    }
  });

  it("Loch gives back what was deposited, with what it earned", async () => {
    const onLoch = (...[method, args]: Call) => devnet.contracts.write(alice, "Loch", loch, method, args);
    const inLoch = () => devnet.contracts.read("Loch", loch, "balanceOf", [alice, steth]);
    await stake(alice, 2n * ETHER);
    await expect(onLoch("deposit", [steth, ETHER])).rejects.toThrow("ALLOWANCE_EXCEEDED");
    await onSteth(alice, "approve", [loch, ETHER]);
    await onLoch("deposit", [steth, ETHER]);
    const before = await inLoch();
    await devnet.levers.passDays(1);
    const earned = await inLoch();
    expect(earned).toBeGreaterThan(before);
    await expect(onLoch("withdraw", [steth, earned + 1n])).rejects.toThrow("MoreThanDeposited");
    await onLoch("withdraw", [steth, earned]);
    expect(await inLoch()).toBe(0n);
  });

  it("the referral staker turns ether into wstETH", async () => {
    await devnet.contracts.write(alice, "WstEthStaker", ADDRESSES.wstethStaker, "stakeETH", [bob], ETHER);
    const held = await askWsteth("balanceOf", [alice]);
    expect(await askWsteth("getStETHByWstETH", [held])).toBeGreaterThanOrEqual(ETHER - 4n);
  });
});
