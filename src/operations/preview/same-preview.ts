import type { AllowanceChange, Preview } from "../../core/operation/operation.ts";
import type { Effect } from "../../core/staking/plan.ts";

/**
 * Whether two amounts are the same to somebody who approves: a rebasing token's dust of 2 units, and the hundredth
 * of a percent by which a rate moves with a daily report.
 */
export function closeEnough(shown: bigint, now: bigint): boolean {
  const difference = shown > now ? shown - now : now - shown;
  const size = shown < 0n ? -shown : shown;
  return difference <= 2n + size / 10_000n;
}

/** Whether two sets of balance changes are the same but for dust. */
export function sameEffects(shown: readonly Effect[], now: readonly Effect[]): boolean {
  const ids = new Set([...shown, ...now].map((effect) => effect.asset.id));
  const changeOf = (effects: readonly Effect[], id: string) =>
    effects.find((effect) => effect.asset.id === id)?.change ?? 0n;
  return [...ids].every((id) => {
    const before = changeOf(shown, id);
    const after = changeOf(now, id);
    // What leaves in the native asset is fixed by the transaction itself.
    return id === "native" && before < 0n ? before === after : closeEnough(before, after);
  });
}

/** Whether the same rights change in the same way, from the same state, for somebody who is still what he was. */
function sameAllowances(shown: Preview, now: Preview): boolean {
  const key = (each: AllowanceChange) => `${each.form}:${each.token}:${each.spender}`.toLowerCase();
  const left = new Map(shown.allowances.map((each) => [key(each), each]));
  const right = new Map(now.allowances.map((each) => [key(each), each]));
  return (
    left.size === right.size &&
    [...left].every(([pair, one]) => {
      const other = right.get(pair);
      return (
        other !== undefined &&
        closeEnough(one.after, other.after) &&
        closeEnough(one.before, other.before) &&
        one.until === other.until &&
        one.spenderKind === other.spenderKind
      );
    })
  );
}

/**
 * Whether what was shown still holds: the same balance changes and allowances but for dust, checked or unchecked as
 * before, and no warning that was not there.
 */
export function samePreview(shown: Preview, now: Preview): boolean {
  const warned = new Set(shown.remarks.map((remark) => remark.words.key));
  const news = now.remarks.some((each) => each.level !== "note" && !warned.has(each.words.key));
  const effects =
    shown.effects === undefined || now.effects === undefined
      ? shown.effects === now.effects
      : sameEffects(shown.effects, now.effects);
  const checked = (shown.block === undefined) === (now.block === undefined);
  return !news && checked && effects && sameAllowances(shown, now);
}
