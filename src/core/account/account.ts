import * as v from "valibot";
import { Device } from "../device/device.ts";
import { address, recordId, unixSeconds } from "../wire/schemas.ts";

/**
 * An account as everybody may see it. `derived` comes from a phrase in the vault (`secretId`, BIP-32 `path`),
 * `imported` from a single key in the vault, `ledger` signs on a device (`deviceId`, `path`), `watch` has no key here and
 * can sign nothing.
 */
export const Account = v.object({
  id: recordId,
  kind: v.picklist(["derived", "imported", "ledger", "watch"]),
  address,
  label: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
  hidden: v.boolean(),
  createdAt: unixSeconds,
  secretId: v.optional(recordId),
  path: v.optional(v.string()),
  deviceId: v.optional(recordId),
});
export type Account = v.InferOutput<typeof Account>;

/** The public record in storage.local under `accounts`. */
export const AccountList = v.object({
  accounts: v.array(Account),
  selectedId: v.nullable(recordId),
  /** Phrases in the vault, without content: whether each was written down, for the reminder. */
  phrases: v.array(
    v.object({
      id: recordId,
      words: v.number(),
      backedUp: v.boolean(),
      createdAt: unixSeconds,
      label: v.string(),
    }),
  ),
  /** Paired Ledgers. */
  devices: v.optional(v.array(Device), []),
  /** The account whose device confirms critical operations. */
  secondFactorId: v.optional(recordId),
});
export type AccountList = v.InferOutput<typeof AccountList>;

/** Somebody the user sends to. */
export const Contact = v.object({
  id: recordId,
  address,
  label: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
  createdAt: unixSeconds,
});
export type Contact = v.InferOutput<typeof Contact>;
export const ContactList = v.array(Contact);

export type Address = `0x${string}`;
export type Hex = `0x${string}`;
