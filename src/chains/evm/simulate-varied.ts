import type { Address } from "../../core/account/account.ts";
import type { CallRequest, Simulation } from "../../core/chain/access.ts";
import type { Chain } from "../../core/chain/chain.ts";
import { isWeirError } from "../../core/errors/index.ts";
import type { ReadResult } from "./reads.ts";
import type { After } from "./simulate-after.ts";
import { simulateRequest } from "./simulate-requests.ts";
import type { Transport } from "./transport/transport.ts";

/** An address that pays nobody and that no contract can expect. */
const anotherRecipient: Address = "0x5eA1ed00000000000000000000000000000C0FFe";
/** A transaction may well wait this many blocks. */
const blocksLater = 5;

/**
 * The calls once more at the same block with the gas limits that would be signed, another fee receiver and a later time: a
 * contract that looks at those to tell a trial from the real thing does something else here. undefined: the node would not.
 */
export async function simulateVaried(
  { chain, transport }: { chain: Chain; transport: Transport },
  input: { calls: readonly CallRequest[]; reads: readonly { key: string }[] },
  before: ReadResult,
  after: After,
  gasLimits: readonly bigint[],
): Promise<Simulation["varied"]> {
  const variation = {
    gasLimits,
    feeRecipient: anotherRecipient,
    secondsLater: Math.ceil(chain.blockSeconds * blocksLater),
  };
  const calls = [...input.calls, ...after.calls];
  const answered = await transport
    .askOf(before.client.url, [simulateRequest(calls, before.block, chain.blockSeconds, variation)] as const)
    .catch((error) => {
      if (isWeirError(error, "chain/answer-malformed")) return undefined;
      throw error;
    });
  const outcome = answered?.outcomes[0];
  if (!outcome?.ok) return undefined;
  const results = outcome.value.slice(0, input.calls.length);
  if (results.some((result) => !result.success)) {
    return { reverts: true, after: undefined, nativeAfter: undefined };
  }
  const logs = results.flatMap((result) => result.logs);
  const answers = after.decode(outcome.value.slice(input.calls.length), logs);
  return {
    reverts: false,
    after: answers && new Map(input.reads.map((read, index) => [read.key, answers.reads[index]])),
    nativeAfter: answers?.native,
  };
}
