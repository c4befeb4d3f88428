import { formatUnits } from "../../core/amount/format.ts";
import type { Asset } from "../../core/asset/asset.ts";
import type { Remark, Words } from "../../core/staking/plan.ts";
import { id } from "./facts.ts";

/** Words of copy.json by key, with their values. */
export function words(key: string, params: Words["params"] = {}): Words {
  return { key: `${id}.${key}`, params };
}

/** An amount as words take it: exact decimal text and its unit. */
export function amountParams(amount: bigint, asset: Asset): { amount: string; unit: string } {
  return { amount: formatUnits(amount, asset.decimals), unit: asset.symbol };
}

export function remark(level: Remark["level"], key: string, params: Words["params"] = {}): Remark {
  return { level, words: words(`remark.${key}`, params) };
}
