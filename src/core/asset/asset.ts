import * as v from "valibot";
import { address } from "../wire/schemas.ts";

/**
 * What an amount is counted in. `id` is "native" or the token's address in lower case; decimals place the point
 * between base units and whole units.
 */
export const Asset = v.object({
  id: v.string(),
  symbol: v.pipe(v.string(), v.maxLength(16)),
  name: v.pipe(v.string(), v.maxLength(60)),
  decimals: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(77)),
  address: v.optional(address),
});
export type Asset = v.InferOutput<typeof Asset>;
