import type { Address } from "../core/account/account.ts";
import type { FeeChoice } from "../core/chain/access.ts";
import { staleness } from "../core/chain/freshness.ts";
import { WeirError } from "../core/errors/index.ts";
import type { Snapshot } from "../core/snapshot/snapshot.ts";
import { gasOfKind } from "./gas.ts";

export type MaximumKind = "stake" | "convert" | "redeem" | "send";

const sameAddress = (a: Address, b: Address): boolean => a.toLowerCase() === b.toLowerCase();

/**
 * The most of an asset that an operation can use by this snapshot: a token to its last unit, the native asset less
 * the gas at the fast fee level. Throws staking/state-unknown when the snapshot does not know the balance for sure,
 * chain/stale when its block was old already when it was read.
 */
export function maximumOf(input: {
  snapshot: Snapshot;
  account: Address;
  kind: MaximumKind;
  assetId: string;
  fees: FeeChoice;
}): { amount: bigint; reservedGasWei: bigint } {
  const { snapshot, account, kind, assetId } = input;
  const stale = staleness(snapshot.block, snapshot.takenAt, snapshot.endpoint);
  if (stale !== undefined) throw stale;
  const isNative = assetId === "native";
  const reservedGasWei = gasOfKind(kind, isNative) * input.fees.fast.maxFeePerGas;
  if (isNative) {
    const held = snapshot.native.find((one) => sameAddress(one.account, account));
    if (held === undefined) throw new WeirError("staking/state-unknown", { protocol: snapshot.endpoint });
    const left = held.balance - reservedGasWei;
    return { amount: left > 0n ? left : 0n, reservedGasWei };
  }
  const position = snapshot.positions.find(
    (one) => one.token.id === assetId.toLowerCase() && sameAddress(one.account, account),
  );
  const failed = snapshot.protocols.some((one) => one.protocol === position?.protocol && one.failure);
  if (position === undefined || failed) {
    throw new WeirError("staking/state-unknown", { protocol: position?.protocol ?? snapshot.endpoint });
  }
  return { amount: position.balance, reservedGasWei };
}
