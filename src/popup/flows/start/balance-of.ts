import type { Asset } from "../../../core/asset/asset.ts";
import type { Start } from "./use-start.ts";

/** What the account holds of an asset by the last snapshot: base units, undefined when it does not say. */
export function balanceOf(start: Start, asset: Asset | undefined): bigint | undefined {
  if (asset === undefined) return undefined;
  if (asset.id === "native") return start.nativeBalance;
  const position = start.positions.find((each) => each.token.id === asset.id);
  // The snapshot lists what is there; a token it does not list is not held.
  return position?.balance ?? (start.snapshot === undefined ? undefined : 0n);
}
