import { WeirError } from "../../core/errors/index.ts";
import type { Log, LogQuery } from "../../core/staking/protocol.ts";
import { Malformed, toQuantity } from "./quantity.ts";
import { decodeLogs } from "./requests.ts";
import type { RpcRefusal, RpcRequest } from "./transport/rpc.ts";
import type { Transport } from "./transport/transport.ts";

/**
 * Blocks asked for at once: the limits of well-known nodes. Few steps, and no widening again, bound the requests that
 * a week takes: 2 on a generous node, some 60 where 1 000 blocks are the limit.
 */
const spans = [50_000, 10_000, 2_000, 1_000, 500] as const;
const leastSpan = 500;
const mostLogs = 50_000;
const mostProgress = 8;

interface Progress {
  nextBlock: number;
  logs: Log[];
}

/** Reads logs of one network in ranges of blocks that its nodes accept. */
export interface LogReader {
  /**
   * Logs between two blocks, both included, oldest first. A range that proves too wide for a node is narrowed; one of 500
   * blocks that is refused all the same is asked of the next node. What was read before a failure is kept, and the same
   * question goes on from there.
   */
  read(query: LogQuery, fromBlock: number, toBlock: number): Promise<Log[]>;
}

/** How nodes refuse a range: EIP-1474's limit code, or words about ranges, results and limits, but not about rates. */
function tooWide({ code, message }: RpcRefusal): boolean {
  if (/rate|per second|quota|credits/i.test(message)) return false;
  return (
    code === -32005 ||
    /range|too (many|large|wide|big)|limit|exceed|more than|max(imum)?|timed? ?out|distance/i.test(message)
  );
}

function logsRequest(query: LogQuery, from: number, to: number): RpcRequest<Log[]> {
  const topics = query.topics.map((topic) => [topic].flat().map((one) => one.toLowerCase()));
  const { address } = query;
  return {
    method: "eth_getLogs",
    params: [
      {
        ...(address === undefined ? {} : { address }),
        topics: query.topics,
        fromBlock: toQuantity(from),
        toBlock: toQuantity(to),
      },
    ],
    isFinal: (refusal) => to - from >= leastSpan && tooWide(refusal),
    decode(value) {
      const logs = decodeLogs(value);
      for (const log of logs) {
        const fits =
          (address === undefined || log.address.toLowerCase() === address.toLowerCase()) &&
          log.blockNumber >= from &&
          log.blockNumber <= to &&
          topics.every((oneOf, index) => oneOf.includes(log.topics[index]?.toLowerCase() ?? ""));
        if (!fits) throw new Malformed("log outside the query");
      }
      return logs.sort((a, b) => a.blockNumber - b.blockNumber);
    },
  };
}

/** Whether a smaller range may help against this error. */
function mayFitSmaller(error: unknown): boolean {
  return (
    error instanceof WeirError && (error.code === "chain/answer-too-large" || error.code === "chain/timeout")
  );
}

/** A log reader over `transport`. */
export function createLogReader(transport: Transport): LogReader {
  const progress = new Map<string, Progress>();
  let span: number = spans[0];

  async function ask(query: LogQuery, from: number, to: number): Promise<Log[] | "too-wide"> {
    try {
      const { client, outcomes } = await transport.ask([logsRequest(query, from, to)] as const);
      const [outcome] = outcomes;
      if (outcome.ok) return outcome.value;
      if (tooWide(outcome.refusal) && to - from >= leastSpan) return "too-wide";
      const { code } = outcome.refusal;
      throw new WeirError("chain/rpc", { endpoint: client.label, method: "eth_getLogs", rpcCode: code });
    } catch (error) {
      if (mayFitSmaller(error) && to - from >= leastSpan) return "too-wide";
      throw error;
    }
  }

  return {
    async read(query, fromBlock, toBlock) {
      const key = JSON.stringify([query.address, query.topics, fromBlock]).toLowerCase();
      const state = progress.get(key) ?? { nextBlock: fromBlock, logs: [] };
      progress.delete(key);
      progress.set(key, state);
      const oldest = progress.keys().next().value;
      if (progress.size > mostProgress && oldest !== undefined) progress.delete(oldest);
      while (state.nextBlock <= toBlock) {
        const from = state.nextBlock;
        const to = Math.min(from + span - 1, toBlock);
        const logs = await ask(query, from, to);
        if (logs === "too-wide") {
          span = spans.find((narrower) => narrower < to - from + 1) ?? leastSpan;
          continue;
        }
        // Two readers of the same question share the progress; only the one in step adds to it.
        if (state.nextBlock !== from) continue;
        if (state.logs.length + logs.length > mostLogs) {
          progress.delete(key);
          throw new WeirError("chain/answer-too-large", { endpoint: "eth_getLogs" });
        }
        state.logs.push(...logs);
        state.nextBlock = to + 1;
      }
      if (progress.get(key) === state) progress.delete(key);
      return state.logs.filter((log) => log.blockNumber <= toBlock);
    },
  };
}
