import type { Address, Hex } from "../../core/account/account.ts";
import { approvalTopic, decodeErc20Call, transferTopic } from "../../core/asset/erc20.ts";
import type { Log } from "../../core/staking/protocol.ts";

/** The one token of the ledger; staking is a call with value to it. */
export const TOKEN: Address = "0x7070707070707070707070707070707070707070";
/** Takes tokens by allowance and burns them. */
export const QUEUE: Address = "0x9999999999999999999999999999999999999999";
export const STAKE: Hex = "0x5a5a5a5a";

const word = (value: bigint) => value.toString(16).padStart(64, "0");
export const redeemData = (amount: bigint): Hex => `0x7e7e7e7e${word(amount)}`;
export const permittedRedeemData = (amount: bigint, nonce: bigint): Hex =>
  `0x7e7e7e7f${word(amount)}${word(nonce)}`;

/** Balances and allowances by lower-case address: the state of a very small chain. */
export interface Ledger {
  native: Map<string, bigint>;
  tokens: Map<string, bigint>;
  allowances: Map<string, bigint>;
  nonces: Map<string, number>;
  permitNonce: bigint;
  stakingPaused: boolean;
  /** Tokens for a hundred wei staked. */
  rate: bigint;
}

export const emptyLedger = (): Ledger => ({
  native: new Map(),
  tokens: new Map(),
  allowances: new Map(),
  nonces: new Map(),
  permitNonce: 0n,
  stakingPaused: false,
  rate: 100n,
});

export const copyLedger = (ledger: Ledger): Ledger => structuredClone(ledger);

function move(balances: Map<string, bigint>, key: string, change: bigint): boolean {
  const next = (balances.get(key) ?? 0n) + change;
  if (next < 0n) return false;
  balances.set(key, next);
  return true;
}

const topic = (address: string): Hex => `0x${address.slice(2).toLowerCase().padStart(64, "0")}`;
const log = (first: string, from: string, to: string, value: bigint): Log => ({
  address: TOKEN,
  topics: [first as Hex, topic(from), topic(to)],
  data: `0x${word(value)}`,
  blockNumber: 0,
});

/** Executes a call on the ledger. A text is the reason of a revert, an array the logs. */
export function execute(
  ledger: Ledger,
  call: { from: string; to: string | undefined; data: string; value: bigint },
): string | Log[] {
  const from = call.from.toLowerCase();
  const to = (call.to ?? "").toLowerCase();
  if (to === QUEUE) return redeem(ledger, from, call.data);
  if (!move(ledger.native, from, -call.value)) return "insufficient funds";
  if (to !== TOKEN) {
    move(ledger.native, to, call.value);
    return [];
  }
  if (call.data === STAKE) {
    if (ledger.stakingPaused) return "STAKING_PAUSED";
    const staked = (call.value * ledger.rate) / 100n;
    move(ledger.tokens, from, staked);
    return [log(transferTopic, TOKEN, from, staked)];
  }
  const token = decodeErc20Call(call.data as Hex);
  if (token?.method === "approve" || token?.method === "increaseAllowance") {
    const key = `${from}:${token.spender.toLowerCase()}`;
    const added = token.method === "approve" ? 0n : (ledger.allowances.get(key) ?? 0n);
    ledger.allowances.set(key, added + token.amount);
    return [log(approvalTopic, from, token.spender, added + token.amount)];
  }
  if (token?.method === "transfer") {
    if (!move(ledger.tokens, from, -token.amount)) return "BALANCE_EXCEEDED";
    move(ledger.tokens, token.to.toLowerCase(), token.amount);
    return [log(transferTopic, from, token.to, token.amount)];
  }
  return "UNKNOWN_METHOD";
}

function redeem(ledger: Ledger, from: string, data: string): string | Log[] {
  const amount = BigInt(`0x${data.slice(10, 74)}`);
  const key = `${from}:${QUEUE}`;
  if (data.startsWith("0x7e7e7e7f")) {
    if (BigInt(`0x${data.slice(74, 138)}`) !== ledger.permitNonce) return "INVALID_SIGNATURE";
    ledger.permitNonce += 1n;
    ledger.allowances.set(key, amount);
  }
  if (!move(ledger.allowances, key, -amount)) return "ALLOWANCE_EXCEEDED";
  if (!move(ledger.tokens, from, -amount)) return "BALANCE_EXCEEDED";
  return [log(transferTopic, from, QUEUE, amount)];
}
