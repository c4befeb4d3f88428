import { AbiCoder, Interface } from "ethers/abi";

const RATES = new Interface([
  "function stEthPerToken() view returns (uint256)",
  "function getStETHByWstETH(uint256) view returns (uint256)",
  "function getPooledEthByShares(uint256) view returns (uint256)",
  "function getTotalPooledEther() view returns (uint256)",
]);
const MULTICALL = new Interface([
  "function aggregate3((address target, bool allowFailure, bytes callData)[] calls) payable returns ((bool success, bytes returnData)[] returnData)",
]);
const coder = AbiCoder.defaultAbiCoder();

/**
 * What a lying node would say: the answer to an `eth_call` with Lido's exchange rates multiplied, be it a call of
 * its own or one among others in Multicall3's aggregate3.
 * @param {{data?: string, input?: string} | undefined} call
 * @param {string} result 0x-prefixed return data
 * @param {bigint} factor
 * @returns {string} return data
 */
export function multiplyRates(call, result, factor) {
  const data = call?.data ?? call?.input ?? "0x";
  const selector = data.slice(0, 10);
  if (RATES.fragments.some((f) => RATES.getFunction(f.format())?.selector === selector)) {
    if (result.length !== 66) return result;
    return coder.encode(["uint256"], [BigInt(result) * factor]);
  }
  if (selector !== MULTICALL.getFunction("aggregate3")?.selector) return result;
  const calls = MULTICALL.decodeFunctionData("aggregate3", data)[0];
  const results = MULTICALL.decodeFunctionResult("aggregate3", result)[0];
  const spoilt = results.map((/** @type {any} */ { success, returnData }, /** @type {number} */ index) => [
    success,
    success ? multiplyRates({ data: calls[index].callData }, returnData, factor) : returnData,
  ]);
  return MULTICALL.encodeFunctionResult("aggregate3", [spoilt]);
}
