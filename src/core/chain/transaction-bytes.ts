import { keccak_256 } from "@noble/hashes/sha3.js";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { decodeRlp, encodeRlp } from "ethers/utils";
import type { Address, Hex } from "../account/account.ts";
import { recoveredAddress } from "../account/recovered-address.ts";
import type { SignatureParts } from "../staking/plan.ts";
import type { SignedTransaction, UnsignedTransaction } from "./access.ts";

/** EIP-2718 type of an EIP-1559 transaction. */
const type = "02";

/** A quantity as RLP wants it: big-endian without leading zeros, zero as no bytes. */
function quantity(value: bigint): Hex {
  const hex = value === 0n ? "" : value.toString(16);
  return `0x${hex.length % 2 === 0 ? hex : `0${hex}`}`;
}

/** The nine fields of EIP-1559 in their order, with an empty access list. */
function fields(transaction: UnsignedTransaction): (string | string[])[] {
  const { chainId, nonce, maxPriorityFeePerGas, maxFeePerGas, gasLimit, to, value, data } = transaction;
  return [
    quantity(BigInt(chainId)),
    quantity(BigInt(nonce)),
    quantity(maxPriorityFeePerGas),
    quantity(maxFeePerGas),
    quantity(gasLimit),
    to ?? "0x",
    quantity(value),
    data,
    [],
  ];
}

const typed = (list: (string | string[])[]): Hex => `0x${type}${encodeRlp(list).slice(2)}`;
const digest = (bytes: Hex): Hex => `0x${bytesToHex(keccak_256(hexToBytes(bytes.slice(2))))}`;

/** What is signed over: 0x02 ‖ rlp([chainId … accessList]) (EIP-1559). */
export function unsignedTransaction(transaction: UnsignedTransaction): Hex {
  return typed(fields(transaction));
}

/** Keccak-256 of `unsignedTransaction`, the 32 bytes that are signed. */
export function signingDigest(transaction: UnsignedTransaction): Hex {
  return digest(unsignedTransaction(transaction));
}

/** The bytes to broadcast and their hash: the fields with y-parity, r and s behind them (EIP-1559). */
export function signedTransaction(
  transaction: UnsignedTransaction,
  signature: SignatureParts,
): SignedTransaction {
  const { v, r, s } = signature;
  const parts = [quantity(BigInt(v - 27)), quantity(BigInt(r)), quantity(BigInt(s))];
  const raw = typed([...fields(transaction), ...parts]);
  return { raw, hash: digest(raw) };
}

function listOf(raw: Hex): readonly unknown[] {
  const list = raw.startsWith(`0x${type}`) ? decodeRlp(`0x${raw.slice(4)}`) : undefined;
  if (!Array.isArray(list) || list.length !== 12) throw new RangeError("not an EIP-1559 transaction");
  return list;
}

/** The account that signed these bytes. Throws on bytes of another kind or a signature that nobody can have made. */
export function signerOf(raw: Hex): Address {
  const list = listOf(raw);
  const word = (at: number): Hex => String(list[at]) as Hex;
  const signature = { v: list[9] === "0x" ? 27 : 28, r: word(10), s: word(11) } as const;
  return recoveredAddress(signingDigest(transactionOf(raw)), signature);
}

/** The fields of a transaction that this wallet signed and stored. Throws RangeError on bytes of another kind. */
export function transactionOf(raw: Hex): UnsignedTransaction {
  const list = listOf(raw);
  const text = (at: number): Hex => {
    const item = list[at];
    if (typeof item !== "string") throw new RangeError("not an EIP-1559 transaction");
    return item as Hex;
  };
  const number = (at: number): bigint => (text(at) === "0x" ? 0n : BigInt(text(at)));
  return {
    chainId: Number(number(0)),
    nonce: Number(number(1)),
    maxPriorityFeePerGas: number(2),
    maxFeePerGas: number(3),
    gasLimit: number(4),
    to: text(5) === "0x" ? undefined : (text(5) as Address),
    value: number(6),
    data: text(7),
  };
}
