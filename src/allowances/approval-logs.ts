import { getAddress } from "ethers/address";
import type { Address, Hex } from "../core/account/account.ts";
import type { StandingForm } from "../core/allowance/allowance.ts";
import { permit2Address } from "../core/allowance/standing-reads.ts";
import { approvalTopic, transferTopic } from "../core/asset/erc20.ts";
import { addressInTopic } from "../core/asset/erc20-logs.ts";
import type { Log, LogQuery } from "../core/staking/protocol.ts";

/** First topics. ApprovalForAll(address,address,bool): EIP-721, EIP-1155. The others: Permit2's IAllowanceTransfer. */
const approvalForAllTopic: Hex = "0x17307eab39ab6107e8899845ad3d59bd9653f200f220920489ca2b5937696c31";
const permit2ApprovalTopic: Hex = "0xda9fa7c1b00402c17d0161b249b1ab8bbec047c5a52207b9c112deffd817036b";
const permit2PermitTopic: Hex = "0xc6a377bfc4eb120024a8ac08eef205be16b817020812c73223e81d1bdb9708ec";

/** Who was once given a right over what. Whether it still stands, the chain's present state tells. */
export interface Pair {
  account: Address;
  form: StandingForm;
  token: Address;
  spender: Address;
  setAtBlock: number;
  transactionHash?: Hex;
}

const word = (address: Address): Hex => `0x${"0".repeat(24)}${address.slice(2).toLowerCase()}`;

/**
 * Every grant that these accounts gave, in whatever contract, and every token that left them: the owner is the first argument of
 * all these events.
 */
export function approvalQuery(accounts: readonly Address[]): LogQuery {
  return {
    topics: [
      [approvalTopic, approvalForAllTopic, permit2ApprovalTopic, permit2PermitTopic, transferTopic],
      accounts.map(word),
    ],
  };
}

/**
 * The grant behind a log, or undefined: events of Permit2 count from Permit2 alone, and an ERC-721 approval of one item (four
 * topics with the ERC-20 event's first) is none that stands.
 */
export function pairOf(log: Log): Pair | undefined {
  const [topic, owner, second, third] = log.topics;
  const account = addressInTopic(owner);
  const one = addressInTopic(second);
  if (!account || !one) return undefined;
  const shared = {
    account,
    setAtBlock: log.blockNumber,
    ...(log.transactionHash === undefined ? {} : { transactionHash: log.transactionHash }),
  };
  const token = getAddress(log.address) as Address;
  switch (topic?.toLowerCase()) {
    case approvalTopic:
      return third === undefined ? { ...shared, form: "erc20", token, spender: one } : undefined;
    case approvalForAllTopic:
      return { ...shared, form: "operator", token, spender: one };
    case permit2ApprovalTopic:
    case permit2PermitTopic: {
      const spender = addressInTopic(third);
      if (!spender || token !== permit2Address) return undefined;
      return { ...shared, form: "permit2", token: one, spender };
    }
    default:
      return undefined;
  }
}

/** One name per grant, whatever its history. */
export const pairKey = (pair: Pick<Pair, "account" | "form" | "token" | "spender">): string =>
  `${pair.account}:${pair.form}:${pair.token}:${pair.spender}`.toLowerCase();

/** A token that left an account. */
export interface Departure {
  account: Address;
  token: Address;
  block: number;
  transactionHash: Hex;
}

/** The departure behind a log, or undefined. */
export function departureOf(log: Log): Departure | undefined {
  const [topic, from, to, id] = log.topics;
  const account = addressInTopic(from);
  if (topic?.toLowerCase() !== transferTopic || !account || !addressInTopic(to) || id !== undefined)
    return undefined;
  const { transactionHash, blockNumber: block } = log;
  return transactionHash && { account, token: getAddress(log.address) as Address, block, transactionHash };
}
