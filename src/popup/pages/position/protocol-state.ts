import * as v from "valibot";
import { baseUnits } from "../../../core/wire/schemas.ts";

/**
 * What pages understand of a protocol's stored state. Protocols write their own form; of it, these fields mean the same
 * everywhere, and each may be missing. Amounts in base units of the native asset.
 */
const ShownState = v.object({
  stakingPaused: v.optional(v.boolean()),
  queuePaused: v.optional(v.boolean()),
  bunker: v.optional(v.boolean()),
  stakeLimited: v.optional(v.boolean()),
  currentStakeLimit: v.optional(baseUnits),
  maxStakeLimit: v.optional(baseUnits),
  unfinalizedEther: v.optional(baseUnits),
  feeBasisPoints: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000))),
});
export type ShownState = v.InferOutput<typeof ShownState>;

/** The fields of `state` that pages can show; undefined when it holds none of them. */
export function shownState(state: unknown): ShownState | undefined {
  const parsed = v.safeParse(ShownState, state);
  if (!parsed.success || Object.keys(parsed.output).length === 0) return undefined;
  return parsed.output;
}
