import type { Address, Hex } from "../../core/account/account.ts";
import { WeirError } from "../../core/errors/index.ts";
import type { Read } from "../../core/staking/protocol.ts";
import { data, quantity, toQuantity } from "./quantity.ts";
import type { ReadResult } from "./reads.ts";
import { latestBlockRequest } from "./requests.ts";
import { isVerdict } from "./simulate-requests.ts";
import type { RpcOutcome, RpcRequest } from "./transport/rpc.ts";
import { type Transport, valueOrThrow } from "./transport/transport.ts";

/** A view call that may revert, which is an answer too. */
const callAt = ({ to, data: input }: Read, tag: string): RpcRequest<Hex> => ({
  method: "eth_call",
  params: [{ to, data: input }, tag],
  decode: data,
  isFinal: isVerdict,
});

const balanceAt = (account: Address, tag: string): RpcRequest<bigint> => ({
  method: "eth_getBalance",
  params: [account, tag],
  decode: quantity,
});

/**
 * The reads of a network without Multicall3: the newest block first, then every call for itself at that block, in
 * JSON-RPC batches. `second` names the endpoint to ask; else the user's order decides.
 */
export async function readSingly(
  transport: Transport,
  { reads, native }: { reads: readonly Read[]; native: readonly Address[] },
  second: string | undefined,
): Promise<ReadResult> {
  const newest = [latestBlockRequest] as const;
  const { client, outcomes } =
    second === undefined ? await transport.ask(newest) : await transport.askOf(second, newest);
  const block = valueOrThrow(outcomes[0], client, latestBlockRequest.method);
  const tag = toQuantity(block.number);
  const requests: RpcRequest[] = [
    ...native.map((account) => balanceAt(account, tag)),
    ...reads.map((read) => callAt(read, tag)),
  ];
  const answered: readonly RpcOutcome[] =
    requests.length === 0 ? [] : (await transport.askOf(client.url, requests)).outcomes;
  const balances = new Map<Address, bigint>();
  for (const [index, account] of native.entries()) {
    const outcome = answered[index] as RpcOutcome<bigint>;
    balances.set(account, valueOrThrow(outcome, client, "eth_getBalance"));
  }
  const answers = new Map<string, Hex | undefined>();
  for (const [index, read] of reads.entries()) {
    const outcome = answered[native.length + index] as RpcOutcome<Hex>;
    if (!outcome.ok && !isVerdict(outcome.refusal)) {
      const { code } = outcome.refusal;
      throw new WeirError("chain/rpc", { endpoint: client.label, method: "eth_call", rpcCode: code });
    }
    answers.set(read.key, outcome.ok ? outcome.value : undefined);
  }
  return { answers, native: balances, block, client };
}
