import { AbiCoder } from "ethers/abi";
import type { Hex } from "../../core/account/account.ts";

/** Names of custom errors by selector (0x and 8 hex digits, lower case). */
export type ErrorNames = ReadonlyMap<string, string>;

const longest = 200;
const errorString = "0x08c379a0";
const panic = "0x4e487b71";

/** Panic codes of the Solidity compiler (docs.soliditylang.org, "Panic via assert"). */
const panics = new Map<bigint, string>([
  [0x01n, "assertion failed"],
  [0x11n, "arithmetic overflow"],
  [0x12n, "division by zero"],
  [0x21n, "invalid enum value"],
  [0x22n, "damaged storage array"],
  [0x31n, "pop of an empty array"],
  [0x32n, "array index out of range"],
  [0x41n, "out of memory"],
  [0x51n, "call of an empty function"],
]);

/**
 * Why a call reverted, from its return data: Error(string), Panic(uint256), a custom error's name from `names` or its
 * selector; "" when the contract gave none. The text is the contract's own and may lie: at most 200 printable
 * characters, everything else cut out.
 */
export function revertReason(data: Hex, names?: ErrorNames): string {
  if (data.length < 10) return "";
  const selector = data.slice(0, 10).toLowerCase();
  const body = `0x${data.slice(10)}`;
  try {
    if (selector === errorString)
      return printable(String(AbiCoder.defaultAbiCoder().decode(["string"], body)[0]));
    if (selector === panic) {
      const code = BigInt(AbiCoder.defaultAbiCoder().decode(["uint256"], body)[0]);
      return panics.get(code) ?? printable(`panic 0x${code.toString(16)}`);
    }
  } catch {
    return selector;
  }
  return printable(names?.get(selector) ?? selector);
}

/** `text` without control, format (bidirectional, zero-width) and unassigned characters, on one line, cut to 200. */
export function printable(text: string): string {
  const clean = text
    .slice(0, 4 * longest)
    .replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return Array.from(clean).slice(0, longest).join("");
}
