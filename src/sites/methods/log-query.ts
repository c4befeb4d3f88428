import * as v from "valibot";
import { WeirError } from "../../core/errors/index.ts";
import { address, hash32 } from "../../core/wire/schemas.ts";
import { quantity } from "./quantities.ts";

/** The tags of the execution API. */
export const blockTag = v.picklist(["latest", "pending", "earliest", "safe", "finalized"]);

const oneOrMany = <S extends typeof address | typeof hash32>(item: S) =>
  v.union([item, v.pipe(v.array(item), v.maxLength(64))]);

/** What logs are asked for by: eth_getLogs, eth_newFilter, eth_subscribe. */
export const logQuery = v.object({
  address: v.nullish(oneOrMany(address)),
  topics: v.nullish(v.pipe(v.array(v.nullable(oneOrMany(hash32))), v.maxLength(4))),
  fromBlock: v.nullish(v.union([quantity, blockTag])),
  toBlock: v.nullish(v.union([quantity, blockTag])),
  blockHash: v.nullish(hash32),
});

/** Whose logs, and of which blocks: the two kept apart for those who go on looking. A single block's is refused. */
export function querySplit(given: v.InferOutput<typeof logQuery>): {
  query: Record<string, unknown>;
  range: Record<string, unknown>;
} {
  const { address: of, topics, fromBlock, toBlock, blockHash } = given;
  if (blockHash) throw new WeirError("site/params-invalid", { detail: "at blockHash" });
  return {
    query: { ...(of ? { address: of } : {}), ...(topics ? { topics } : {}) },
    range: { ...(fromBlock ? { fromBlock } : {}), ...(toBlock ? { toBlock } : {}) },
  };
}
