import { ADDRESSES } from "../../../scripts/devnet/index.mjs";
import type { SpecFacts } from "./world.ts";

type Params = unknown[] | Record<string, unknown>;

/**
 * The params of a method's example made ones of this chain and wallet: the document's accounts, hashes and filters are
 * nobody's here. What is not named keeps its example.
 */
export function fitting(facts: SpecFacts, method: string, example: Params): Params {
  const make = fits(facts)[method];
  return make === undefined ? example : make(example);
}

function fits(facts: SpecFacts): Record<string, (example: Params) => Params> {
  const { account, block, filters, loggedIn } = facts;
  const [blockHash, blockNumber] = [block.hash, block.number];
  const withField = (changes: Record<string, unknown>) => (example: Params) => [
    { ...(first(example) as object), ...changes },
    ...rest(example),
  ];
  const withAccount = (example: Params) => [account, ...rest(example)];
  const exactly =
    (...params: unknown[]) =>
    () =>
      params;
  return {
    wallet_addEthereumChain: withField({ rpcUrls: [facts.otherNetwork] }),
    wallet_watchAsset: (example) => watching(facts, example),
    wallet_sendCalls: withField({ from: account, chainId: "0x1", atomicRequired: false }),
    wallet_getCallsStatus: exactly(facts.bundle),
    wallet_getCapabilities: exactly(account, ["0x1"]),
    wallet_requestExecutionPermissions: (example) => example,
    personal_sign: (example) => [first(example), account],
    eth_signTypedData_v4: withAccount,
    eth_sendTransaction: (example) => withField({ from: account, to: lowerCase(first(example)) })(example),
    eth_getEncryptionPublicKey: withAccount,
    eth_decrypt: (example) => [first(example), account],
    eth_unsubscribe: exactly(facts.subscription),
    eth_estimateGas: withField({ from: account }),
    eth_call: withField({ from: account }),
    eth_getBalance: withAccount,
    eth_getTransactionCount: withAccount,
    eth_getCode: exactly(facts.token, "latest"),
    eth_getStorageAt: exactly(facts.token, "0x0", "latest"),
    eth_getProof: exactly(account, [`0x${"0".repeat(64)}`], "latest"),
    eth_getLogs: withField({ fromBlock: loggedIn, toBlock: loggedIn, address: ADDRESSES.steth }),
    eth_newFilter: withField({ fromBlock: loggedIn, toBlock: loggedIn }),
    eth_getFilterChanges: exactly(filters.changes),
    eth_getFilterLogs: exactly(filters.logs),
    eth_uninstallFilter: exactly(filters.ended),
    eth_getBlockByHash: exactly(blockHash, true),
    eth_getBlockByNumber: exactly(blockNumber, true),
    eth_getBlockTransactionCountByHash: exactly(blockHash),
    eth_getBlockTransactionCountByNumber: exactly(blockNumber),
    eth_getTransactionByBlockHashAndIndex: exactly(blockHash, "0x0"),
    eth_getTransactionByBlockNumberAndIndex: exactly(blockNumber, "0x0"),
    eth_getTransactionByHash: exactly(facts.transaction),
    eth_getTransactionReceipt: exactly(facts.transaction),
    eth_getUncleCountByBlockHash: exactly(blockHash),
    eth_getUncleCountByBlockNumber: exactly(blockNumber),
    eth_sendRawTransaction: exactly(facts.signedTransaction),
  };
}

/** Its checksum is wrong, which Weir refuses. */
const lowerCase = (transaction: unknown): string => (transaction as { to: string }).to.toLowerCase();
const first = (params: Params): unknown => (Array.isArray(params) ? params[0] : undefined);
const rest = (params: Params): unknown[] => (Array.isArray(params) ? params.slice(1) : []);

/** A token that is there; the examples of other kinds of assets stay. */
function watching({ token }: SpecFacts, example: Params): Params {
  const { type, options } = example as { type?: string; options?: object };
  return type === "ERC20"
    ? { type, options: { ...options, address: token, symbol: "tarnWstETH", decimals: 18 } }
    : example;
}
