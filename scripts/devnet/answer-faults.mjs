import { AbiCoder, Interface } from "ethers/abi";

const RATES = new Interface([
  "function stEthPerToken() view returns (uint256)",
  "function getStETHByWstETH(uint256) view returns (uint256)",
  "function getPooledEthByShares(uint256) view returns (uint256)",
  "function getTotalPooledEther() view returns (uint256)",
]);
const MULTICALL = new Interface([
  "function aggregate3((address target, bool allowFailure, bytes callData)[] calls) payable returns ((bool success, bytes returnData)[] returnData)",
  "function getCurrentBlockTimestamp() view returns (uint256)",
]);
const coder = AbiCoder.defaultAbiCoder();
const rateSelectors = new Set(
  RATES.fragments.map((fragment) => RATES.getFunction(fragment.format())?.selector),
);
const timestampSelector = MULTICALL.getFunction("getCurrentBlockTimestamp")?.selector;
const aggregateSelector = MULTICALL.getFunction("aggregate3")?.selector;

/**
 * The answer to an `eth_call` with each single uint256 of a wanted method changed, be it a call of its own or one
 * among others in Multicall3's aggregate3.
 * @param {{data?: string, input?: string} | undefined} call
 * @param {string} result 0x-prefixed return data
 * @param {(selector: string) => boolean} isWanted
 * @param {(value: bigint) => bigint} change
 * @returns {string} return data
 */
function withChanged(call, result, isWanted, change) {
  const data = call?.data ?? call?.input ?? "0x";
  const selector = data.slice(0, 10);
  if (isWanted(selector)) {
    return result.length === 66 ? coder.encode(["uint256"], [change(BigInt(result))]) : result;
  }
  if (selector !== aggregateSelector) return result;
  const calls = MULTICALL.decodeFunctionData("aggregate3", data)[0];
  const results = MULTICALL.decodeFunctionResult("aggregate3", result)[0];
  const spoilt = results.map((/** @type {any} */ { success, returnData }, /** @type {number} */ index) => [
    success,
    success ? withChanged({ data: calls[index].callData }, returnData, isWanted, change) : returnData,
  ]);
  return MULTICALL.encodeFunctionResult("aggregate3", [spoilt]);
}

/**
 * What a lying node would say: Lido's exchange rates multiplied.
 * @param {{data?: string, input?: string} | undefined} call
 * @param {string} result 0x-prefixed return data
 * @param {bigint} factor
 */
export function multiplyRates(call, result, factor) {
  return withChanged(
    call,
    result,
    (selector) => rateSelectors.has(selector),
    (value) => value * factor,
  );
}

/**
 * What a node that fell behind would say: the block's time `seconds` earlier.
 * @param {{data?: string, input?: string} | undefined} call
 * @param {string} result 0x-prefixed return data
 * @param {number} seconds
 */
export function ageBlockTime(call, result, seconds) {
  return withChanged(
    call,
    result,
    (selector) => selector === timestampSelector,
    (value) => value - BigInt(seconds),
  );
}
