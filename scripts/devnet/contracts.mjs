import { Interface } from "ethers/abi";
import { callRpc, RpcFailure } from "./anvil.mjs";

/** Enough for the largest lever, a finalisation of some hundred requests. */
const LEVER_GAS = "0x1312d00";
/** 10 000 gwei: high enough never to be stuck behind a base fee, low enough for an account to afford. */
const LEVER_MAX_FEE = "0x9184e72a000";
const RECEIPT_WITHIN_MS = 5_000;

/**
 * Reads and writes the fixtures through a node that lets accounts be impersonated.
 * @param {string} url
 * @param {Record<string, {abi: readonly object[]}>} artifacts
 */
export function contractAccess(url, artifacts) {
  /** @type {Map<string, Interface>} */
  const interfaces = new Map();
  /** @param {string} name */
  const abiOf = (name) => {
    const known = interfaces.get(name) ?? new Interface(artifacts[name].abi);
    interfaces.set(name, known);
    return known;
  };

  /**
   * A revert in words; the refusing contract may be another than the called one.
   * @param {string} what
   * @param {unknown} error
   */
  const explained = (what, error) => {
    if (!(error instanceof RpcFailure) || error.data === undefined) return error;
    for (const name of Object.keys(artifacts)) {
      const reason = abiOf(name).parseError(error.data);
      if (reason)
        return new Error(`${what} refused: ${reason.name}(${reason.args.join(", ")})`, { cause: error });
    }
    return error;
  };

  /**
   * The receipt of a sent transaction, mined for it if nothing else does: anvil answers a send before its block is
   * made, even when it makes one at once.
   * @param {string} hash
   */
  const receiptOf = async (hash) => {
    if (!(await callRpc(url, "anvil_getAutomine"))) await callRpc(url, "evm_mine");
    const deadline = Date.now() + RECEIPT_WITHIN_MS;
    while (Date.now() < deadline) {
      const receipt = await callRpc(url, "eth_getTransactionReceipt", [hash]);
      if (receipt !== null) return receipt;
      await new Promise((done) => setTimeout(done, 2));
    }
    throw new Error(`${hash} was not mined`);
  };

  return {
    abiOf,
    receiptOf,

    /**
     * @param {string} name contract (artifact) name
     * @param {string} address
     * @param {string} method
     * @param {readonly unknown[]} [args]
     * @returns {Promise<any>} the one result, or the list of results
     */
    async read(name, address, method, args = []) {
      const abi = abiOf(name);
      try {
        const data = await callRpc(url, "eth_call", [
          { to: address, data: abi.encodeFunctionData(method, args) },
          "latest",
        ]);
        const results = abi.decodeFunctionResult(method, data);
        return results.length === 1 ? results[0] : results;
      } catch (error) {
        throw explained(method, error);
      }
    },

    /**
     * Sends a transaction as any account and sees it mined, whatever the mining mode.
     * @param {string} from
     * @param {string} name
     * @param {string} address
     * @param {string} method
     * @param {readonly unknown[]} [args]
     * @param {bigint} [value] wei
     * @returns {Promise<string>} transaction hash
     */
    async write(from, name, address, method, args = [], value = 0n) {
      const abi = abiOf(name);
      const call = {
        from,
        to: address,
        data: abi.encodeFunctionData(method, args),
        value: `0x${value.toString(16)}`,
        gas: LEVER_GAS,
      };
      await callRpc(url, "anvil_impersonateAccount", [from]);
      const hash = await callRpc(url, "eth_sendTransaction", [
        { ...call, maxFeePerGas: LEVER_MAX_FEE, maxPriorityFeePerGas: "0x5f5e100" },
      ]);
      await callRpc(url, "anvil_stopImpersonatingAccount", [from]);
      const receipt = await receiptOf(hash);
      if (receipt.status === "0x1") return hash;
      // The receipt says no more than "failed"; running the call again on top of that block gives the reason.
      try {
        await callRpc(url, "eth_call", [call, receipt.blockNumber]);
      } catch (error) {
        throw explained(method, error);
      }
      throw new Error(`${method} failed in ${hash}`);
    },
  };
}

/** @typedef {ReturnType<typeof contractAccess>} ContractAccess */
