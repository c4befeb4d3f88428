import { AbiCoder } from "ethers/abi";
import type { Address, Hex } from "../account/account.ts";
import type { Read, ReadAnswers } from "../staking/protocol.ts";
import type { Asset } from "./asset.ts";
import { decodeAmount, encodeBalanceOf } from "./erc20.ts";

/** Selectors of symbol() and decimals() (EIP-20). */
const symbolCall: Hex = "0x95d89b41";
const decimalsCall: Hex = "0x313ce567";

/** What a token contract is asked for about itself; whether it has balances is part of being one. */
export function tokenFactReads(token: Address): Read[] {
  return [
    { key: "symbol", to: token, data: symbolCall },
    { key: "decimals", to: token, data: decimalsCall },
    { key: "balance", to: token, data: encodeBalanceOf(token) },
  ];
}

/** Text as EIP-20 has it, or in 32 bytes as old tokens do. */
function text(answer: Hex): string | undefined {
  try {
    if (answer.length !== 66) return String(AbiCoder.defaultAbiCoder().decode(["string"], answer)[0]);
    const bytes = answer.slice(2).match(/../g) ?? [];
    return String.fromCharCode(...bytes.map((byte) => Number.parseInt(byte, 16)).filter((code) => code > 31));
  } catch {
    return undefined;
  }
}

/** A symbol without what could deceive: nothing but letters, digits, signs of currencies and . - _ +, 16 at the most. */
export function plainSymbol(symbol: string): string {
  return symbol.replace(/[^\p{L}\p{N}\p{Sc}.\-_+]/gu, "").slice(0, 16) || "?";
}

/** The token by its own words, or undefined when the contract is none. */
export function decodeTokenFacts(
  token: Address,
  answers: ReadAnswers,
): (Asset & { address: Address }) | undefined {
  const decimals = decodeAmount(answers.get("decimals"));
  const named = answers.get("symbol");
  if (decimals === undefined || decimals > 77n || named === undefined) return undefined;
  if (decodeAmount(answers.get("balance")) === undefined) return undefined;
  const symbol = plainSymbol(text(named) ?? "?");
  return { id: token.toLowerCase(), symbol, name: symbol, decimals: Number(decimals), address: token };
}
