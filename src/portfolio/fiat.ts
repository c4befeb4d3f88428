import { Interface } from "ethers/abi";
import type { Hex } from "../core/account/account.ts";
import type { Snapshot } from "../core/snapshot/snapshot.ts";
import type { BlockRef, Read, ReadAnswers } from "../core/staking/protocol.ts";

// Chainlink ETH/USD, 8 decimals: npm @aave-dao/aave-address-book 4.68.1, ChainlinkEthereum.sol. Read in the refresh's own
// request, so that no price service learns of it.
const feeds = new Map([[1, "0x5f4eC3Df9cbd43714FE2740f5E3616155c5b8419" as const]]);
const abi = new Interface(["function latestRoundData() view returns (uint80,int256,uint256,uint256,uint80)"]);
const KEY = "usd";
/** The feed renews its answer at least hourly; older than a day is no price. */
const OLDEST_SECONDS = 86_400;

/** The read of the network's dollar price; none where there is no known feed. */
export function fiatReads(chainId: number): Read[] {
  const to = feeds.get(chainId);
  return to === undefined ? [] : [{ key: KEY, to, data: abi.encodeFunctionData("latestRoundData") as Hex }];
}

/** The price, or undefined when it is missing, not positive or stale. */
export function decodeFiat(answers: ReadAnswers, block: BlockRef): Snapshot["fiat"] {
  const answer = answers.get(KEY);
  if (answer === undefined) return undefined;
  try {
    const round = abi.decodeFunctionResult("latestRoundData", answer);
    const price: bigint = round[1];
    const updatedAt = Number(round[3]);
    if (price <= 0n || block.timestamp - updatedAt > OLDEST_SECONDS) return undefined;
    return { currency: "USD", price, updatedAt };
  } catch {
    return undefined;
  }
}
