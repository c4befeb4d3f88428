import * as v from "valibot";
import { address, hash32, hexData } from "../../core/wire/schemas.ts";
import { requireConnected, type SiteMethod, siteMethod } from "../method.ts";
import { quantity } from "./quantities.ts";

/** EIP-1898 and the tags of the execution API. */
const block = v.union([
  quantity,
  v.picklist(["latest", "pending", "earliest", "safe", "finalized"]),
  v.object({ blockHash: hash32, requireCanonical: v.optional(v.boolean()) }),
  v.object({ blockNumber: quantity }),
]);

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
});

const oneOrMany = <S extends typeof address | typeof hash32>(item: S) =>
  v.union([item, v.pipe(v.array(item), v.maxLength(64))]);

const filter = v.object({
  address: v.nullish(oneOrMany(address)),
  topics: v.nullish(v.pipe(v.array(v.nullable(oneOrMany(hash32))), v.maxLength(4))),
  fromBlock: v.nullish(block),
  toBlock: v.nullish(block),
  blockHash: v.nullish(hash32),
});

const nothing = v.optional(v.pipe(v.array(v.unknown()), v.maxLength(0)), []);
const atBlock = v.optional(block, "latest");
const percentiles = v.pipe(v.array(v.pipe(v.number(), v.minValue(0), v.maxValue(100))), v.maxLength(100));
const blockCount = v.union([quantity, v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1024))]);

const shapes = {
  eth_blockNumber: nothing,
  eth_gasPrice: nothing,
  eth_call: v.strictTuple([callObject, atBlock]),
  eth_estimateGas: v.strictTuple([callObject, atBlock]),
  eth_feeHistory: v.strictTuple([blockCount, block, v.optional(percentiles, [])]),
  eth_getBalance: v.strictTuple([address, atBlock]),
  eth_getBlockByHash: v.strictTuple([hash32, v.optional(v.boolean(), false)]),
  eth_getBlockByNumber: v.strictTuple([block, v.optional(v.boolean(), false)]),
  eth_getCode: v.strictTuple([address, atBlock]),
  eth_getLogs: v.strictTuple([filter]),
  eth_getStorageAt: v.strictTuple([address, quantity, atBlock]),
  eth_getTransactionByHash: v.strictTuple([hash32]),
  eth_getTransactionCount: v.strictTuple([address, atBlock]),
  eth_getTransactionReceipt: v.strictTuple([hash32]),
} as const;

/**
 * The reads that go to the user's endpoint for connected sites. What is sent is the checked form, nothing beside it: a
 * state override, which would make the answer one about another world, is refused with the rest of what is not known here.
 */
export const reads: readonly SiteMethod[] = Object.entries(shapes).map(([name, params]) =>
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
