import type { Address, Hex } from "../../core/account/account.ts";
import { decodeAmount, nativeTransferAddress, transferTopic } from "../../core/asset/erc20.ts";
import type { CallRequest } from "../../core/chain/access.ts";
import type { Chain } from "../../core/chain/chain.ts";
import { WeirError } from "../../core/errors/index.ts";
import type { Log, Read } from "../../core/staking/protocol.ts";
import { decodeAggregate, encodeAggregate } from "./aggregate.ts";
import { blockCalls, chunkCalls, uintWord } from "./multicall.ts";
import type { ReadResult } from "./reads.ts";
import type { SimulatedCall } from "./simulate-requests.ts";

/** Reads behind simulated calls: what to call for them, and what the answers say. */
export interface After {
  calls: CallRequest[];
  /** undefined: they found no gas left in the block, or a node that does not tell. */
  decode(
    behind: readonly SimulatedCall[],
    logs: readonly Log[],
  ): { native: bigint | undefined; reads: (Hex | undefined)[] } | undefined;
}

const nobody: Address = "0x0000000000000000000000000000000000000000";
/** Without Multicall3 each read is a call of its own in the simulated block. */
const mostSingle = 100;

/** undefined when there are too many reads for one simulated block. */
export function readsAfter(
  chain: Chain,
  { calls, reads }: { calls: readonly CallRequest[]; reads: readonly Read[] },
  account: Address,
  before: ReadResult,
): After | undefined {
  const { multicall3 } = chain;
  if (multicall3 === undefined) {
    if (reads.length > mostSingle) return undefined;
    return {
      calls: reads.map(({ to, data }) => ({ from: nobody, to, data, value: 0n })),
      decode: (behind, logs) => ({
        native: nativeAfter(before.native.get(account) ?? 0n, account, calls, logs),
        reads: behind.map((result) => (result.success ? result.returned : undefined)),
      }),
    };
  }
  // The reads of a simulation are few; what does not fit one chunk is not read again afterwards.
  const [chunk, ...more] = chunkCalls(reads, [account], multicall3);
  if (!chunk || more.length > 0) return undefined;
  return {
    calls: [{ from: nobody, to: multicall3, data: encodeAggregate(chunk), value: 0n }],
    decode([result]) {
      if (!result?.success) return undefined;
      try {
        const answers = decodeAggregate(result.returned, chunk.length).slice(blockCalls);
        return { native: uintWord(answers[0]), reads: answers.slice(1) };
      } catch {
        throw new WeirError("chain/answer-malformed", {
          endpoint: before.client.label,
          method: "eth_simulateV1",
        });
      }
    },
  };
}

/** The balance by the native transfers that the node reports as logs; undefined when it reports none though value was sent. */
function nativeAfter(
  before: bigint,
  account: Address,
  calls: readonly CallRequest[],
  logs: readonly Log[],
): bigint | undefined {
  const own = (topic: Hex | undefined): boolean =>
    topic !== undefined && topic.slice(-40).toLowerCase() === account.slice(2).toLowerCase();
  const transfers = logs.filter(
    (log) => log.address.toLowerCase() === nativeTransferAddress && log.topics[0] === transferTopic,
  );
  if (transfers.length === 0 && calls.some(({ value }) => value > 0n)) return undefined;
  let balance = before;
  for (const { topics, data } of transfers) {
    const amount = decodeAmount(data) ?? 0n;
    if (own(topics[1])) balance -= amount;
    if (own(topics[2])) balance += amount;
  }
  return balance;
}
