import { ADDRESSES, OPERATOR, OTHER_HOLDERS } from "./addresses.mjs";
import { callRpc } from "./anvil.mjs";

const DAY = 86_400;
const YEAR = 365n * 86_400n;
/** Time between the moment a report speaks of and the block it arrives in, as on mainnet: a good quarter hour. */
const REPORT_DELAY = 1_200;
const BASIS_POINTS = 10_000n;
const MAX_UINT256 = (1n << 256n) - 1n;

/** @param {bigint | number} value */
const hex = (value) => `0x${value.toString(16)}`;

/**
 * What a test or a person may do to the chain. Amounts in wei, times in seconds. A lever that sends a transaction
 * mines it, and with it whatever else waits.
 * @param {object} options
 * @param {string} options.url
 * @param {import("./contracts.mjs").ContractAccess} options.contracts
 * @param {number} options.blocksPerDay
 * @param {bigint} options.yearlyRateBp what holders earn a year after the fee, in basis points
 * @param {bigint} options.baseFee
 */
export function createLevers({ url, contracts, blocksPerDay, yearlyRateBp, baseFee }) {
  const { steth, wsteth, withdrawalQueue } = ADDRESSES;
  let rateBp = yearlyRateBp;
  let steadyBaseFee = baseFee;
  /** Prices in each feed's own unit. @type {Record<string, bigint>} */
  const prices = {
    [ADDRESSES.ethUsdFeed]: 3_100n * 10n ** 8n,
    [ADDRESSES.stethEthFeed]: 999_400_000_000_000_000n,
    [ADDRESSES.stethUsdFeed]: 309_814n * 10n ** 6n,
  };

  /**
   * @param {string} method
   * @param {readonly unknown[]} [params]
   */
  const rpc = (method, params = []) => callRpc(url, method, params);
  const holdBaseFee = () => rpc("anvil_setNextBlockBaseFeePerGas", [hex(steadyBaseFee)]);

  /**
   * @param {string} name
   * @param {string} address
   * @param {string} method
   * @param {readonly unknown[]} [args]
   */
  const operate = async (name, address, method, args = []) => {
    await holdBaseFee();
    const hash = await contracts.write(OPERATOR, name, address, method, args);
    await holdBaseFee();
    return hash;
  };
  /** @param {string} method @param {readonly unknown[]} [args] */
  const onSteth = (method, args) => operate("StEth", steth, method, args);
  /** @param {string} method @param {readonly unknown[]} [args] */
  const onQueue = (method, args) => operate("WithdrawalQueue", withdrawalQueue, method, args);
  /** @param {string} method */
  const askSteth = (method) => contracts.read("StEth", steth, method);
  /** @param {string} method */
  const askQueue = (method) => contracts.read("WithdrawalQueue", withdrawalQueue, method);

  const now = async () => Number((await rpc("eth_getBlockByNumber", ["latest", false])).timestamp);

  /** The day's end a report arriving at `arrival` speaks of: whole days after the last, or just before arrival. */
  const reportTimeFor = async (/** @type {number} */ arrival) => {
    const last = Number(await askSteth("lastReportTimestamp"));
    const days = Math.floor((arrival - REPORT_DELAY - last) / DAY);
    return days > 0 ? last + days * DAY : Math.max(last + 1, arrival - 12);
  };

  /** The pool's ether lies in the stETH contract here; after a report it holds what it says again. */
  const matchBalance = async () =>
    rpc("anvil_setBalance", [steth, hex(await askSteth("getTotalPooledEther"))]);

  /** @param {bigint} rewards @param {number} arrival */
  const reportAt = async (rewards, arrival) => {
    const about = await reportTimeFor(arrival);
    await rpc("evm_setNextBlockTimestamp", [arrival]);
    const hash = await onSteth("report", [rewards, about]);
    await matchBalance();
    return hash;
  };

  const refreshPrices = async () => {
    const time = await now();
    for (const [feed, price] of Object.entries(prices))
      await operate("PriceFeed", feed, "update", [price, time]);
  };

  const levers = {
    rpc,

    /** Lets days pass, each ending with a report that brings rewards at the yearly rate. */
    async passDays(/** @type {number} */ days) {
      for (let day = 0; day < days; day++) {
        const start = await now();
        const blocks = blocksPerDay - 1;
        await rpc("anvil_mine", [hex(blocks), hex(Math.floor(DAY / (blocks + 1)))]);
        const arrival = start + DAY;
        const elapsed = BigInt(
          (await reportTimeFor(arrival)) - Number(await askSteth("lastReportTimestamp")),
        );
        const net = ((await askSteth("getTotalPooledEther")) * rateBp * elapsed) / (BASIS_POINTS * YEAR);
        await reportAt((net * 10n) / 9n, arrival);
      }
      if (days > 0) await refreshPrices();
    },

    /** Lets time pass without a report, and mines a block at its end. */
    async passTime(/** @type {number} */ seconds) {
      await rpc("evm_increaseTime", [hex(seconds)]);
      await levers.mine(1);
    },

    /** @param {number | bigint} basisPoints what holders earn a year, used by passDays */
    setYearlyRate(basisPoints) {
      rateBp = BigInt(basisPoints);
    },

    /** One report at once. Rewards before the fee; the default is none. */
    async report({ rewards = 0n } = {}) {
      return reportAt(rewards, (await now()) + 12);
    },

    /** A report that takes `amount` from the pool: the rate sinks. */
    async slash(/** @type {{amount: bigint}} */ { amount }) {
      return reportAt(-amount, (await now()) + 12);
    },

    /** Locks ether for the requests up to `upTo` (default: all) at the present rate. Nothing waiting: undefined. */
    async finalise(/** @type {{upTo?: bigint | number}} */ { upTo } = {}) {
      const first = (await askQueue("getLastFinalizedRequestId")) + 1n;
      const last = upTo === undefined ? await askQueue("getLastRequestId") : BigInt(upTo);
      if (last < first) return undefined;
      const ids = [];
      for (let id = first; id <= last; id++) ids.push(id);
      return onSteth("finalizeWithdrawals", [ids]);
    },

    pauseStaking: () => onSteth("pauseStaking"),
    resumeStaking: () => onSteth("resumeStaking"),
    /** Stops transfers and staking of stETH altogether. */
    stopProtocol: () => onSteth("stop"),
    resumeProtocol: () => onSteth("resume"),

    /** The limit and its growth per block; a level above the new maximum is cut to it. */
    async setStakeLimit(/** @type {{max: bigint, perBlock?: bigint}} */ { max, perBlock }) {
      return onSteth("setStakingLimit", [max, perBlock ?? max / 6_400n]);
    },
    removeStakeLimit: () => onSteth("removeStakingLimit"),

    /** @param {number | bigint} [seconds] default: until resumed */
    pauseQueue: (seconds) => onQueue("pauseFor", [seconds ?? MAX_UINT256]),
    resumeQueue: () => onQueue("resume"),

    async bunker(/** @type {boolean} */ on) {
      const time = await now();
      return onQueue("onOracleReport", [on, on ? time - 3_600 : 0, await askSteth("lastReportTimestamp")]);
    },

    /** Sets prices (feed address to answer in the feed's unit) and refreshes every feed's time. */
    async setPrices(/** @type {Record<string, bigint>} */ changed = {}) {
      Object.assign(prices, changed);
      await refreshPrices();
    },

    /** Adds ether to an account. */
    async fund(/** @type {string} */ address, /** @type {bigint} */ wei) {
      const before = BigInt(await rpc("eth_getBalance", [address, "latest"]));
      await rpc("anvil_setBalance", [address, hex(before + wei)]);
    },

    /** Moves stETH from the other holders to an account. */
    giveSteth: (/** @type {string} */ address, /** @type {bigint} */ wei) =>
      contracts.write(OTHER_HOLDERS, "StEth", steth, "transfer", [address, wei]),

    /** Moves wstETH from the other holders to an account. */
    giveWsteth: (/** @type {string} */ address, /** @type {bigint} */ wei) =>
      contracts.write(OTHER_HOLDERS, "WstEth", wsteth, "transfer", [address, wei]),

    /** Mines blocks twelve seconds apart. */
    async mine(/** @type {number} */ blocks = 1) {
      await rpc("anvil_mine", [hex(blocks), "0xc"]);
      await holdBaseFee();
    },

    automine: (/** @type {boolean} */ on) => rpc("evm_setAutomine", [on]),
    /** A block every so many seconds; 0 goes back to a block per transaction. */
    async intervalMining(/** @type {number} */ seconds) {
      await rpc("evm_setIntervalMining", [seconds]);
      await rpc("evm_setAutomine", [seconds === 0]);
    },
    dropTransaction: (/** @type {string} */ hash) => rpc("anvil_dropTransaction", [hash]),
    /** Replaces the last blocks by empty ones: their transactions are gone. */
    reorg: (/** @type {number} */ depth) => rpc("anvil_reorg", [depth, []]),

    async setBaseFee(/** @type {bigint} */ wei) {
      steadyBaseFee = wei;
      await holdBaseFee();
      await rpc("evm_mine");
      await holdBaseFee();
    },

    /** @returns {Promise<string>} id for revert, good for one use */
    snapshot: () => rpc("evm_snapshot"),
    revert: (/** @type {string} */ id) => rpc("evm_revert", [id]),
  };
  return levers;
}

/** @typedef {ReturnType<typeof createLevers>} Levers */
