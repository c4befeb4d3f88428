import { formatUnits } from "ethers/utils";

const short = (wei) => formatUnits(BigInt(wei), 18).replace(/(\.\d{6})\d+$/, "$1");

/** What the chain itself says of an account, and the transactions it sent since the last look. */
export function createLedger(devnet, address) {
  const { contracts, addresses, levers } = devnet;
  let seen;
  const block = async () => Number(await levers.rpc("eth_blockNumber"));
  return {
    /** One line of balances, and one line per transaction that the account sent since the last call. */
    async lines() {
      const now = await block();
      const lines = [];
      for (let number = (seen ?? now) + 1; number <= now; number++) {
        const { transactions } = await levers.rpc("eth_getBlockByNumber", [`0x${number.toString(16)}`, true]);
        for (const one of transactions ?? [])
          if (one.from.toLowerCase() === address.toLowerCase()) lines.push(`transaction ${one.hash}`);
      }
      seen = now;
      const ether = await levers.rpc("eth_getBalance", [address, "latest"]);
      const steth = await contracts.read("StEth", addresses.steth, "balanceOf", [address]);
      const wsteth = await contracts.read("WstEth", addresses.wsteth, "balanceOf", [address]);
      lines.push(`${short(ether)} ETH · ${short(steth)} stETH · ${short(wsteth)} wstETH`);
      return lines;
    },
  };
}
