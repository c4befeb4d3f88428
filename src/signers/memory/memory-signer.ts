import type { Account } from "../../core/account/account.ts";
import type { Signer } from "../../core/account/signer.ts";
import type { AuditWriter } from "../../core/audit/audit.ts";
import { auditedSigner } from "../audited-signer.ts";
import { signDigest } from "./digest-signature.ts";

/** Lends an account's key for the time of one call; the vault's `withSecretKey`. */
export interface KeyLender {
  withSecretKey<T>(account: Account, use: (key: Uint8Array) => T | Promise<T>): Promise<T>;
}

/**
 * Signs with a key of the vault. Everything is checked and hashed before the key is borrowed. Rejects: vault/locked,
 * account/unknown, account/typed-data, account/signature.
 */
export function memorySigner(vault: KeyLender, account: Account, audit: AuditWriter): Signer {
  return auditedSigner(account, audit, (digest) =>
    vault.withSecretKey(account, (key) => signDigest(digest, key, account.address)),
  );
}
