import type { Address } from "../../core/account/account.ts";
import type { StandingForm } from "../../core/allowance/allowance.ts";
import { permit2Address } from "../../core/allowance/standing-reads.ts";
import { topicAddress } from "../../core/approval/token-call.ts";
import { approvalTopic, nativeTransferAddress, transferTopic } from "../../core/asset/erc20.ts";
import type { Log } from "../../core/staking/protocol.ts";

/** ApprovalForAll(address,address,bool) (EIP-721, EIP-1155); Approval and Permit of Permit2's IAllowanceTransfer. */
const approvalForAllTopic = "0x17307eab39ab6107e8899845ad3d59bd9653f200f220920489ca2b5937696c31";
const permit2Topics = [
  "0xda9fa7c1b00402c17d0161b249b1ab8bbec047c5a52207b9c112deffd817036b",
  "0xc6a377bfc4eb120024a8ac08eef205be16b817020812c73223e81d1bdb9708ec",
];
const nobody = /^0x0{40}$/;

/** A right of somebody over the account's tokens, as it would stand on the chain. */
export interface SeenPair {
  standing: StandingForm;
  token: Address;
  spender: Address;
}

export interface SeenInLogs {
  /** Contracts of tokens that move or are granted. */
  tokens: Set<Address>;
  pairs: SeenPair[];
  /** Single items of collections that somebody may take (EIP-721). */
  items: { token: Address; spender: Address }[];
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** What of the account's appears in a simulation's logs, wherever in the calls it came from. */
export function seenInLogs(logs: readonly Log[], account: Address): SeenInLogs {
  const seen: SeenInLogs = { tokens: new Set(), pairs: [], items: [] };
  for (const { address, topics } of logs) {
    const [topic, ...args] = topics;
    const [first, second, third] = args.map(topicAddress);
    if (!topic || !first || !second || same(address, nativeTransferAddress)) continue;
    const isOwn = same(first, account);
    if (topic === transferTopic && args.length === 2) {
      if (isOwn || same(second, account)) seen.tokens.add(address);
    } else if (!isOwn) {
      // Somebody else's rights.
    } else if (topic === approvalTopic && args.length === 2) {
      seen.tokens.add(address);
      seen.pairs.push({ standing: "erc20", token: address, spender: second });
    } else if (topic === approvalTopic && args.length === 3) {
      if (!nobody.test(second)) seen.items.push({ token: address, spender: second });
    } else if (topic === approvalForAllTopic && args.length === 2) {
      seen.pairs.push({ standing: "operator", token: address, spender: second });
    } else if (permit2Topics.includes(topic) && third && same(address, permit2Address)) {
      seen.pairs.push({ standing: "permit2", token: second, spender: third });
    }
  }
  return seen;
}
