import * as v from "valibot";
import { recordId, unixSeconds } from "../../core/wire/schemas.ts";
import { command } from "./command.ts";

const nothing = v.strictObject({});
const done = v.strictObject({});
const password = v.pipe(v.string(), v.maxLength(4096));

/** A secret somebody brings: checked and normalised by the worker, never stored outside the vault. */
export const SecretInput = v.variant("kind", [
  v.strictObject({
    kind: v.literal("phrase"),
    phrase: v.pipe(v.string(), v.maxLength(2000)),
    passphrase: v.pipe(v.string(), v.maxLength(1000)),
  }),
  v.strictObject({ kind: v.literal("key"), key: v.pipe(v.string(), v.maxLength(200)) }),
  v.strictObject({ kind: v.literal("keystore"), json: v.pipe(v.string(), v.maxLength(20_000)), password }),
]);
export type SecretInput = v.InferOutput<typeof SecretInput>;

/** What the vault is, as pages must treat it. recovery: no copy is absent for sure, and none reads well. */
export const VaultStatus = v.strictObject({
  state: v.picklist(["absent", "locked", "unlocked", "recovery", "newer"]),
  copies: v.strictObject({
    primary: v.picklist(["good", "absent", "damaged", "unreadable", "newer"]),
    secondary: v.picklist(["good", "absent", "damaged", "unreadable", "newer"]),
  }),
  /** Seconds until another unlock attempt is taken. */
  waitSeconds: v.number(),
  /** When the session ends at the latest. */
  locksAt: v.nullable(unixSeconds),
});
export type VaultStatus = v.InferOutput<typeof VaultStatus>;

export const vaultCommands = {
  "vault.status": command(nothing, VaultStatus),
  /**
   * A new wallet with a phrase made here or an imported secret: unlocked, with one account. `none`: a wallet for accounts
   * without a key here (a Ledger's, watched ones), unlocked and empty; both ids are null then.
   */
  "vault.create": command(
    v.strictObject({
      password,
      secret: v.union([
        v.strictObject({ kind: v.literal("new-phrase"), words: v.picklist([12, 24]) }),
        v.strictObject({ kind: v.literal("none") }),
        SecretInput,
      ]),
      /** Of the first account; the wallet's own when left out. */
      label: v.optional(v.pipe(v.string(), v.maxLength(200))),
    }),
    v.strictObject({ accountId: v.nullable(recordId), secretId: v.nullable(recordId) }),
  ),
  "vault.unlock": command(v.strictObject({ password }), done),
  "vault.lock": command(nothing, done),
  /** Pages report that somebody is there, so that auto-lock counts from now. */
  "vault.touch": command(nothing, done),
  "vault.changePassword": command(v.strictObject({ current: password, next: password }), done),
  /** Opens a reveal of a phrase for two minutes; words are then asked for one at a time. */
  "vault.openReveal": command(
    v.strictObject({ password, secretId: recordId }),
    v.strictObject({ token: recordId, words: v.number(), hasPassphrase: v.boolean() }),
  ),
  "vault.revealWord": command(
    v.strictObject({ token: recordId, index: v.number() }),
    v.strictObject({ word: v.string() }),
  ),
  /** Which positions (0-based) to ask for to verify a backup. */
  "vault.backupChallenge": command(
    v.strictObject({ secretId: recordId }),
    v.strictObject({ positions: v.array(v.number()) }),
  ),
  /** Rejects with account/backup-mismatch. */
  "vault.verifyBackup": command(
    v.strictObject({
      secretId: recordId,
      words: v.array(v.strictObject({ position: v.number(), word: v.string() })),
    }),
    done,
  ),
  "vault.exportKey": command(
    v.strictObject({ password, accountId: recordId }),
    v.strictObject({ key: v.string() }),
  ),
  /** The sealed vault as a file's text. */
  "vault.exportSealed": command(nothing, v.strictObject({ json: v.string() })),
  /** Only when no copy decrypts or none exists: replaces them by a sealed export that opens with this password. */
  "vault.restore": command(
    v.strictObject({ json: v.pipe(v.string(), v.maxLength(2_000_000)), password }),
    done,
  ),
  /** Ends everything stored. Needs the password, or the typed word when no copy can be opened. */
  "vault.wipe": command(v.strictObject({ password: v.optional(password), confirmation: v.string() }), done),
};
