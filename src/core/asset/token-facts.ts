import { AbiCoder } from "ethers/abi";
import type { Address, Hex } from "../account/account.ts";
import { visibleText } from "../site/visible-text.ts";
import type { Read, ReadAnswers } from "../staking/protocol.ts";
import type { Asset } from "./asset.ts";
import { decodeAmount } from "./erc20.ts";

/** Selectors of symbol() and decimals() (EIP-20). */
const symbolCall: Hex = "0x95d89b41";
const decimalsCall: Hex = "0x313ce567";

/** What to ask token contracts about themselves. */
export function tokenFactReads(tokens: readonly Address[]): Read[] {
  return tokens.flatMap((token) => [
    { key: `symbol:${token.toLowerCase()}`, to: token, data: symbolCall },
    { key: `decimals:${token.toLowerCase()}`, to: token, data: decimalsCall },
  ]);
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

/** The symbol in an answer of symbol(), without control, direction and invisible characters; "?" when there is none. */
export function symbolOf(answer: Hex | undefined): string {
  return plainSymbol((answer && text(answer)) ?? "?");
}

/** Whether the symbol in an answer of symbol() holds what cannot be seen or turns the text around it. */
export function symbolHides(answer: Hex | undefined): boolean {
  const said = answer && text(answer);
  // Zeros at the end are how some contracts fill their words up.
  return said !== undefined && visibleText(said.replace(/\0+$/, "")).escapes > 0;
}

/** A symbol without what could deceive: nothing but letters, digits, signs of currencies and . - _ +, 16 at the most. */
export function plainSymbol(symbol: string): string {
  return symbol.replace(/[^\p{L}\p{N}\p{Sc}.\-_+]/gu, "").slice(0, 16) || "?";
}

/** A token by its own words; undefined when it has no decimals and so is no ERC-20 token. */
export function tokenFromFacts(
  token: Address,
  answers: ReadAnswers,
): (Asset & { address: Address }) | undefined {
  const id = token.toLowerCase();
  const decimals = decodeAmount(answers.get(`decimals:${id}`));
  if (decimals === undefined || decimals > 77n) return undefined;
  const symbol = symbolOf(answers.get(`symbol:${id}`));
  return { id, symbol, name: symbol, decimals: Number(decimals), address: token };
}
