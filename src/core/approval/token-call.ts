import type { Address, Hex } from "../account/account.ts";
import { decodeErc20Call, type Erc20Call } from "../asset/erc20.ts";

/** A call's data in terms of tokens, when it is one of the well-known calls. */
export type TokenCall = Erc20Call | { method: "setApprovalForAll"; operator: Address; approved: boolean };

/** setApprovalForAll(address,bool) of ERC-721 and ERC-1155, arguments well formed. */
const APPROVAL_FOR_ALL = /^0xa22cb4650{24}([0-9a-f]{40})0{63}([01])/i;

/**
 * Reads an approval or transfer from calldata; undefined for anything else. Bytes after the arguments are ignored,
 * as the contract ignores them.
 */
export function decodeTokenCall(data: Hex): TokenCall | undefined {
  const all = APPROVAL_FOR_ALL.exec(data);
  if (all) return { method: "setApprovalForAll", operator: `0x${all[1]}`, approved: all[2] === "1" };
  return decodeErc20Call(data);
}

/** Whether the call sets an allowance of one spender. */
export function isAllowanceCall(
  call: TokenCall | undefined,
): call is Extract<TokenCall, { spender: Address }> {
  return call !== undefined && "spender" in call;
}

/** The address in a 32-byte topic, lower case. */
export function topicAddress(topic: string): Address {
  return `0x${topic.slice(-40).toLowerCase()}`;
}
