import { ADDRESSES, OPERATOR, OTHER_HOLDERS, POOL_DEPLOYER } from "./addresses.mjs";
import { callRpc } from "./anvil.mjs";

const ETHER = 10n ** 18n;
const GAS = "0x1312d00";

/** What the other holders lend through the pool, in wstETH, and what its borrower has of it and has paid for it. */
const DEPOSITED = 2_000n * ETHER;
const LENT = 900n * ETHER;
const INTEREST = 41n * ETHER + 7n;

/**
 * Deploys the lending pool by its constructor: its address is its deployer's first, and its immutables are right. Then
 * other holders deposit, and a loan has been paid back with interest, so that shares and assets are not the same.
 * @param {string} url
 * @param {Record<string, import("./compile.mjs").Artifact>} artifacts
 * @param {import("./contracts.mjs").ContractAccess} contracts
 */
export async function openPool(url, artifacts, contracts) {
  const { tarn, wsteth } = ADDRESSES;
  await callRpc(url, "anvil_setBalance", [POOL_DEPLOYER, `0x${ETHER.toString(16)}`]);
  await callRpc(url, "anvil_impersonateAccount", [POOL_DEPLOYER]);
  const hash = await callRpc(url, "eth_sendTransaction", [
    { from: POOL_DEPLOYER, data: artifacts.Tarn.bytecode, gas: GAS },
  ]);
  await callRpc(url, "anvil_stopImpersonatingAccount", [POOL_DEPLOYER]);
  const receipt = await contracts.receiptOf(hash);
  if (receipt.status !== "0x1" || receipt.contractAddress?.toLowerCase() !== tarn.toLowerCase()) {
    throw new Error(`the lending pool was not deployed at ${tarn}`);
  }

  await contracts.write(OTHER_HOLDERS, "WstEth", wsteth, "approve", [tarn, DEPOSITED]);
  await contracts.write(OTHER_HOLDERS, "Tarn", tarn, "deposit", [DEPOSITED, OTHER_HOLDERS]);
  await contracts.write(OTHER_HOLDERS, "WstEth", wsteth, "transfer", [OPERATOR, INTEREST]);
  await contracts.write(OPERATOR, "WstEth", wsteth, "approve", [tarn, LENT + INTEREST]);
  await contracts.write(OPERATOR, "Tarn", tarn, "borrow", [LENT]);
  await contracts.write(OPERATOR, "Tarn", tarn, "repay", [LENT / 2n, INTEREST]);
}
