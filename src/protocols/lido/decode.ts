import * as v from "valibot";
import type { Address } from "../../core/account/account.ts";
import { WeirError } from "../../core/errors/index.ts";
import type { Position } from "../../core/staking/position.ts";
import type {
  BlockRef,
  Protocol,
  ProtocolReading,
  ProtocolState,
  ReadAnswers,
} from "../../core/staking/protocol.ts";
import { type ContractName, decoded } from "./abi.ts";
import { id, native, stEth, wstEth } from "./facts.ts";
import { judgeRate } from "./rate.ts";
import { accountKeys, globalReads } from "./read.ts";
import { followRequests } from "./requests.ts";
import { decodeState, encodeState, etherForShares, type LidoState, QueuePace } from "./state.ts";

const unknown = () => new WeirError("staking/state-unknown", { protocol: "Lido" });

function value(answers: ReadAnswers, key: string, contract: ContractName, method: string): bigint {
  const result = decoded(contract, method, answers.get(key));
  if (result === undefined) throw unknown();
  return BigInt(result[0]);
}

function globalState(
  answers: ReadAnswers,
  block: BlockRef,
  previous: ProtocolState | undefined,
  queue: ProtocolState | undefined,
  agreedRate: bigint | undefined,
): LidoState {
  const amount = (key: keyof typeof globalReads): bigint => {
    const [contract, method] = globalReads[key];
    return value(answers, key, contract, method);
  };
  const limit = decoded(...globalReads.limit, answers.get("limit"));
  if (limit === undefined) throw unknown();
  const before = decodeState(previous);
  const measured = v.safeParse(QueuePace, queue);
  // Measured and nothing paid: the old pace holds no longer. Not measured this time: it does.
  const pace = measured.success ? measured.output : queue === undefined ? before?.pace : undefined;
  const rates = {
    at: block.timestamp,
    rate: amount("rate"),
    totalPooledEther: amount("ether"),
    totalShares: amount("shares"),
  };
  return {
    ...rates,
    ...judgeRate(rates, before?.sound, agreedRate),
    feeBasisPoints: Number(amount("fee")),
    stakingPaused: limit[0],
    stakeLimited: limit[1],
    currentStakeLimit: limit[2],
    maxStakeLimit: limit[3],
    queuePaused: amount("paused") !== 0n,
    queueResumesAt: amount("resumes"),
    bunker: amount("bunker") !== 0n,
    unfinalizedEther: amount("unfinalized"),
    lastRequestId: amount("lastRequest"),
    lastFinalizedId: amount("lastFinalized"),
    lastCheckpointIndex: amount("checkpoint"),
    minRequest: amount("minimum"),
    maxRequest: amount("maximum"),
    ...(pace && { pace }),
  };
}

/** Both forms of each account's stake. stETH is worth its balance; wstETH are shares and worth their ether. */
function positionsOf(accounts: readonly Address[], answers: ReadAnswers, state: LidoState): Position[] {
  return accounts.flatMap((account): Position[] => {
    const keys = accountKeys(account);
    const rebasing = value(answers, keys.stEth, "stEth", "balanceOf");
    const shares = value(answers, keys.shares, "stEth", "sharesOf");
    const wrapped = value(answers, keys.wstEth, "wstEth", "balanceOf");
    const common = { protocol: id, account, worthAsset: native };
    return [
      { ...common, token: stEth, growth: "rebasing", balance: rebasing, shares, worth: rebasing },
      {
        ...common,
        token: wstEth,
        growth: "accruing",
        balance: wrapped,
        worth: etherForShares(state, wrapped),
      },
    ];
  });
}

/**
 * Lido's state, positions and requests out of the answers so far. Throws staking/state-unknown when one of Lido's
 * own figures or a balance is missing or malformed: nothing is guessed.
 */
export function decode(input: Parameters<Protocol["decode"]>[0]): ProtocolReading {
  const state = globalState(input.answers, input.block, input.previous, input.queue, input.agreedRate);
  const { redemptions, more } = followRequests({ ...input, state });
  return {
    state: encodeState(state),
    positions: positionsOf(input.accounts, input.answers, state),
    redemptions,
    more,
    doubtful: state.trouble !== undefined,
  };
}
