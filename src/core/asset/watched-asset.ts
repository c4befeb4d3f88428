import * as v from "valibot";
import { chainId, unixSeconds } from "../wire/schemas.ts";
import { Asset } from "./asset.ts";

/** A token that the person asked to see, stored under `asset:<chainId>:<address>`. It never counts as verified. */
export const WatchedAsset = v.object({
  chainId,
  asset: Asset,
  addedAt: unixSeconds,
  /** The site that proposed it. */
  origin: v.optional(v.string()),
});
export type WatchedAsset = v.InferOutput<typeof WatchedAsset>;
