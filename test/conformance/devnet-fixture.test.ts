import { Signature } from "ethers/crypto";
import { TypedDataEncoder } from "ethers/hash";
import { Wallet } from "ethers/wallet";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ADDRESSES, type Devnet, startDevnet } from "../../scripts/devnet/index.mjs";

// What the wallet's protocol code relies on must be true of the chain it is tested against.

const ETHER = 10n ** 18n;
const { steth, wsteth, withdrawalQueue, multicall3, loch } = ADDRESSES;
const MAX_UINT256 = (1n << 256n) - 1n;

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

type Call = [method: string, args?: readonly unknown[], value?: bigint];
const onSteth = (from: string, ...[method, args, value]: Call) =>
  devnet.contracts.write(from, "StEth", steth, method, args, value);
const onWsteth = (from: string, ...[method, args, value]: Call) =>
  devnet.contracts.write(from, "WstEth", wsteth, method, args, value);
const onQueue = (from: string, ...[method, args]: Call) =>
  devnet.contracts.write(from, "WithdrawalQueue", withdrawalQueue, method, args);
const askSteth = (...[method, args]: Call) => devnet.contracts.read("StEth", steth, method, args);
const askWsteth = (...[method, args]: Call) => devnet.contracts.read("WstEth", wsteth, method, args);
const askQueue = (...[method, args]: Call) =>
  devnet.contracts.read("WithdrawalQueue", withdrawalQueue, method, args);

const stake = (from: string, wei: bigint) => onSteth(from, "submit", [alice], wei);
const balance = async (address: string) =>
  BigInt(await devnet.levers.rpc("eth_getBalance", [address, "latest"]));
const blockTime = async () =>
  BigInt((await devnet.levers.rpc("eth_getBlockByNumber", ["latest", false])).timestamp);

/** Stakes and asks to withdraw; answers with the ids. */
async function requestWithdrawals(owner: string, amounts: readonly bigint[]): Promise<bigint[]> {
  await stake(
    owner,
    amounts.reduce((sum, amount) => sum + amount, ETHER),
  );
  await onSteth(owner, "approve", [withdrawalQueue, MAX_UINT256]);
  await onQueue(owner, "requestWithdrawals", [amounts, owner]);
  return [...(await askQueue("getWithdrawalRequests", [owner]))].sort((a, b) => (a < b ? -1 : 1));
}
async function hintsFor(ids: readonly bigint[]): Promise<bigint[]> {
  return [...(await askQueue("findCheckpointHints", [ids, 1, await askQueue("getLastCheckpointIndex")]))];
}

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

describe("withdrawals", () => {
  it("take 100 wei to 1000 stETH a request", async () => {
    await stake(alice, 2_000n * ETHER);
    await onSteth(alice, "approve", [withdrawalQueue, MAX_UINT256]);
    const ask = (amount: bigint) => onQueue(alice, "requestWithdrawals", [[amount], alice]);
    await expect(ask(99n)).rejects.toThrow("RequestAmountTooSmall(99)");
    await expect(ask(1_000n * ETHER + 1n)).rejects.toThrow("RequestAmountTooLarge");
    await ask(100n);
    await ask(1_000n * ETHER);
  });

  it("pay out the asked amount when finalised, with hints, and only once", async () => {
    const ids = await requestWithdrawals(alice, [ETHER, 2n * ETHER, 100n]);
    const waiting = await hintsFor(ids);
    expect(waiting).toEqual([0n, 0n, 0n]);
    await expect(onQueue(alice, "claimWithdrawals", [ids, [1n, 1n, 1n]])).rejects.toThrow(
      "RequestNotFoundOrNotFinalized",
    );

    await devnet.levers.passDays(1);
    await devnet.levers.finalise();
    const hints = await hintsFor(ids);
    // The last is so small that the rounding of its shares outweighs a day's reward: it loses a wei.
    expect([...(await askQueue("getClaimableEther", [ids, hints]))]).toEqual([ETHER, 2n * ETHER, 99n]);

    const before = await balance(bob);
    await expect(onQueue(bob, "claimWithdrawals", [ids, hints])).rejects.toThrow(
      `NotOwner(${bob}, ${alice})`,
    );
    await onQueue(alice, "claimWithdrawalsTo", [ids, hints, bob]);
    expect((await balance(bob)) - before).toBeGreaterThan(2n * ETHER);
    expect([...(await askQueue("getWithdrawalRequests", [alice]))]).toEqual([]);
    await expect(onQueue(alice, "claimWithdrawal", [ids[0]])).rejects.toThrow(
      `RequestAlreadyClaimed(${ids[0]})`,
    );
    const [status] = await askQueue("getWithdrawalStatus", [[ids[0]]]);
    expect([status.isFinalized, status.isClaimed]).toEqual([true, true]);
  });

  it("pay a wei less when the rate has not moved since, because shares were rounded down", async () => {
    const ids = await requestWithdrawals(alice, [ETHER]);
    await devnet.levers.finalise();
    const [claimable] = await askQueue("getClaimableEther", [ids, await hintsFor(ids)]);
    expect(ETHER - claimable).toBeLessThanOrEqual(1n);
  });

  it("pay less after a slashing, and never more after rewards", async () => {
    const [first] = await requestWithdrawals(alice, [10n * ETHER]);
    await devnet.levers.report({ rewards: 10_000n * ETHER });
    await devnet.levers.finalise();
    const [second] = (await requestWithdrawals(alice, [10n * ETHER])).filter((id) => id !== first);
    await devnet.levers.slash({ amount: 200_000n * ETHER });
    await devnet.levers.finalise();
    const ids = [first!, second!];
    const [afterRewards, afterSlash] = await askQueue("getClaimableEther", [ids, await hintsFor(ids)]);
    expect(afterRewards).toBe(10n * ETHER);
    expect(afterSlash).toBeLessThan(10n * ETHER);
    expect(afterSlash).toBeGreaterThan(9n * ETHER);
    const before = await balance(bob);
    await onQueue(alice, "claimWithdrawalsTo", [[second], await hintsFor([second!]), bob]);
    expect((await balance(bob)) - before).toBe(afterSlash);
  });

  it("want ids in ascending order and the right hint", async () => {
    const ids = await requestWithdrawals(alice, [ETHER, ETHER]);
    await devnet.levers.finalise();
    await expect(hintsFor([...ids].reverse())).rejects.toThrow("RequestIdsNotSorted");
    await expect(onQueue(alice, "claimWithdrawals", [[ids[0]], [1n]])).rejects.toThrow("InvalidHint(1)");
    await expect(onQueue(alice, "claimWithdrawals", [ids, [1n]])).rejects.toThrow(
      "ArraysLengthMismatch(2, 1)",
    );
    await expect(onQueue(alice, "claimWithdrawalsTo", [[], [], `0x${"0".repeat(40)}`])).rejects.toThrow(
      "ZeroRecipient",
    );
  });

  it("list an owner's requests in set order: a claim moves the last into the gap", async () => {
    const ids = await requestWithdrawals(alice, [ETHER, ETHER, ETHER]);
    await devnet.levers.finalise();
    await onQueue(alice, "claimWithdrawal", [ids[0]]);
    expect([...(await askQueue("getWithdrawalRequests", [alice]))]).toEqual([ids[2], ids[1]]);
  });

  it("follow the token when it is given away", async () => {
    const [id] = await requestWithdrawals(alice, [ETHER]);
    await onQueue(alice, "transferFrom", [alice, bob, id]);
    expect([...(await askQueue("getWithdrawalRequests", [alice]))]).toEqual([]);
    expect(await askQueue("ownerOf", [id])).toBe(bob);
    await devnet.levers.finalise();
    await expect(onQueue(alice, "claimWithdrawal", [id])).rejects.toThrow("NotOwner");
    await onQueue(bob, "claimWithdrawal", [id]);
  });

  it("while the queue is paused: no new requests, claims go on", async () => {
    const [id] = await requestWithdrawals(alice, [ETHER]);
    await devnet.levers.finalise();
    await devnet.levers.pauseQueue();
    expect(await askQueue("isPaused")).toBe(true);
    await expect(onQueue(alice, "requestWithdrawals", [[ETHER / 2n], alice])).rejects.toThrow(
      "ResumedExpected",
    );
    await onQueue(alice, "claimWithdrawal", [id]);
    await devnet.levers.resumeQueue();
    expect(await askQueue("isPaused")).toBe(false);
  });

  it("show bunker mode and its beginning", async () => {
    expect(await askQueue("bunkerModeSinceTimestamp")).toBe(MAX_UINT256);
    await devnet.levers.bunker(true);
    expect(await askQueue("isBunkerModeActive")).toBe(true);
    expect(await askQueue("bunkerModeSinceTimestamp")).toBeLessThan(await blockTime());
    await devnet.levers.bunker(false);
    expect(await askQueue("isBunkerModeActive")).toBe(false);
  });
});

describe("any sequence of actions", () => {
  const action = fc.oneof(
    fc.record({ kind: fc.constant("stake" as const), amount: fc.bigInt({ min: 1n, max: 50n * ETHER }) }),
    fc.record({ kind: fc.constant("transfer" as const), amount: fc.bigInt({ min: 0n, max: ETHER }) }),
    fc.record({ kind: fc.constant("wrap" as const), amount: fc.bigInt({ min: 10n, max: ETHER }) }),
    fc.record({ kind: fc.constant("request" as const), amount: fc.bigInt({ min: 100n, max: ETHER }) }),
    fc.record({ kind: fc.constant("report" as const), amount: fc.bigInt({ min: -5_000n, max: 5_000n }) }),
    fc.record({ kind: fc.constant("finalise" as const), amount: fc.constant(0n) }),
  );

  it("keeps the shares of all holders equal to the total, and enough ether for every claim", async () => {
    await stake(alice, 200n * ETHER);
    for (const spender of [wsteth, withdrawalQueue]) await onSteth(alice, "approve", [spender, MAX_UINT256]);
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 4, maxLength: 10 }), async (actions) => {
        for (const { kind, amount } of actions) {
          if (kind === "stake") await stake(alice, amount);
          else if (kind === "transfer") await onSteth(alice, "transfer", [bob, amount]);
          else if (kind === "wrap") await onWsteth(alice, "wrap", [amount]);
          else if (kind === "request") await onQueue(alice, "requestWithdrawals", [[amount], alice]);
          else if (kind === "finalise") await devnet.levers.finalise();
          else if (amount < 0n) await devnet.levers.slash({ amount: -amount * ETHER });
          else await devnet.levers.report({ rewards: amount * ETHER });
        }
        const treasury = "0x3e40D73EB977Dc6a537aF587D48316feE66E9C8c";
        const others = "0x00000000000000000000000000000000DeaDBeef";
        let sum = 0n;
        for (const holder of [alice, bob, wsteth, withdrawalQueue, treasury, others]) {
          sum += await askSteth("sharesOf", [holder]);
        }
        expect(sum).toBe(await askSteth("getTotalShares"));
        expect(await askSteth("sharesOf", [wsteth])).toBeGreaterThanOrEqual(await askWsteth("totalSupply"));
        expect(await balance(withdrawalQueue)).toBe(await askQueue("getLockedEtherAmount"));

        const last = await askQueue("getLastFinalizedRequestId");
        const ids = Array.from({ length: Number(last) }, (_, index) => BigInt(index + 1));
        const claimable: bigint[] = [...(await askQueue("getClaimableEther", [ids, await hintsFor(ids)]))];
        expect(claimable.reduce((a, b) => a + b)).toBeLessThanOrEqual(await askQueue("getLockedEtherAmount"));
      }),
      { numRuns: 25 },
    );
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
