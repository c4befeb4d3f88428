import type { Hex } from "../../core/account/account.ts";
import type { CallRequest, Simulation } from "../../core/chain/access.ts";
import type { Chain } from "../../core/chain/chain.ts";
import { isWeirError, WeirError } from "../../core/errors/index.ts";
import type { Read } from "../../core/staking/protocol.ts";
import { estimateFromUsed, gasLimitFor } from "./gas.ts";
import type { Reader, ReadResult } from "./reads.ts";
import { type ErrorNames, printable, revertReason } from "./revert-reason.ts";
import { readsAfter } from "./simulate-after.ts";
import { callRequest, estimateRequest, isVerdict, simulateRequest } from "./simulate-requests.ts";
import { simulateVaried } from "./simulate-varied.ts";
import type { RpcRefusal } from "./transport/rpc.ts";
import type { Transport } from "./transport/transport.ts";

export interface SimulateInput {
  calls: readonly CallRequest[];
  reads: readonly Read[];
  vary?: boolean;
}

/** What the simulation needs of its surroundings. */
export interface SimulateParts {
  chain: Chain;
  transport: Transport;
  reader: Reader;
  /** Names for custom errors; without one the selector is shown. */
  errorNames: ErrorNames | undefined;
}

/**
 * See ChainAccess.simulate. Two HTTP requests: the reads, which also fix the block, then the calls on exactly that block;
 * a third for the variation.
 */
export async function simulate(parts: SimulateParts, input: SimulateInput): Promise<Simulation> {
  const from = input.calls[0]?.from;
  if (from === undefined) throw new RangeError("simulate: no calls");
  const before = await parts.reader.read({ reads: input.reads, native: [from] });
  if (before.client.simulates) {
    const whole = await simulateWhole(parts, input, before);
    if (whole) return whole;
  }
  return await simulateByCall(parts, input, before);
}

function base(before: ReadResult): Pick<Simulation, "block" | "before" | "nativeBefore"> {
  return {
    block: before.block,
    before: before.answers,
    nativeBefore: before.native.values().next().value ?? 0n,
  };
}

/** By eth_simulateV1; undefined when the node has no such method or would not say. */
async function simulateWhole(
  parts: SimulateParts,
  input: SimulateInput,
  before: ReadResult,
): Promise<Simulation | undefined> {
  const { chain, transport } = parts;
  const [first] = input.calls;
  if (!first) return undefined;
  const after = readsAfter(chain, input, first.from, before);
  if (!after) return undefined;
  const answered = await transport
    .askOf(before.client.url, [
      simulateRequest([...input.calls, ...after.calls], before.block, chain.blockSeconds),
      estimateRequest(first, before.block.number),
    ] as const)
    .catch((error) => {
      // A method this young has odd answers in some nodes; the older way may still do.
      if (isWeirError(error, "chain/answer-malformed")) return undefined;
      throw error;
    });
  if (!answered) return undefined;
  const [simulated, estimated] = answered.outcomes;
  if (!simulated.ok) {
    if (lacksMethod(simulated.refusal)) before.client.simulates = false;
    return undefined;
  }
  const results = simulated.value.slice(0, input.calls.length);
  const reverted = results.find((result) => !result.success);
  if (reverted) {
    const reason = revertReason(reverted.returned, parts.errorNames);
    return { ...base(before), ...nothingAfter, revertReason: reason };
  }
  const logs = results.flatMap((result) => result.logs);
  const answers = after.decode(simulated.value.slice(input.calls.length), logs);
  const gasLimits = results.map((result, index) =>
    gasLimitFor(
      index === 0 && estimated.ok ? max(estimated.value, result.gasUsed) : estimateFromUsed(result.gasUsed),
    ),
  );
  const varied = input.vary ? await simulateVaried(parts, input, before, after, gasLimits) : undefined;
  return {
    ...base(before),
    ...(varied && { varied }),
    revertReason: undefined,
    gasLimit: sum(gasLimits),
    gasLimits,
    logs,
    after: answers && new Map(input.reads.map((read, index) => [read.key, answers.reads[index]])),
    nativeAfter: answers?.native,
  };
}

const nothingAfter = {
  gasLimit: 0n,
  gasLimits: [] as readonly bigint[],
  logs: undefined,
  after: undefined,
  nativeAfter: undefined,
};

/**
 * By eth_call and eth_estimateGas, for nodes without eth_simulateV1: the first call is judged; a later one, which may depend
 * on it, only gets a gas limit where the node can estimate it on the present state (0n where not).
 */
async function simulateByCall(
  parts: SimulateParts,
  input: SimulateInput,
  before: ReadResult,
): Promise<Simulation> {
  const { number } = before.block;
  const [first] = input.calls;
  if (!first) throw new RangeError("simulate: no calls");
  const { outcomes, client } = await parts.transport.askOf<[Hex, ...bigint[]]>(before.client.url, [
    callRequest(first, number),
    ...input.calls.map((call) => estimateRequest(call, number)),
  ]);
  const [called, ...estimates] = outcomes;
  const refused = !called.ok ? called.refusal : estimates[0]?.ok === false ? estimates[0].refusal : undefined;
  if (refused) {
    if (!isVerdict(refused)) {
      throw new WeirError("chain/rpc", { endpoint: client.label, method: "eth_call", rpcCode: refused.code });
    }
    return { ...base(before), ...nothingAfter, revertReason: refusalReason(refused, parts.errorNames) };
  }
  const gasLimits = estimates.map((estimate) => (estimate.ok ? gasLimitFor(estimate.value) : 0n));
  return { ...base(before), ...nothingAfter, revertReason: undefined, gasLimit: sum(gasLimits), gasLimits };
}

function refusalReason(refusal: RpcRefusal, names: ErrorNames | undefined): string {
  if (refusal.data !== undefined) return revertReason(refusal.data, names);
  return /revert/i.test(refusal.message) ? "" : printable(refusal.message);
}

/** How nodes say that they do not know eth_simulateV1. */
function lacksMethod(refusal: RpcRefusal): boolean {
  return (
    refusal.code === -32601 ||
    /method.*(not|n't)|not (found|supported|available|allowed|implemented)|unknown method/i.test(
      refusal.message,
    )
  );
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n);
}

function max(first: bigint, second: bigint): bigint {
  return first > second ? first : second;
}
