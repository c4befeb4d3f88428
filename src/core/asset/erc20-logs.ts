import { getAddress } from "ethers/address";
import type { Address, Hex } from "../account/account.ts";
import { approvalTopic, decodeAmount, transferTopic } from "./erc20.ts";

/** A log as chains report it. */
export interface TokenLog {
  address: Address;
  topics: readonly Hex[];
  data: Hex;
}

/** A token moved. `token` is the contract that says so, which may lie. */
export interface TransferEvent {
  kind: "transfer";
  token: Address;
  from: Address;
  to: Address;
  amount: bigint;
}

/** An allowance was set to `amount`. */
export interface ApprovalEvent {
  kind: "approval";
  token: Address;
  owner: Address;
  spender: Address;
  amount: bigint;
}

/**
 * The ERC-20 Transfer or Approval behind a log, or undefined. ERC-721 uses the same topics with the id as a fourth one and
 * no data, and is therefore none. Addresses with EIP-55 checksums.
 */
export function decodeErc20Log(log: TokenLog): TransferEvent | ApprovalEvent | undefined {
  const [topic, first, second, ...more] = log.topics;
  const amount = decodeAmount(log.data);
  const from = addressInTopic(first);
  const to = addressInTopic(second);
  if (more.length > 0 || amount === undefined || from === undefined || to === undefined) return undefined;
  const token = getAddress(log.address) as Address;
  if (topic?.toLowerCase() === transferTopic) return { kind: "transfer", token, from, to, amount };
  if (topic?.toLowerCase() === approvalTopic) {
    return { kind: "approval", token, owner: from, spender: to, amount };
  }
  return undefined;
}

/** The address in an indexed argument, with its checksum; undefined when the topic is none. */
export function addressInTopic(topic: Hex | undefined): Address | undefined {
  if (topic === undefined || !/^0x0{24}[0-9a-f]{40}$/i.test(topic)) return undefined;
  return getAddress(`0x${topic.slice(26)}`) as Address;
}
