import type { Address } from "../core/account/account.ts";
import type { ChainAccess } from "../core/chain/access.ts";
import type { Snapshot } from "../core/snapshot/snapshot.ts";
import type { Protocol } from "../core/staking/protocol.ts";

export interface Opinion {
  verdict: Snapshot["secondOpinion"];
  /** Host names. */
  first: string;
  second: string;
}

type Answer = NonNullable<Awaited<ReturnType<ChainAccess["readMany"]>>>;

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
  account: Address | undefined,
): boolean {
  if (Math.abs(first.block.timestamp - second.block.timestamp) > FURTHEST_SECONDS) return false;
  const sameBlock = first.block.number === second.block.number;
  for (const { definition, decodeRate } of protocols) {
    const [one, other] = [first.answers.get(definition.id), second.answers.get(definition.id)];
    if (one === undefined || other === undefined) return one === other;
    // A daily report moves a rate by about 80 millionths.
    if (!agree(decodeRate(one), decodeRate(other), sameBlock, 1_000n)) return false;
  }
  if (account === undefined) return true;
  const balance = (answer: Answer): bigint => answer.native.get(account) ?? 0n;
  return agree(balance(first), balance(second), sameBlock, 10_000n);
}

/**
 * Reads rates, and an account's native balance, from the first and the second endpoint and compares them. "single"
 * when there is no second one or it does not answer. A difference is asked about once more before it is believed, since
 * a transaction may lie between the two answers. Rejects with chain/* when the first endpoints fail.
 */
export async function askSecond(
  access: ChainAccess,
  protocols: readonly Protocol[],
  account: Address | undefined,
): Promise<Opinion> {
  const reads = protocols.map(({ definition, rateRead }) => ({ ...rateRead(), key: definition.id }));
  const input = { reads, native: account === undefined ? [] : [account] };
  for (let attempt = 1; ; attempt += 1) {
    const [first, second] = await Promise.all([
      access.readMany(input),
      access.readMany({ ...input, second: true }).catch(() => undefined),
    ]);
    const hosts = { first: first?.endpoint ?? "", second: second?.endpoint ?? "" };
    if (first === undefined || second === undefined) return { verdict: "single", ...hosts };
    if (compare(first, second, protocols, account)) return { verdict: "agreed", ...hosts };
    if (attempt === 2) return { verdict: "disagreed", ...hosts };
  }
}
