import type { Address } from "../core/account/account.ts";
import { decodeAmount, encodeBalanceOf } from "../core/asset/erc20.ts";
import type { ChainAccess } from "../core/chain/access.ts";
import type { Snapshot } from "../core/snapshot/snapshot.ts";
import type { Protocol } from "../core/staking/protocol.ts";

export interface Opinion {
  verdict: Snapshot["secondOpinion"];
  /** Host names. */
  first: string;
  second: string;
  /** What the second endpoint says, by protocol id, when the two agree. */
  rates: ReadonlyMap<string, bigint>;
}

/** Whose holdings are compared beside the rates: the native balance, and a token's where one is named. */
export interface Holder {
  account: Address;
  token?: Address | undefined;
}

type Answer = NonNullable<Awaited<ReturnType<ChainAccess["readMany"]>>>;

/** Key of the token's balance; a protocol's id has no colon. */
const TOKEN = "balance:token";

/** Blocks this far apart in time are not the same present. */
const FURTHEST_SECONDS = 600;

/** Equal at the same block; else within `ppm` millionths, since a block lies between. */
function agree(a: bigint, b: bigint, sameBlock: boolean, ppm: bigint): boolean {
  if (a === b) return true;
  if (sameBlock) return false;
  const [low, high] = a < b ? [a, b] : [b, a];
  return (high - low) * 1_000_000n <= high * ppm;
}

function compare(
  first: Answer,
  second: Answer,
  protocols: readonly Protocol[],
  holder: Holder | undefined,
): boolean {
  if (Math.abs(first.block.timestamp - second.block.timestamp) > FURTHEST_SECONDS) return false;
  const sameBlock = first.block.number === second.block.number;
  for (const { definition, decodeRate } of protocols) {
    const [one, other] = [first.answers.get(definition.id), second.answers.get(definition.id)];
    if (one === undefined || other === undefined) return one === other;
    // A daily report moves a rate by about 80 millionths.
    if (!agree(decodeRate(one), decodeRate(other), sameBlock, 1_000n)) return false;
  }
  if (holder === undefined) return true;
  const native = (answer: Answer): bigint => answer.native.get(holder.account) ?? 0n;
  const token = (answer: Answer): bigint => decodeAmount(answer.answers.get(TOKEN)) ?? 0n;
  return [native, token].every((balance) => agree(balance(first), balance(second), sameBlock, 10_000n));
}

/**
 * Reads rates, and an account's balances, from the first and the second endpoint and compares them. "single"
 * when there is no second one or it does not answer. A difference is asked about once more before it is believed, since
 * a transaction may lie between the two answers. Rejects with chain/* when the first endpoints fail.
 */
export async function askSecond(
  access: ChainAccess,
  protocols: readonly Protocol[],
  holder: Holder | undefined,
): Promise<Opinion> {
  const reads = protocols.map(({ definition, rateRead }) => ({ ...rateRead(), key: definition.id }));
  if (holder?.token !== undefined) {
    reads.push({ key: TOKEN, to: holder.token, data: encodeBalanceOf(holder.account) });
  }
  const input = { reads, native: holder === undefined ? [] : [holder.account] };
  for (let attempt = 1; ; attempt += 1) {
    const [first, second] = await Promise.all([
      access.readMany(input),
      access.readMany({ ...input, second: true }).catch(() => undefined),
    ]);
    const hosts = { first: first?.endpoint ?? "", second: second?.endpoint ?? "" };
    // When the first endpoint is down, the second may have answered for both.
    if (first === undefined || second === undefined || first.endpoint === second.endpoint) {
      return { verdict: "single", ...hosts, rates: new Map() };
    }
    if (compare(first, second, protocols, holder)) {
      const rates = protocols.flatMap(({ definition, decodeRate }) => {
        const answer = second.answers.get(definition.id);
        return answer === undefined ? [] : [[definition.id, decodeRate(answer)] as const];
      });
      return { verdict: "agreed", ...hosts, rates: new Map(rates) };
    }
    if (attempt === 2) return { verdict: "disagreed", ...hosts, rates: new Map() };
  }
}
