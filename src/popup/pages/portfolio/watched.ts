import type { Asset } from "../../../core/asset/asset.ts";
import { WatchedAsset } from "../../../core/asset/watched-asset.ts";
import type { Snapshot } from "../../../core/snapshot/snapshot.ts";
import { localKeys } from "../../../core/store/keys.ts";
import { usePage } from "../../data/page-context.ts";
import { useStoredList } from "../../data/stored.ts";

/** A token that the person watches. Balance in base units over the shown accounts; undefined: not read, or no answer. */
export interface WatchedToken {
  asset: Asset;
  /** The site that proposed it. */
  origin: string | undefined;
  balance: bigint | undefined;
}

/** Sums what the snapshot has of a token; accounts whose balance did not come count as nothing, unless none did. */
function balanceOf(
  asset: Asset,
  snapshot: Snapshot | undefined,
  accounts: ReadonlySet<string>,
): bigint | undefined {
  const balances = (snapshot?.tokens ?? [])
    .filter((each) => each.asset.id === asset.id && accounts.has(each.account.toLowerCase()))
    .flatMap(({ balance }) => balance ?? []);
  return balances.length === 0 ? undefined : balances.reduce((sum, each) => sum + each, 0n);
}

/** The tokens watched on a network, oldest first: from their own records, so that one just added or unreadable is there too. */
export function useWatchedTokens(
  chainId: number,
  snapshot: Snapshot | undefined,
  accounts: readonly { address: string }[],
): WatchedToken[] {
  const { records } = useStoredList(usePage().local, localKeys.asset, WatchedAsset);
  const shown = new Set(accounts.map(({ address }) => address.toLowerCase()));
  return records
    .filter((each) => each.chainId === chainId)
    .sort((a, b) => a.addedAt - b.addedAt)
    .map(({ asset, origin }) => ({ asset, origin, balance: balanceOf(asset, snapshot, shown) }));
}
