import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import type { Account } from "../core/account/account.ts";
import { keyAtPath } from "../core/account/derivation.ts";
import { openKeystore } from "../core/account/keystore.ts";
import { parsePhrase, phraseOfEntropy, seedOfPhrase } from "../core/account/phrase.ts";
import { parsePrivateKey } from "../core/account/private-key.ts";
import type { RandomBytes } from "../core/environment/environment.ts";
import { WeirError } from "../core/errors/index.ts";
import type { SecretInput } from "../messages/popup/vault.ts";
import { aesCtr } from "./aes.ts";
import type { Contents, PhraseSecret, Secret } from "./contents.ts";

/** A record's id: 128 random bits. */
export const newId = (random: RandomBytes): string => bytesToHex(random(16));

export interface NewSecretParts {
  random: RandomBytes;
  nowSeconds: number;
  label: string;
}

/** A fresh phrase of 12 or 24 words. */
export function createPhrase(words: 12 | 24, { random, nowSeconds, label }: NewSecretParts): PhraseSecret {
  const entropy = random(words === 12 ? 16 : 32);
  const phrase = phraseOfEntropy(entropy);
  entropy.fill(0);
  const id = newId(random);
  return { id, kind: "phrase", phrase, passphrase: "", backedUp: false, label, createdAt: nowSeconds };
}

/** What somebody brought, checked. A brought phrase counts as written down. Rejects with account/*. */
export async function readSecret(input: SecretInput, parts: NewSecretParts): Promise<Secret> {
  const { random, nowSeconds: createdAt, label } = parts;
  if (input.kind === "phrase") {
    const phrase = parsePhrase(input.phrase);
    const passphrase = input.passphrase.normalize("NFKD");
    return { id: newId(random), kind: "phrase", phrase, passphrase, backedUp: true, label, createdAt };
  }
  const key =
    input.kind === "key"
      ? parsePrivateKey(input.key)
      : await openKeystore(input.json, input.password, aesCtr);
  try {
    return { id: newId(random), kind: "key", key: bytesToHex(key), createdAt };
  } finally {
    key.fill(0);
  }
}

/** Lends the key of `secret` (at `path` for a phrase), zeroed when `use` is done, well or not. */
export async function withKeyOf<T>(
  secret: Secret,
  path: string | undefined,
  use: (key: Uint8Array) => T | Promise<T>,
): Promise<T> {
  let key: Uint8Array;
  if (secret.kind === "key") key = hexToBytes(secret.key);
  else {
    if (path === undefined) throw new WeirError("account/unknown", {});
    const seed = await seedOfPhrase(secret.phrase, secret.passphrase);
    try {
      key = keyAtPath(seed, path);
    } finally {
      seed.fill(0);
    }
  }
  try {
    return await use(key);
  } finally {
    key.fill(0);
  }
}

/** The phrase with this id. Rejects with account/unknown. */
export function phraseSecret(contents: Contents, secretId: string): PhraseSecret {
  const secret = contents.secrets.find((one) => one.id === secretId);
  if (secret?.kind !== "phrase") throw new WeirError("account/unknown", {});
  return secret;
}

/** The account with this id, as the vault knows it. Rejects with account/unknown. */
export function accountById(contents: Contents, id: string): Account {
  const account = contents.accounts.find((one) => one.id === id);
  if (!account) throw new WeirError("account/unknown", {});
  return account;
}

/** The secret that signs for `account`. Rejects: account/watch-only, account/key-on-device, account/unknown. */
export function secretOf(contents: Contents, account: Account): Secret {
  if (account.kind === "watch") throw new WeirError("account/watch-only", {});
  if (account.kind === "ledger") throw new WeirError("account/key-on-device", {});
  const secret = contents.secrets.find((one) => one.id === account.secretId);
  if (!secret) throw new WeirError("account/unknown", {});
  return secret;
}
