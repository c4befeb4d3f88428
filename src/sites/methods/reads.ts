import * as v from "valibot";
import { address, hash32, hexData } from "../../core/wire/schemas.ts";
import { ignoredParams, requireConnected, type SiteMethod, siteMethod } from "../method.ts";
import { blockTag, logQuery } from "./log-query.ts";
import { quantity } from "./quantities.ts";

/** EIP-1898 and the tags of the execution API. */
const block = v.union([
  quantity,
  blockTag,
  v.object({ blockHash: hash32, requireCanonical: v.optional(v.boolean()) }),
  v.object({ blockNumber: quantity }),
]);

const accessList = v.pipe(
  v.array(v.object({ address, storageKeys: v.pipe(v.array(hash32), v.maxLength(256)) })),
  v.maxLength(64),
);

const callObject = v.object({
  from: v.nullish(address),
  to: v.nullish(address),
  data: v.nullish(hexData),
  input: v.nullish(hexData),
  value: v.nullish(quantity),
  gas: v.nullish(quantity),
  gasPrice: v.nullish(quantity),
  maxFeePerGas: v.nullish(quantity),
  maxPriorityFeePerGas: v.nullish(quantity),
  accessList: v.nullish(accessList),
});

const nothing = v.optional(v.pipe(v.array(v.unknown()), v.maxLength(0)), []);
const atBlock = v.optional(block, "latest");
const percentiles = v.pipe(v.array(v.pipe(v.number(), v.minValue(0), v.maxValue(100))), v.maxLength(100));
const blockCount = v.union([quantity, v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1024))]);
const storageKeys = v.pipe(v.array(quantity), v.maxLength(64));
/** As large as a node takes: 128 KiB. */
const signedBytes = v.pipe(hexData, v.minLength(4), v.maxLength(2 + 2 * 131_072));

const shapes = {
  eth_blockNumber: nothing,
  eth_blobBaseFee: nothing,
  eth_gasPrice: nothing,
  eth_maxPriorityFeePerGas: nothing,
  eth_syncing: nothing,
  eth_call: v.strictTuple([callObject, atBlock]),
  eth_createAccessList: v.strictTuple([callObject, atBlock]),
  eth_estimateGas: v.strictTuple([callObject, atBlock]),
  eth_feeHistory: v.strictTuple([blockCount, block, v.optional(percentiles, [])]),
  eth_getBalance: v.strictTuple([address, atBlock]),
  eth_getBlockByHash: v.strictTuple([hash32, v.optional(v.boolean(), false)]),
  eth_getBlockByNumber: v.strictTuple([block, v.optional(v.boolean(), false)]),
  eth_getBlockReceipts: v.strictTuple([v.union([block, hash32])]),
  eth_getBlockTransactionCountByHash: v.strictTuple([hash32]),
  eth_getBlockTransactionCountByNumber: v.strictTuple([block]),
  eth_getCode: v.strictTuple([address, atBlock]),
  eth_getLogs: v.strictTuple([logQuery]),
  eth_getProof: v.strictTuple([address, storageKeys, atBlock]),
  eth_getStorageAt: v.strictTuple([address, quantity, atBlock]),
  eth_getTransactionByBlockHashAndIndex: v.strictTuple([hash32, quantity]),
  eth_getTransactionByBlockNumberAndIndex: v.strictTuple([block, quantity]),
  eth_getTransactionByHash: v.strictTuple([hash32]),
  eth_getTransactionCount: v.strictTuple([address, atBlock]),
  eth_getTransactionReceipt: v.strictTuple([hash32]),
  eth_getUncleByBlockHashAndIndex: v.strictTuple([hash32, quantity]),
  eth_getUncleByBlockNumberAndIndex: v.strictTuple([block, quantity]),
  eth_getUncleCountByBlockHash: v.strictTuple([hash32]),
  eth_getUncleCountByBlockNumber: v.strictTuple([block]),
  /** Signed elsewhere: the bytes go on as they are, and nothing of this wallet's is in them. */
  eth_sendRawTransaction: v.strictTuple([signedBytes]),
} as const;

/**
 * The reads that go to the user's endpoint for connected sites. What is sent is the checked form, nothing beside it: a
 * state override, which would make the answer one about another world, is refused with the rest of what is not known here.
 */
const passedOn = Object.entries(shapes).map(([name, params]) =>
  siteMethod(
    name,
    params as v.GenericSchema<unknown, readonly unknown[]>,
    async (call, checked) => {
      requireConnected(call);
      return { result: await call.read(name, checked) };
    },
    { limited: true },
  ),
);

/** What nodes are asked for their own state, answered here. */
const answeredHere = [
  /** The account that would be credited: the site's first. Null for strangers and while locked, as eth_accounts is empty. */
  siteMethod("eth_coinbase", ignoredParams, (call) => ({
    result: (call.unlocked && call.permitted[0]) || null,
  })),
  siteMethod("net_listening", ignoredParams, () => ({ result: true })),
];

export const reads: readonly SiteMethod[] = [...passedOn, ...answeredHere];
