import { Wallet } from "ethers/wallet";
import { ADDRESSES } from "../../../scripts/devnet/index.mjs";
import { startProxy } from "../../../scripts/devnet/proxy.mjs";
import { ether, type World } from "../../e2e/world.ts";
import type { AskingSite } from "./site.ts";

/** What of this chain and this wallet stands in the calls, in place of the document's own examples. */
export interface SpecFacts {
  account: string;
  token: string;
  block: { number: string; hash: string };
  transaction: string;
  bundle: string;
  subscription: string;
  filters: { changes: string; logs: string; ended: string };
  /** What both filters of logs look for. */
  logFilter: object;
  /** A block with logs of stETH. */
  loggedIn: string;
  /** An endpoint that says it serves network 100. */
  otherNetwork: string;
  signedTransaction: string;
  stop(): Promise<void>;
}

/** Prepares what the calls speak of: a batch that was carried out, filters, a subscription. */
export async function prepareFacts({ devnet }: World, site: AskingSite, account: string): Promise<SpecFacts> {
  const given = async <T>(method: string, params: unknown): Promise<T> => {
    const { result, error } = await site.askAndDecide(method, params, "confirm");
    if (error) throw new Error(`${method}: ${error.code} ${error.message}`);
    return result as T;
  };
  // The wallet measures a network it is to add by its last hundred blocks, which a chain of a test lacks.
  await devnet.levers.mine(101);
  const { id: bundle } = await given<{ id: string }>("wallet_sendCalls", [
    {
      version: "2.0.0",
      from: account,
      chainId: "0x1",
      atomicRequired: false,
      calls: [{ to: devnet.accounts[1]?.address, value: "0x1" }],
    },
  ]);
  const transaction = await given<string>("eth_sendTransaction", [
    { from: account, to: devnet.accounts[1]?.address, value: "0x2" },
  ]);
  const receipt = await devnet.contracts.receiptOf(transaction);
  const filter = { address: ADDRESSES.steth, fromBlock: receipt.blockNumber, topics: [] };
  const filters = {
    changes: await given<string>("eth_newFilter", [filter]),
    logs: await given<string>("eth_newFilter", [filter]),
    ended: await given<string>("eth_newBlockFilter", []),
  };
  // An empty list fits the document's schema of logs twice over, and so not at all: there has to be one.
  const logged = await devnet.contracts.receiptOf(await devnet.levers.giveSteth(account, ether(1)));
  const wallet = new Wallet(devnet.accounts[5]?.privateKey ?? "");
  const { url: otherNetwork, stop } = await startProxy({
    target: devnet.url,
    fault: { kind: "wrong-chain", chainId: 100 },
  });
  return {
    account,
    token: ADDRESSES.tarn,
    block: { number: receipt.blockNumber, hash: receipt.blockHash },
    transaction,
    bundle,
    subscription: await given("eth_subscribe", ["newHeads"]),
    filters,
    logFilter: filter,
    loggedIn: logged.blockNumber,
    otherNetwork,
    signedTransaction: await wallet.signTransaction({
      type: 2,
      chainId: 1,
      nonce: 0,
      to: account,
      value: 1,
      gasLimit: 21_000,
      maxFeePerGas: 10n ** 11n,
      maxPriorityFeePerGas: 10n ** 9n,
    }),
    stop,
  };
}
