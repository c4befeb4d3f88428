import type { Address, Hex } from "../../core/account/account.ts";
import type { Log, Read } from "../../core/staking/protocol.ts";
import { abiOf, type ContractName, eventTopic, lidoContracts } from "./abi.ts";
import { queueAddress, stEthAddress } from "./facts.ts";

// A Lido of plain values for tests: answers reads the way the contracts do, from a few figures.

export const account: Address = "0x00000000000000000000000000000000000a11ce";
const ONE = 10n ** 18n;
const DAY = 86_400;
export const start = 1_700_000_000;

export interface Request {
  id: bigint;
  amount: bigint;
  owner: Address;
  finalized: boolean;
  claimed: boolean;
}

export interface World {
  ether: bigint;
  shares: bigint;
  /** Shares in either form, of the one account that has any. */
  stEthShares: bigint;
  wstEth: bigint;
  stakingPaused: boolean;
  limit: { current: bigint; max: bigint } | undefined;
  queuePaused: boolean;
  bunker: boolean;
  unfinalized: bigint;
  lastRequest: bigint;
  lastFinalized: bigint;
  requests: Request[];
  /** Where it differs from ether ÷ shares: what a lying node says. */
  rate?: bigint;
}

export const open: World = {
  ether: 9_000_000n * ONE + 7n,
  shares: 7_500_000n * ONE + 1n,
  stEthShares: 10n * ONE + 3n,
  wstEth: 4n * ONE,
  stakingPaused: false,
  limit: { current: 150_000n * ONE, max: 150_000n * ONE },
  queuePaused: false,
  bunker: false,
  unfinalized: 5_000n * ONE,
  lastRequest: 100n,
  lastFinalized: 90n,
  requests: [],
};

const request: Request = { id: 95n, amount: 2n * ONE, owner: account, finalized: false, claimed: false };
const ready: Request = { ...request, finalized: true };

/** Situations by name; the conformance suite walks through them. */
export const situations = {
  open,
  grown: { ...open, ether: open.ether + 700n * ONE },
  slashed: { ...open, ether: open.ether - 90_000n * ONE },
  paused: { ...open, stakingPaused: true, limit: { current: 0n, max: 150_000n * ONE } },
  limited: { ...open, limit: { current: 3n * ONE, max: 150_000n * ONE } },
  "redeem-paused": { ...open, queuePaused: true, requests: [request] },
  bunker: { ...open, bunker: true, requests: [request] },
  queued: { ...open, requests: [request] },
  ready: { ...open, lastFinalized: 96n, requests: [ready] },
  claimed: { ...open, lastFinalized: 96n, requests: [{ ...ready, claimed: true }] },
  "rate-zero": { ...open, ether: 0n },
  "rate-thousandfold": { ...open, rate: (ONE * 1000n * open.ether) / open.shares, ether: open.ether * 1000n },
} satisfies Record<string, World>;

function methodResult(world: World, method: string, args: readonly unknown[]): unknown[] | undefined {
  const mine = args.length > 0 && String(args[0]).toLowerCase() === account;
  const found = (id: unknown) => world.requests.find((one) => one.id === id);
  const worth = (shares: bigint) => (world.shares === 0n ? 0n : (shares * world.ether) / world.shares);
  switch (method) {
    case "stEthPerToken":
      return [world.rate ?? worth(ONE)];
    case "getTotalPooledEther":
      return [world.ether];
    case "getTotalShares":
      return [world.shares];
    case "getFee":
      return [1_000];
    case "getStakeLimitFullInfo":
      return [
        world.stakingPaused,
        !!world.limit,
        world.limit?.current ?? 0n,
        world.limit?.max ?? 0n,
        6_400,
        0,
        0,
      ];
    case "isPaused":
      return [world.queuePaused];
    case "isBunkerModeActive":
      return [world.bunker];
    case "unfinalizedStETH":
      return [world.unfinalized];
    case "getLastRequestId":
      return [world.lastRequest];
    case "getLastFinalizedRequestId":
      return [world.lastFinalized];
    case "getLastCheckpointIndex":
      return [12];
    case "MIN_STETH_WITHDRAWAL_AMOUNT":
      return [100];
    case "MAX_STETH_WITHDRAWAL_AMOUNT":
      return [1_000n * ONE];
    case "getResumeSinceTimestamp":
      return [world.queuePaused ? start + 30 * DAY : 0];
    case "sharesOf":
      return [mine ? world.stEthShares : 0n];
    case "getWithdrawalRequests":
      return [
        mine
          ? world.requests.filter((one) => !one.claimed && one.owner === account).map((one) => one.id)
          : [],
      ];
    case "getWithdrawalStatus": {
      const one = found((args[0] as bigint[])[0]);
      if (one === undefined) return undefined;
      return [[[one.amount, one.amount, one.owner, start - DAY, one.finalized, one.claimed]]];
    }
    case "findCheckpointHints":
      return [[12n]];
    case "getClaimableEther":
      return [[found((args[0] as bigint[])[0])?.amount ?? 0n]];
    case "nonces":
    case "allowance":
      return [0n];
    default:
      return undefined;
  }
}

function answerOf(world: World, read: Read): Hex | undefined {
  const name = (Object.keys(lidoContracts) as ContractName[]).find(
    (one) => lidoContracts[one].address === read.to,
  );
  if (name === undefined) return undefined;
  const abi = abiOf(name);
  const call = abi.parseTransaction({ data: read.data });
  if (call === null) return undefined;
  let result = methodResult(world, call.name, call.args);
  if (call.name === "balanceOf") {
    const mine = String(call.args[0]).toLowerCase() === account;
    const worth = world.shares === 0n ? 0n : (world.stEthShares * world.ether) / world.shares;
    result = [mine ? (name === "wstEth" ? world.wstEth : worth) : 0n];
  }
  return result === undefined ? undefined : (abi.encodeFunctionResult(call.name, result) as Hex);
}

/** What the contracts would answer. */
export function answersIn(world: World, reads: readonly Read[]): Map<string, Hex | undefined> {
  return new Map(reads.map((read) => [read.key, answerOf(world, read)]));
}

/** A report's log: the pool's ether before and after, shares unchanged. */
export function reportLog(at: number, elapsed: number, pre: bigint, post: bigint, shares = open.shares): Log {
  const abi = abiOf("stEth");
  const { data, topics } = abi.encodeEventLog("TokenRebased", [at, elapsed, shares, pre, shares, post, 0]);
  return { address: stEthAddress, topics: topics as Hex[], data: data as Hex, blockNumber: at };
}

/** A payout's log. */
export function payoutLog(at: number, ether: bigint): Log {
  const abi = abiOf("queue");
  const { data } = abi.encodeEventLog("WithdrawalsFinalized", [1, 2, ether, 0, at]);
  const topics = [
    eventTopic("queue", "WithdrawalsFinalized"),
    `0x${"0".repeat(63)}1`,
    `0x${"0".repeat(63)}2`,
  ];
  return { address: queueAddress, topics: topics as Hex[], data: data as Hex, blockNumber: at };
}
