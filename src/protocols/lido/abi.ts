import { Interface, type Result } from "ethers/abi";
import type { Address, Hex } from "../../core/account/account.ts";
import type { Read } from "../../core/staking/protocol.ts";
import { queueAddress, stEthAddress, wstEthAddress } from "./facts.ts";

// Only what is used. Sources: lidofinance/core contracts/0.4.24/Lido.sol and StETH.sol, contracts/0.6.12/WstETH.sol,
// contracts/0.8.9/WithdrawalQueue.sol, WithdrawalQueueBase.sol and WithdrawalQueueERC721.sol; EIP-20, EIP-2612.
const erc20 = [
  "function balanceOf(address) view returns (uint256)",
  "function allowance(address,address) view returns (uint256)",
  "function nonces(address) view returns (uint256)",
  "function DOMAIN_SEPARATOR() view returns (bytes32)",
];

const stEth = [
  ...erc20,
  "function submit(address _referral) payable returns (uint256)",
  "function sharesOf(address) view returns (uint256)",
  "function transferShares(address,uint256) returns (uint256)",
  "function getTotalShares() view returns (uint256)",
  "function getTotalPooledEther() view returns (uint256)",
  "function getFee() view returns (uint16)",
  "function getStakeLimitFullInfo() view returns (bool,bool,uint256,uint256,uint256,uint256,uint256)",
  "event TokenRebased(uint256 indexed reportTimestamp, uint256 timeElapsed, uint256 preTotalShares, uint256 preTotalEther, uint256 postTotalShares, uint256 postTotalEther, uint256 sharesMintedAsFees)",
];

const wstEth = [
  ...erc20,
  "function stEthPerToken() view returns (uint256)",
  "function wrap(uint256) returns (uint256)",
  "function unwrap(uint256) returns (uint256)",
];

const permitInput = "(uint256 value,uint256 deadline,uint8 v,bytes32 r,bytes32 s)";
const queue = [
  "function isPaused() view returns (bool)",
  "function getResumeSinceTimestamp() view returns (uint256)",
  "function isBunkerModeActive() view returns (bool)",
  "function unfinalizedStETH() view returns (uint256)",
  "function getLastRequestId() view returns (uint256)",
  "function getLastFinalizedRequestId() view returns (uint256)",
  "function getLastCheckpointIndex() view returns (uint256)",
  "function MIN_STETH_WITHDRAWAL_AMOUNT() view returns (uint256)",
  "function MAX_STETH_WITHDRAWAL_AMOUNT() view returns (uint256)",
  "function getWithdrawalRequests(address) view returns (uint256[])",
  "function getWithdrawalStatus(uint256[]) view returns ((uint256 amountOfStETH,uint256 amountOfShares,address owner,uint256 timestamp,bool isFinalized,bool isClaimed)[])",
  "function findCheckpointHints(uint256[],uint256,uint256) view returns (uint256[])",
  "function getClaimableEther(uint256[],uint256[]) view returns (uint256[])",
  "function requestWithdrawals(uint256[],address) returns (uint256[])",
  "function requestWithdrawalsWstETH(uint256[],address) returns (uint256[])",
  `function requestWithdrawalsWithPermit(uint256[],address,${permitInput}) returns (uint256[])`,
  `function requestWithdrawalsWstETHWithPermit(uint256[],address,${permitInput}) returns (uint256[])`,
  "function claimWithdrawals(uint256[],uint256[])",
  "event WithdrawalsFinalized(uint256 indexed from, uint256 indexed to, uint256 amountOfETHLocked, uint256 sharesToBurn, uint256 timestamp)",
];

/** Each contract with its fragments and its address. */
export const lidoContracts = {
  stEth: { fragments: stEth, address: stEthAddress },
  wstEth: { fragments: wstEth, address: wstEthAddress },
  queue: { fragments: queue, address: queueAddress },
} as const;
export type ContractName = keyof typeof lidoContracts;

const parsed = new Map<ContractName, Interface>();

/** A contract's interface, parsed at first use: the worker's start does not pay for it. */
export function abiOf(contract: ContractName): Interface {
  const known = parsed.get(contract);
  if (known) return known;
  const abi = new Interface(lidoContracts[contract].fragments);
  parsed.set(contract, abi);
  return abi;
}

/** Calldata of a method. */
export function callData(contract: ContractName, method: string, args: readonly unknown[]): Hex {
  return abiOf(contract).encodeFunctionData(method, args) as Hex;
}

/** A view call whose answer `decode` finds under `key`. */
export function read(key: string, contract: ContractName, method: string, args: readonly unknown[]): Read {
  return { key, to: lidoContracts[contract].address, data: callData(contract, method, args) };
}

/** The returned values of a method, or undefined when there was no answer or one that does not fit. */
export function decoded(contract: ContractName, method: string, answer: Hex | undefined): Result | undefined {
  if (answer === undefined) return undefined;
  try {
    return abiOf(contract).decodeFunctionResult(method, answer);
  } catch {
    return undefined;
  }
}

/** Topic 0 of an event. */
export function eventTopic(contract: ContractName, event: string): Hex {
  const fragment = abiOf(contract).getEvent(event);
  if (fragment === null) throw new TypeError(`no event ${event}`);
  return fragment.topicHash as Hex;
}

/** The values of an event's log, or undefined when it is not that event or does not fit. */
export function decodedLog(
  contract: ContractName,
  event: string,
  log: { address: Address; topics: readonly Hex[]; data: Hex },
): Result | undefined {
  if (log.address.toLowerCase() !== lidoContracts[contract].address.toLowerCase()) return undefined;
  if (log.topics[0] !== eventTopic(contract, event)) return undefined;
  try {
    return abiOf(contract).decodeEventLog(event, log.data, log.topics);
  } catch {
    return undefined;
  }
}
