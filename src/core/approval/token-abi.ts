import { Interface } from "ethers/abi";

/** What the wallet decodes of ERC-20 and of the allowance calls around it (EIP-20, OpenZeppelin's increaseAllowance). */
export const tokenAbi = new Interface([
  "function balanceOf(address) view returns (uint256)",
  "function allowance(address,address) view returns (uint256)",
  "function symbol() view returns (string)",
  "function decimals() view returns (uint8)",
  "function approve(address,uint256)",
  "function increaseAllowance(address,uint256)",
  "function decreaseAllowance(address,uint256)",
  "function transfer(address,uint256)",
  "function transferFrom(address,address,uint256)",
  "function setApprovalForAll(address,bool)",
  "event Transfer(address indexed from, address indexed to, uint256 value)",
  "event Approval(address indexed owner, address indexed spender, uint256 value)",
]);

/** keccak256 of Transfer(address,address,uint256): ERC-20 has the value in the data, ERC-721 the id as a fourth topic. */
export const TRANSFER_TOPIC = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";
/** keccak256 of Approval(address,address,uint256). */
export const APPROVAL_TOPIC = "0x8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925";

/** The address in a 32-byte topic, lower case. */
export function topicAddress(topic: string): string {
  return `0x${topic.slice(-40).toLowerCase()}`;
}
