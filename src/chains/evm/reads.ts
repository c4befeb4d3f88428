import type { Address, Hex } from "../../core/account/account.ts";
import type { Chain } from "../../core/chain/chain.ts";
import { sameHost } from "../../core/chain/endpoint-url.ts";
import { WeirError } from "../../core/errors/index.ts";
import type { BlockRef, Read, ReadAnswers } from "../../core/staking/protocol.ts";
import { decodeAggregate, encodeAggregate } from "./aggregate.ts";
import { blockCalls, blockOf, chunkCalls, uintWord } from "./multicall.ts";
import { data, Malformed, toQuantity } from "./quantity.ts";
import { readSingly } from "./single-reads.ts";
import type { EndpointClient } from "./transport/endpoint-client.ts";
import type { RpcRequest } from "./transport/rpc.ts";
import { type Transport, valueOrThrow } from "./transport/transport.ts";

/** Answers of one refresh, all at `block`, all from the endpoint `client`. */
export interface ReadResult {
  answers: ReadAnswers;
  native: ReadonlyMap<Address, bigint>;
  block: BlockRef;
  client: EndpointClient;
}

interface Chunk {
  block: BlockRef;
  answers: (Hex | undefined)[];
}

/** Reads of one network, through Multicall3 where that is. */
export interface Reader {
  read(input: { reads: readonly Read[]; native: readonly Address[] }): Promise<ReadResult>;
  /** The same from an endpoint of another host than the last read's; undefined when there is none. */
  readSecond(input: { reads: readonly Read[]; native: readonly Address[] }): Promise<ReadResult | undefined>;
}

/**
 * Reader over `transport`: one HTTP request per refresh while all chunks come from the same block; two and more on a network
 * without Multicall3.
 */
export function createReader(chain: Chain, transport: Transport): Reader {
  const { multicall3 } = chain;
  let lastUrl: string | undefined;

  function request(calls: ReturnType<typeof chunkCalls>[number], tag: string): RpcRequest<Chunk> {
    return {
      method: "eth_call",
      params: [{ to: multicall3, data: encodeAggregate(calls) }, tag],
      decode: (value) => {
        const answers = decodeAggregate(data(value), calls.length);
        return { block: blockOf(answers), answers: answers.slice(blockCalls) };
      },
    };
  }

  async function readAt(
    input: { reads: readonly Read[]; native: readonly Address[] },
    second: string | undefined,
  ): Promise<ReadResult> {
    if (multicall3 === undefined) {
      const result = await readSingly(transport, input, second);
      if (second === undefined) lastUrl = result.client.url;
      return result;
    }
    const chunks = chunkCalls(input.reads, input.native, multicall3);
    const requests = chunks.map((calls) => request(calls, "latest"));
    const { client, outcomes } =
      second === undefined ? await transport.ask(requests) : await transport.askOf(second, requests);
    if (second === undefined) lastUrl = client.url;
    const parts = outcomes.map((outcome) => valueOrThrow(outcome, client, "eth_call"));
    const first = parts[0];
    if (!first) throw new Malformed("no chunk");
    const { block } = first;
    // A block arrived between two chunks: read the odd ones again at the first one's block.
    const odd = parts.flatMap((part, index) => (part.block.number === block.number ? [] : [index]));
    if (odd.length > 0) {
      const again = await transport.askOf(
        client.url,
        odd.map((index) => request(chunks[index] ?? [], toQuantity(block.number))),
      );
      for (const [place, index] of odd.entries()) {
        const outcome = again.outcomes[place];
        const part = outcome && valueOrThrow(outcome, client, "eth_call");
        if (part?.block.number !== block.number) {
          throw new WeirError("chain/answer-malformed", { endpoint: client.label, method: "eth_call" });
        }
        parts[index] = part;
      }
    }
    const answers = parts.flatMap((part) => part.answers);
    const native = new Map<Address, bigint>();
    for (const [index, account] of input.native.entries()) {
      native.set(account, balanceWord(answers[index], client));
    }
    const byKey = new Map<string, Hex | undefined>();
    for (const [index, read] of input.reads.entries()) {
      byKey.set(read.key, answers[input.native.length + index]);
    }
    return { answers: byKey, native, block, client };
  }

  return {
    read: (input) => readAt(input, undefined),
    async readSecond(input) {
      const urls = await transport.urls();
      const used = lastUrl ?? urls[0];
      const second = urls.find((url) => used !== undefined && !sameHost(url, used));
      return second === undefined ? undefined : await readAt(input, second);
    },
  };
}

function balanceWord(answer: Hex | undefined, client: EndpointClient): bigint {
  try {
    return uintWord(answer);
  } catch {
    throw new WeirError("chain/answer-malformed", { endpoint: client.label, method: "eth_call" });
  }
}
