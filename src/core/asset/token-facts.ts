import { AbiCoder } from "ethers/abi";
import type { Address, Hex } from "../account/account.ts";
import type { Read, ReadAnswers } from "../staking/protocol.ts";
import type { Asset } from "./asset.ts";
import { decodeAmount } from "./erc20.ts";

/** Selectors of symbol() and decimals() (EIP-20). */
const symbolSelector = "0x95d89b41";
const decimalsSelector = "0x313ce567";

/** What to read of tokens that the wallet does not know. */
export function tokenFactReads(tokens: readonly Address[]): Read[] {
  return tokens.flatMap((token) => [
    { key: `symbol:${token.toLowerCase()}`, to: token, data: symbolSelector as Hex },
    { key: `decimals:${token.toLowerCase()}`, to: token, data: decimalsSelector as Hex },
  ]);
}

/**
 * A token by the symbol and decimals it gives itself, the symbol freed of what could deceive; undefined when it has no
 * decimals and so is no ERC-20 token.
 */
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

/** The symbol in an answer of symbol(), without control, direction and invisible characters; "?" when there is none. */
export function symbolOf(answer: Hex | undefined): string {
  if (answer === undefined) return "?";
  try {
    const text = String(AbiCoder.defaultAbiCoder().decode(["string"], answer)[0]);
    return text.replace(/[^\p{L}\p{N}\p{Sc}.\-_+$]/gu, "").slice(0, 16) || "?";
  } catch {
    return "?";
  }
}
