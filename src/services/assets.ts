import type { Address } from "../core/account/account.ts";
import { sameAddress } from "../core/account/address.ts";
import type { Asset } from "../core/asset/asset.ts";
import { decodeAmount, encodeBalanceOf } from "../core/asset/erc20.ts";
import { tokenFactReads, tokenFromFacts } from "../core/asset/token-facts.ts";
import { WatchedAsset } from "../core/asset/watched-asset.ts";
import { wellKnownTokens } from "../core/asset/well-known.ts";
import type { AuditWriter } from "../core/audit/audit.ts";
import type { ChainAccess } from "../core/chain/access.ts";
import type { Clock, KeyValueStore } from "../core/environment/environment.ts";
import { WeirError } from "../core/errors/index.ts";
import { skeleton } from "../core/phishing/skeleton.ts";
import type { Remark } from "../core/staking/plan.ts";
import { localKeys } from "../core/store/keys.ts";
import { recordStore } from "../core/store/record-store.ts";
import type { CommandHandlers } from "../messages/popup/index.ts";

/** Tokens that people watch on one network, at the most: each is a read per account and refresh. */
const mostWatched = 64;

export interface AssetsParts {
  local: KeyValueStore;
  clock: Clock;
  audit: AuditWriter;
  /** Rejects chain/unknown. */
  access(chainId: number): Pick<ChainAccess, "readMany">;
  /** Tokens that the wallet itself knows on a network, and its coin. */
  known(chainId: number): readonly Asset[] | Promise<readonly Asset[]>;
  /** What is watched on the network changed. */
  onChange?(chainId: number): void;
}

export interface Assets {
  /** A token by its contract's own words, with what is to be said of its name; undefined when it is none. Rejects chain/*. */
  lookUp(
    chainId: number,
    token: Address,
  ): Promise<{ asset: Asset & { address: Address }; remarks: readonly Remark[] } | undefined>;
  /** Rejects site/asset-refused when there are too many. */
  watch(chainId: number, asset: Asset, origin: string): Promise<void>;
  remove(chainId: number, token: Address): Promise<void>;
  /** What is watched on a network, oldest first. */
  watched(chainId: number): Promise<WatchedAsset[]>;
  handlers: Pick<CommandHandlers, "assets.remove">;
}

const reading = (symbol: string): string => skeleton(symbol.toLowerCase());

/** Tokens that the person asked to see. */
export function createAssets({ local, clock, audit, access, known, onChange }: AssetsParts): Assets {
  const store = recordStore(local, localKeys.asset, WatchedAsset);
  const idOf = (chainId: number, token: Address): string => `${chainId}:${token.toLowerCase()}`;

  async function watched(chainId: number): Promise<WatchedAsset[]> {
    const { records } = await store.list();
    return records.filter((one) => one.chainId === chainId).sort((a, b) => a.addedAt - b.addedAt);
  }

  /** Whether another token, or the coin, bears a name that reads the same. */
  async function remarksOn(chainId: number, asset: Asset & { address: Address }): Promise<Remark[]> {
    const own = await known(chainId);
    const listed = chainId === 1 ? wellKnownTokens : [];
    const same = (other: { address?: Address | undefined }): boolean =>
      other.address !== undefined && sameAddress(other.address, asset.address);
    if ([...own, ...listed].some(same)) return [];
    const { symbol, address: token } = asset;
    const namesake = [...own, ...listed].find((other) => reading(other.symbol) === reading(symbol));
    const words = namesake
      ? { key: "remark.namesake-token", params: { token, symbol: namesake.symbol } }
      : { key: "remark.foreign-token", params: { token, symbol } };
    return [{ level: namesake ? "warn" : "note", words }];
  }

  async function remove(chainId: number, token: Address): Promise<void> {
    await store.remove(idOf(chainId, token));
    await audit("asset.removed", { chainId, token });
    onChange?.(chainId);
  }

  return {
    watched,
    remove,

    async lookUp(chainId, token) {
      // Having balances and a name is part of being a token that somebody wants to see.
      const balance = { key: "balance", to: token, data: encodeBalanceOf(token) };
      const result = await access(chainId).readMany({
        reads: [...tokenFactReads([token]), balance],
        native: [],
      });
      const answers = result?.answers;
      const isToken =
        decodeAmount(answers?.get("balance")) !== undefined &&
        answers?.get(`symbol:${token.toLowerCase()}`) !== undefined;
      const asset = answers && isToken ? tokenFromFacts(token, answers) : undefined;
      return asset && { asset, remarks: await remarksOn(chainId, asset) };
    },

    async watch(chainId, asset, origin) {
      const { address } = asset;
      if (address === undefined) throw new WeirError("site/asset-refused", { reason: "It has no address." });
      const others = (await watched(chainId)).filter((one) => one.asset.id !== asset.id);
      if (others.length >= mostWatched) {
        throw new WeirError("site/asset-refused", { reason: "Too many tokens are watched already." });
      }
      await store.put(idOf(chainId, address), { chainId, asset, addedAt: clock.nowSeconds(), origin });
      await audit("asset.watched", { chainId, token: address, symbol: asset.symbol, origin });
      onChange?.(chainId);
    },

    handlers: {
      async "assets.remove"({ chainId, token }) {
        await remove(chainId, token);
        return {};
      },
    },
  };
}
