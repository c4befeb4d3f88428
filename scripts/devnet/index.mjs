import { HDNodeWallet } from "ethers/wallet";
import { ADDRESSES } from "./addresses.mjs";
import { callRpc, startAnvil } from "./anvil.mjs";
import { compileFixtures } from "./compile.mjs";
import { contractAccess } from "./contracts.mjs";
import { createLevers } from "./levers.mjs";
import { liveThrough, placeContracts } from "./world.mjs";

export { ADDRESSES };

/** The phrase every development chain uses: its keys are public, never send real value to them. */
const PUBLIC_PHRASE = "test test test test test test test test test test test junk";
const ACCOUNTS = 10;
const ETHER_EACH = 10_000;
const FIRST_BLOCK = 24_000_000;
const BASE_FEE = 1_500_000_000n;
const DAY = 86_400;

/**
 * Starts a development chain that looks like Ethereum mainnet to a liquid-staking wallet: chain id 1, loopback
 * only, Lido and its neighbours at their mainnet addresses (see test/devnet/contracts), and some days of history.
 *
 * Chain time ends about now. Blocks are fewer than mainnet's: `blocksPerDay`, since each costs real time here.
 * @param {object} [options]
 * @param {number} [options.port] 0 (the default) takes a free one
 * @param {number} [options.blockTime] seconds between blocks; by default each transaction makes its block at once
 * @param {number} [options.historyDays] reports made before hand-over
 * @param {number} [options.blocksPerDay]
 * @param {number} [options.yearlyRateBp] what holders earn a year, in basis points
 * @param {(line: string) => void} [options.log]
 */
export async function startDevnet({
  port = 0,
  blockTime,
  historyDays = 10,
  blocksPerDay = 12,
  yearlyRateBp = 300,
  log = () => {},
} = {}) {
  log("Compiling contracts");
  const artifacts = await compileFixtures();
  const genesis = Math.floor(Date.now() / 1_000) - historyDays * DAY - 900;
  log("Starting anvil");
  const anvil = await startAnvil({
    port,
    args: [
      ...["--chain-id", "1", "--number", String(FIRST_BLOCK), "--timestamp", String(genesis)],
      ...["--mnemonic", PUBLIC_PHRASE, "--accounts", String(ACCOUNTS), "--balance", String(ETHER_EACH)],
      ...["--block-base-fee-per-gas", String(BASE_FEE), "--gas-limit", "60000000"],
    ],
  });
  try {
    const { url } = anvil;
    const contracts = contractAccess(url, artifacts);
    const levers = createLevers({
      url,
      contracts,
      blocksPerDay,
      yearlyRateBp: BigInt(yearlyRateBp),
      baseFee: BASE_FEE,
    });
    log("Placing contracts");
    await placeContracts(url, artifacts, contracts);
    await levers.setPrices();
    log(`Living through ${historyDays} days`);
    await liveThrough(levers, contracts, historyDays);
    await callRpc(url, "anvil_setTime", [Math.floor(Date.now() / 1_000)]);
    await levers.mine(1);
    if (blockTime !== undefined) await levers.intervalMining(blockTime);
    return {
      url,
      chainId: 1,
      accounts: publicAccounts(),
      addresses: ADDRESSES,
      levers,
      contracts,
      stop: anvil.stop,
    };
  } catch (error) {
    await anvil.stop();
    throw error;
  }
}

/** @returns {{address: string, privateKey: string}[]} funded accounts whose keys everyone knows */
export function publicAccounts() {
  const root = HDNodeWallet.fromPhrase(PUBLIC_PHRASE, undefined, "m/44'/60'/0'/0");
  return Array.from({ length: ACCOUNTS }, (_, index) => {
    const { address, privateKey } = root.deriveChild(index);
    return { address, privateKey };
  });
}
