import * as v from "valibot";
import { unixSeconds } from "../wire/schemas.ts";

/**
 * The record under sessionKeys.lockState: whether the vault is unlocked, for pages to paint the right screen without
 * asking the worker. Absent after a browser start = locked. `locksAt`: when the session ends at the latest.
 */
export const LockState = v.object({ unlocked: v.boolean(), locksAt: v.optional(v.nullable(unixSeconds)) });
export type LockState = v.InferOutput<typeof LockState>;
