import type { Account, Hex } from "../core/account/account.ts";
import { messageDigest } from "../core/account/message-digest.ts";
import type { Signer, TypedData } from "../core/account/signer.ts";
import { typedDataDigest } from "../core/account/typed-data-digest.ts";
import type { AuditWriter } from "../core/audit/audit.ts";
import type { UnsignedTransaction } from "../core/chain/access.ts";
import { signedTransaction, signingDigest } from "../core/chain/transaction-bytes.ts";
import type { SignatureParts } from "../core/staking/plan.ts";

/** What a signature is wanted of. */
export type Signable =
  | { kind: "transaction"; transaction: UnsignedTransaction }
  | { kind: "typed-data"; data: TypedData }
  | { kind: "message"; bytes: Hex };

/**
 * A signer over `sign`, which gives the signature of `digest` and has verified it for the account. Everything is checked
 * and hashed before `sign` is called, and what was signed is written to the audit log. `sign` is called in the same turn.
 */
export function auditedSigner(
  account: Account,
  audit: AuditWriter,
  sign: (digest: Hex, signable: Signable) => Promise<SignatureParts>,
): Signer {
  return {
    async signTransaction(transaction) {
      const signature = await sign(signingDigest(transaction), { kind: "transaction", transaction });
      const signed = signedTransaction(transaction, signature);
      await audit("transaction.signed", {
        account: account.address,
        chainId: transaction.chainId,
        nonce: transaction.nonce,
        to: transaction.to ?? "",
        value: transaction.value.toString(),
        hash: signed.hash,
      });
      return signed;
    },
    async signTypedData(data) {
      const digest = typedDataDigest(data);
      const signature = await sign(digest, { kind: "typed-data", data });
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
      const signature = await sign(digest, { kind: "message", bytes });
      await audit("message.signed", { account: account.address, digest });
      return signature;
    },
  };
}

/** Whether the data gives an allowance: ERC-2612's and DAI's Permit, and Permit2's kinds (Uniswap permit2). */
function isPermit({ primaryType }: TypedData): boolean {
  return primaryType.startsWith("Permit");
}
