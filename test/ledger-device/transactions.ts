import { keccak_256 } from "@noble/hashes/sha3.js";
import { decodeRlp } from "ethers/utils";
import { type Apdu, concat, Reader, StatusError, status, toHex } from "./apdu.ts";
import { type AppContext, signed } from "./ethereum-app.ts";
import { type ReadTransaction, readTransaction, transactionLines } from "./transaction-fields.ts";

/** Since 1.11.0 (the app's CHANGELOG). */
const TOKENS_KEPT = 5;

/**
 * E0 04: path and unsigned transaction, in pieces of any size. The end is where the RLP list says it is. Types 1, 2 and
 * legacy; v is the parity, for legacy 27 or what EIP-155 makes of the four highest bytes of the chain id, cut to a byte
 * (ui_common_sign_tx.c). Call data needs blind signing, unless a plug-in or a token's description makes it readable.
 */
export class Transactions {
  plugin = false;
  private readonly context: AppContext;
  private tokens: { ticker: string; address: string; decimals: number }[] = [];
  private given = 0;
  private path: number[] = [];
  private bytes: Uint8Array | undefined;

  constructor(context: AppContext) {
    this.context = context;
  }

  /** E0 0A: ticker, address, decimals, chain id, Ledger's signature (not checked). Gives the place it is kept at. */
  provideToken(data: Uint8Array): number {
    const reader = new Reader(data);
    const ticker = new TextDecoder().decode(reader.take(reader.u8()));
    const index = this.given++ % TOKENS_KEPT;
    this.tokens[index] = { ticker, address: toHex(reader.take(20)), decimals: reader.u32() };
    return index;
  }

  async handle({ p1, p2, data }: Apdu): Promise<Uint8Array> {
    if (p2 !== 0) throw new StatusError(status.invalidP1P2);
    if (p1 === 0x00) {
      const reader = new Reader(data);
      this.path = reader.path();
      this.bytes = reader.rest();
      const type = this.bytes[0];
      if (type === undefined) throw new StatusError(status.invalidData);
      if (type < 0x7f && type !== 1 && type !== 2) throw new StatusError(status.transactionType);
    } else if (p1 === 0x80) {
      if (!this.bytes) throw new StatusError(status.notAllowed);
      this.bytes = concat(this.bytes, data);
    } else throw new StatusError(status.invalidP1P2);

    const end = endOf(this.bytes);
    if (end === undefined || this.bytes.length < end) return new Uint8Array();
    const bytes = this.bytes;
    this.bytes = undefined;
    if (bytes.length > end) throw new StatusError(status.invalidData);
    const transaction = read(bytes);
    const token = this.tokens.find(({ address }) => address === transaction.to);
    const readable = this.plugin || (token !== undefined && transaction.tokenCall !== undefined);
    this.plugin = false;
    this.tokens = [];
    this.given = 0;
    const blind = transaction.data.length > 0 && !readable;
    if (blind && !this.context.settings.blindSigning) throw new StatusError(status.invalidData);
    const digest = keccak_256(bytes);
    const from = this.context.keys().address(this.path);
    const lines = transactionLines(transaction, { from, digest, blind, token });
    return signed(this.context, lines, this.path, digest, (parity) => vOf(transaction, parity));
  }
}

function vOf({ type, chainIdBytes }: ReadTransaction, parity: number): number {
  if (type !== 0) return parity;
  if (chainIdBytes.length === 0) return 27 + parity;
  const highest = [...chainIdBytes.slice(0, 4)].reduce((sum, byte) => sum * 256 + byte, 0);
  return (highest * 2 + 35 + parity) % 256;
}

function read(bytes: Uint8Array): ReadTransaction {
  const type = (bytes[0] ?? 0) < 0x7f ? (bytes[0] ?? 0) : 0;
  try {
    return readTransaction(type, decodeRlp(type === 0 ? bytes : bytes.slice(1)));
  } catch {
    throw new StatusError(status.invalidData);
  }
}

/** How many bytes the transaction has by the header of its RLP list; undefined while the header is not all there. */
function endOf(bytes: Uint8Array): number | undefined {
  const start = (bytes[0] ?? 0) < 0x7f ? 1 : 0;
  const head = bytes[start];
  if (head === undefined) return undefined;
  if (head < 0xc0) throw new StatusError(status.invalidData);
  if (head <= 0xf7) return start + 1 + (head - 0xc0);
  const size = head - 0xf7;
  if (bytes.length < start + 1 + size) return undefined;
  return start + 1 + size + Number.parseInt(toHex(bytes.slice(start + 1, start + 1 + size)), 16);
}
