import type { Address } from "../../core/account/account.ts";
import type { Redemption } from "../../core/staking/position.ts";
import type { Read } from "../../core/staking/protocol.ts";
import { read } from "./abi.ts";

/** Reads of Lido itself: key → contract and method. */
export const globalReads = {
  rate: ["wstEth", "stEthPerToken"],
  ether: ["stEth", "getTotalPooledEther"],
  shares: ["stEth", "getTotalShares"],
  fee: ["stEth", "getFee"],
  limit: ["stEth", "getStakeLimitFullInfo"],
  paused: ["queue", "isPaused"],
  resumes: ["queue", "getResumeSinceTimestamp"],
  bunker: ["queue", "isBunkerModeActive"],
  unfinalized: ["queue", "unfinalizedStETH"],
  lastRequest: ["queue", "getLastRequestId"],
  lastFinalized: ["queue", "getLastFinalizedRequestId"],
  checkpoint: ["queue", "getLastCheckpointIndex"],
  minimum: ["queue", "MIN_STETH_WITHDRAWAL_AMOUNT"],
  maximum: ["queue", "MAX_STETH_WITHDRAWAL_AMOUNT"],
} as const;

/** Keys of an account's answers. */
export const accountKeys = (account: Address) => ({
  stEth: `stEth:${account}`,
  shares: `shares:${account}`,
  wstEth: `wstEth:${account}`,
  requests: `requests:${account}`,
});

/** The status of one request; one call each, since a single unknown id makes a call for many fail. */
export function statusRead(id: bigint): Read {
  return read(`status:${id}`, "queue", "getWithdrawalStatus", [[id]]);
}

/**
 * Everything one refresh needs. Open requests seen before are asked for at once, by id, so that the usual refresh
 * needs no second round, and so that one which left the account's list is told apart: claimed or given away.
 */
export function reads(accounts: readonly Address[], known: readonly Redemption[]): Read[] {
  const own = accounts.flatMap((account) => {
    const keys = accountKeys(account);
    return [
      read(keys.stEth, "stEth", "balanceOf", [account]),
      read(keys.shares, "stEth", "sharesOf", [account]),
      read(keys.wstEth, "wstEth", "balanceOf", [account]),
      read(keys.requests, "queue", "getWithdrawalRequests", [account]),
    ];
  });
  const ids = new Set(known.filter((one) => one.state !== "claimed").map((one) => one.id));
  return [
    ...Object.entries(globalReads).map(([key, [contract, method]]) => read(key, contract, method, [])),
    ...own,
    ...[...ids].map((id) => statusRead(BigInt(id))),
  ];
}
