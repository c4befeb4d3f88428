import type { SignedTransaction, UnsignedTransaction } from "../chain/access.ts";
import type { SignatureParts } from "../staking/plan.ts";
import type { Account, Hex } from "./account.ts";

/** EIP-712 data whose digest is computed by the signer itself from exactly this. */
export interface TypedData {
  domain: { name?: string; version?: string; chainId?: bigint; verifyingContract?: Hex; salt?: Hex };
  primaryType: string;
  types: Readonly<Record<string, readonly { name: string; type: string }[]>>;
  message: Readonly<Record<string, unknown>>;
}

/** Signs for one account. Takes bytes' meaning, gives signatures; no key ever comes out. */
export interface Signer {
  signTransaction(transaction: UnsignedTransaction): Promise<SignedTransaction>;
  signTypedData(data: TypedData): Promise<SignatureParts>;
  /** EIP-191, version 0x45 ("personal message"), over these bytes. */
  signMessage(bytes: Hex): Promise<SignatureParts>;
}

/**
 * Finds who can sign for an account. `operationId`: what the signature is for, so that a page can show it beside a device.
 * Rejects: vault/locked, account/watch-only, account/unknown.
 */
export interface SignerFactory {
  /** How much of one kind fits into a transaction that this account signs: a device has little memory. */
  capacityOf(account: Account): "any" | "device";
  signerFor(account: Account, operationId?: string): Promise<Signer>;
}
