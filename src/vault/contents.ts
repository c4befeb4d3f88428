import { utf8ToBytes } from "@noble/hashes/utils.js";
import * as v from "valibot";
import { Account, type AccountList } from "../core/account/account.ts";
import { Device } from "../core/device/device.ts";
import { recordId, unixSeconds } from "../core/wire/schemas.ts";

/** A recovery phrase in its one spelling, and the BIP-39 passphrase ("" for none). */
const PhraseSecret = v.strictObject({
  id: recordId,
  kind: v.literal("phrase"),
  phrase: v.string(),
  passphrase: v.string(),
  backedUp: v.boolean(),
  label: v.string(),
  createdAt: unixSeconds,
});
export type PhraseSecret = v.InferOutput<typeof PhraseSecret>;

/** A single private key, 64 hex digits. */
const KeySecret = v.strictObject({
  id: recordId,
  kind: v.literal("key"),
  key: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  createdAt: unixSeconds,
});

/** What is sealed. The accounts here are the truth; the public list in storage.local is a projection of them. */
const Contents = v.strictObject({
  secrets: v.array(v.variant("kind", [PhraseSecret, KeySecret])),
  accounts: v.array(Account),
  /** Absent in vaults that were sealed before there were Ledgers. */
  devices: v.optional(v.array(Device), []),
  /** The Ledger account that confirms critical operations. Here and not in the settings, so that nobody can write it away. */
  secondFactorId: v.optional(recordId),
});
export type Contents = v.InferOutput<typeof Contents>;
export type Secret = Contents["secrets"][number];

/** A vault that holds nothing yet. */
export const emptyContents: Contents = { secrets: [], accounts: [], devices: [] };

/*
 * What cannot be zeroed: JavaScript strings and parsed JSON. Contents are therefore decrypted for one command,
 * kept in no field, and dropped; bytes (keys, seeds, plain text before parsing) are zeroed by whoever made them.
 */

export function encodeContents(contents: Contents): Uint8Array {
  return utf8ToBytes(JSON.stringify(contents));
}

/** undefined when the bytes are not contents. */
export function decodeContents(bytes: Uint8Array): Contents | undefined {
  try {
    const parsed = v.safeParse(Contents, JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/** The public list: no secret. `selectedId` stays what it was while that account exists and shows. */
export function publicList(contents: Contents, selectedId: string | null): AccountList {
  const visible = contents.accounts.filter((account) => !account.hidden);
  const selected = visible.find((account) => account.id === selectedId) ?? visible[0];
  const phrases = contents.secrets.flatMap((secret) =>
    secret.kind === "phrase"
      ? [
          {
            id: secret.id,
            words: secret.phrase.split(" ").length,
            backedUp: secret.backedUp,
            createdAt: secret.createdAt,
            label: secret.label,
          },
        ]
      : [],
  );
  const { accounts, devices, secondFactorId } = contents;
  return {
    accounts,
    selectedId: selected?.id ?? null,
    phrases,
    devices,
    ...(secondFactorId === undefined ? {} : { secondFactorId }),
  };
}
