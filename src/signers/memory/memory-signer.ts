import type { Account } from "../../core/account/account.ts";
import type { Signer, TypedData } from "../../core/account/signer.ts";
import type { AuditWriter } from "../../core/audit/audit.ts";
import { signedTransaction, signingDigest } from "../../core/chain/transaction-bytes.ts";
import { signDigest } from "./digest-signature.ts";
import { messageDigest } from "./message-digest.ts";
import { typedDataDigest } from "./typed-data.ts";

/** Lends an account's key for the time of one call; the vault's `withSecretKey`. */
export interface KeyLender {
  withSecretKey<T>(account: Account, use: (key: Uint8Array) => T | Promise<T>): Promise<T>;
}

/**
 * Signs with a key of the vault. Everything is checked and hashed before the key is borrowed. Rejects: vault/locked,
 * account/unknown, account/typed-data, account/signature.
 */
export function memorySigner(vault: KeyLender, account: Account, audit: AuditWriter): Signer {
  return {
    async signTransaction(unsigned) {
      const digest = signingDigest(unsigned);
      const signature = await vault.withSecretKey(account, (key) => signDigest(digest, key, account.address));
      const signed = signedTransaction(unsigned, signature);
      await audit("transaction.signed", {
        account: account.address,
        chainId: unsigned.chainId,
        nonce: unsigned.nonce,
        to: unsigned.to ?? "",
        value: unsigned.value.toString(),
        hash: signed.hash,
      });
      return signed;
    },
    async signTypedData(data) {
      const digest = typedDataDigest(data);
      const signature = await vault.withSecretKey(account, (key) => signDigest(digest, key, account.address));
      await audit(isPermit(data) ? "permit.signed" : "typed-data.signed", {
        account: account.address,
        chainId: data.domain.chainId?.toString() ?? "",
        contract: data.domain.verifyingContract ?? "",
        type: data.primaryType,
        digest,
      });
      return signature;
    },
    async signMessage(bytes) {
      const digest = messageDigest(bytes);
      const signature = await vault.withSecretKey(account, (key) => signDigest(digest, key, account.address));
      await audit("message.signed", { account: account.address, digest });
      return signature;
    },
  };
}

/** Whether the data gives an allowance: ERC-2612's and DAI's Permit, and Permit2's kinds (Uniswap permit2). */
function isPermit({ primaryType }: TypedData): boolean {
  return primaryType.startsWith("Permit");
}
