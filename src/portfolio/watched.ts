import type { Address } from "../core/account/account.ts";
import type { Asset } from "../core/asset/asset.ts";
import { decodeAmount, encodeBalanceOf } from "../core/asset/erc20.ts";
import type { TokenBalance } from "../core/snapshot/snapshot.ts";
import type { Read, ReadAnswers } from "../core/staking/protocol.ts";

const keyOf = (asset: Asset, account: Address): string => `watched:${asset.id}:${account.toLowerCase()}`;

/** Every account's balance of every watched token. */
export function watchedReads(assets: readonly Asset[], accounts: readonly Address[]): Read[] {
  return assets.flatMap((asset) => {
    const { address } = asset;
    if (address === undefined) return [];
    return accounts.map((account) => ({
      key: keyOf(asset, account),
      to: address,
      data: encodeBalanceOf(account),
    }));
  });
}

/** What the tokens' contracts say the accounts hold. A contract that does not answer leaves its line without a balance. */
export function watchedBalances(
  assets: readonly Asset[],
  accounts: readonly Address[],
  answers: ReadAnswers,
): TokenBalance[] {
  return assets.flatMap((asset) =>
    accounts.map((account) => {
      const balance = decodeAmount(answers.get(keyOf(asset, account)));
      return { account, asset, ...(balance === undefined ? {} : { balance }) };
    }),
  );
}
