import { Interface } from "ethers/abi";
import type { Address, Hex } from "../account/account.ts";

let lazyAbi: Interface | undefined;
/** Built at first use, so that the worker's start does not pay for it. Source: EIP-20; increaseAllowance: OpenZeppelin 4. */
function abi(): Interface {
  lazyAbi ??= new Interface([
    "function balanceOf(address account) view returns (uint256)",
    "function allowance(address owner, address spender) view returns (uint256)",
    "function transfer(address to, uint256 amount) returns (bool)",
    "function transferFrom(address from, address to, uint256 amount) returns (bool)",
    "function approve(address spender, uint256 amount) returns (bool)",
    "function increaseAllowance(address spender, uint256 added) returns (bool)",
    "function decreaseAllowance(address spender, uint256 subtracted) returns (bool)",
  ]);
  return lazyAbi;
}

/** First topic of Transfer(address,address,uint256). */
export const transferTopic = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";
/** First topic of Approval(address,address,uint256). */
export const approvalTopic = "0x8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925";
/** Where eth_simulateV1's traceTransfers reports native transfers from, as if it were a token (execution-apis). */
export const nativeTransferAddress: Address = "0xeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee";

/** Call data of balanceOf. */
export function encodeBalanceOf(account: Address): Hex {
  return abi().encodeFunctionData("balanceOf", [account]) as Hex;
}

/** Call data of allowance. */
export function encodeAllowance(owner: Address, spender: Address): Hex {
  return abi().encodeFunctionData("allowance", [owner, spender]) as Hex;
}

/** Call data of transfer; `amount` in the token's base units. */
export function encodeTransfer(to: Address, amount: bigint): Hex {
  return abi().encodeFunctionData("transfer", [to, amount]) as Hex;
}

/** Call data of approve; `amount` in the token's base units replaces the present allowance. */
export function encodeApprove(spender: Address, amount: bigint): Hex {
  return abi().encodeFunctionData("approve", [spender, amount]) as Hex;
}

/** Call data of increaseAllowance. */
export function encodeIncreaseAllowance(spender: Address, added: bigint): Hex {
  return abi().encodeFunctionData("increaseAllowance", [spender, added]) as Hex;
}

/**
 * The uint256 that balanceOf, allowance or another getter of one number answered; undefined when the call reverted, nothing
 * is deployed there ("0x") or the answer is no single word.
 */
export function decodeAmount(answer: Hex | undefined): bigint | undefined {
  return answer !== undefined && /^0x[0-9a-f]{64}$/i.test(answer) ? BigInt(answer) : undefined;
}

/** What call data asks of an ERC-20 contract. Addresses with EIP-55 checksums, amounts in base units. */
export type Erc20Call =
  | { method: "transfer"; to: Address; amount: bigint }
  | { method: "transferFrom"; from: Address; to: Address; amount: bigint }
  | { method: "approve"; spender: Address; amount: bigint }
  | { method: "increaseAllowance" | "decreaseAllowance"; spender: Address; amount: bigint };

/**
 * The call behind `data`, or undefined when it is none that changes something in an ERC-20 contract. Bytes behind the
 * arguments are let pass as the EVM does; arguments that do not fit their types are not.
 */
export function decodeErc20Call(data: Hex): Erc20Call | undefined {
  if (data.length < 10) return undefined;
  try {
    const parsed = abi().parseTransaction({ data });
    if (!parsed) return undefined;
    const [first, second, third] = parsed.args;
    switch (parsed.name) {
      case "transfer":
        return { method: "transfer", to: first, amount: second };
      case "transferFrom":
        return { method: "transferFrom", from: first, to: second, amount: third };
      case "approve":
        return { method: "approve", spender: first, amount: second };
      case "increaseAllowance":
      case "decreaseAllowance":
        return { method: parsed.name, spender: first, amount: second };
      default:
        return undefined;
    }
  } catch {
    return undefined;
  }
}
