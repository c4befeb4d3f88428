import { ADDRESSES, OPERATOR, OTHER_HOLDERS } from "./addresses.mjs";
import { callRpc } from "./anvil.mjs";
import { permit2Code } from "./permit2.mjs";
import { openPool } from "./pool.mjs";

const ETHER = 10n ** 18n;
const MAX_UINT256 = (1n << 256n) - 1n;

/** Mainnet's proportions: about 9.4 million ether at about 1.227 ether a share; uneven, so that rounding shows. */
const POOLED_ETHER = 9_412_345_678_901_234_567_890_123n;
const TOTAL_SHARES = 7_671_998_765_432_109_876_543_211n;
const WRAPPED_SHARES = 3_451_234_567_890_123_456_789_012n;
/** Mainnet's limit at present: 150 000 ether, growing back over 6 400 blocks. */
const STAKE_LIMIT = 150_000n * ETHER;
const STAKE_LIMIT_PER_BLOCK = STAKE_LIMIT / 6_400n;

/** What the other holders ask to withdraw each day, in wei. */
const DAILY_REQUESTS = [32n * ETHER, 1_000n * ETHER, 123_456_789_012_345_678n];
const DAYS_IN_QUEUE = 3;

const PLACES = /** @type {const} */ ([
  ["StEth", ADDRESSES.steth],
  ["WstEth", ADDRESSES.wsteth],
  ["WithdrawalQueue", ADDRESSES.withdrawalQueue],
  ["Locator", ADDRESSES.locator],
  ["WstEthStaker", ADDRESSES.wstethStaker],
  ["Multicall3", ADDRESSES.multicall3],
  ["Weth", ADDRESSES.weth],
  ["PriceFeed", ADDRESSES.ethUsdFeed],
  ["PriceFeed", ADDRESSES.stethEthFeed],
  ["PriceFeed", ADDRESSES.stethUsdFeed],
  ["Loch", ADDRESSES.loch],
]);

/**
 * Puts the fixtures' code at their addresses and gives them their first state.
 * @param {string} url
 * @param {Record<string, import("./compile.mjs").Artifact>} artifacts
 * @param {import("./contracts.mjs").ContractAccess} contracts
 */
export async function placeContracts(url, artifacts, contracts) {
  for (const [name, address] of PLACES)
    await callRpc(url, "anvil_setCode", [address, artifacts[name].runtime]);
  await callRpc(url, "anvil_setCode", [ADDRESSES.permit2, await permit2Code()]);
  for (const rich of [OPERATOR, OTHER_HOLDERS]) {
    await callRpc(url, "anvil_setBalance", [rich, `0x${(10n ** 27n).toString(16)}`]);
  }
  await callRpc(url, "anvil_setBalance", [ADDRESSES.steth, `0x${POOLED_ETHER.toString(16)}`]);

  const { steth, wsteth, withdrawalQueue } = ADDRESSES;
  const start = Number((await callRpc(url, "eth_getBlockByNumber", ["latest", false])).timestamp);
  await contracts.write(OPERATOR, "WithdrawalQueue", withdrawalQueue, "begin");
  await contracts.write(OPERATOR, "StEth", steth, "begin", [
    OTHER_HOLDERS,
    TOTAL_SHARES,
    POOLED_ETHER,
    start - 1_200,
  ]);
  await contracts.write(OPERATOR, "StEth", steth, "setStakingLimit", [STAKE_LIMIT, STAKE_LIMIT_PER_BLOCK]);
  await contracts.write(OTHER_HOLDERS, "StEth", steth, "transferShares", [wsteth, WRAPPED_SHARES]);
  await contracts.write(OPERATOR, "WstEth", wsteth, "begin", [OTHER_HOLDERS, WRAPPED_SHARES]);
  await contracts.write(OTHER_HOLDERS, "StEth", steth, "approve", [withdrawalQueue, MAX_UINT256]);
  for (const [feed, words, decimals] of /** @type {const} */ ([
    [ADDRESSES.ethUsdFeed, "ETH / USD", 8],
    [ADDRESSES.stethEthFeed, "STETH / ETH", 18],
    [ADDRESSES.stethUsdFeed, "STETH / USD", 8],
  ])) {
    await contracts.write(OPERATOR, "PriceFeed", feed, "begin", [words, decimals]);
  }
  await openPool(url, artifacts, contracts);
}

/**
 * Lets the other holders live for some days: requests, reports, finalisations some days behind.
 * @param {import("./levers.mjs").Levers} levers
 * @param {import("./contracts.mjs").ContractAccess} contracts
 * @param {number} days
 */
export async function liveThrough(levers, contracts, days) {
  for (let day = 0; day < days; day++) {
    await contracts.write(OTHER_HOLDERS, "WithdrawalQueue", ADDRESSES.withdrawalQueue, "requestWithdrawals", [
      DAILY_REQUESTS,
      OTHER_HOLDERS,
    ]);
    await levers.passDays(1);
    const due = (day + 1 - DAYS_IN_QUEUE) * DAILY_REQUESTS.length;
    if (due > 0) await levers.finalise({ upTo: due });
  }
}
