import type { Address, Hex } from "../account/account.ts";
import { tokenAbi } from "./token-abi.ts";

/** A call's data in terms of tokens, when it is one of the well-known calls. */
export type TokenCall =
  | { kind: "approve"; spender: Address; amount: bigint }
  | { kind: "increaseAllowance" | "decreaseAllowance"; spender: Address; amount: bigint }
  | { kind: "transfer"; to: Address; amount: bigint }
  | { kind: "transferFrom"; from: Address; to: Address; amount: bigint }
  | { kind: "setApprovalForAll"; operator: Address; approved: boolean };

/**
 * Reads an ERC-20 or ERC-721 approval or transfer from calldata; undefined for anything else. Bytes after the
 * arguments are ignored, as the contract ignores them.
 */
export function decodeTokenCall(data: Hex): TokenCall | undefined {
  let parsed: ReturnType<typeof tokenAbi.parseTransaction>;
  try {
    parsed = tokenAbi.parseTransaction({ data });
  } catch {
    return undefined;
  }
  if (!parsed) return undefined;
  const [first, second, third] = parsed.args.toArray() as [Address, Address | bigint | boolean, bigint];
  switch (parsed.name) {
    case "approve":
      return { kind: "approve", spender: first, amount: second as bigint };
    case "increaseAllowance":
    case "decreaseAllowance":
      return { kind: parsed.name, spender: first, amount: second as bigint };
    case "transfer":
      return { kind: "transfer", to: first, amount: second as bigint };
    case "transferFrom":
      return { kind: "transferFrom", from: first, to: second as Address, amount: third };
    case "setApprovalForAll":
      return { kind: "setApprovalForAll", operator: first, approved: second as boolean };
    default:
      return undefined;
  }
}

/** Calldata of approve(spender, amount). */
export function encodeApprove(spender: Address, amount: bigint): Hex {
  return tokenAbi.encodeFunctionData("approve", [spender, amount]) as Hex;
}

/** Calldata of increaseAllowance(spender, added). */
export function encodeIncreaseAllowance(spender: Address, added: bigint): Hex {
  return tokenAbi.encodeFunctionData("increaseAllowance", [spender, added]) as Hex;
}

/** Calldata of transfer(to, amount). */
export function encodeTransfer(to: Address, amount: bigint): Hex {
  return tokenAbi.encodeFunctionData("transfer", [to, amount]) as Hex;
}
