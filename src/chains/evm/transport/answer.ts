import { WeirError } from "../../../core/errors/index.ts";
import type { RpcRefusal } from "./rpc.ts";

/** A result as the node sent it, not yet decoded, or its refusal. */
export type RawOutcome = { ok: true; result: unknown } | { ok: false; refusal: RpcRefusal };

const longestMessage = 1000;

function parseRefusal(error: unknown): RpcRefusal | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  const { code, message, data } = error as { code?: unknown; message?: unknown; data?: unknown };
  if (typeof code !== "number" || !Number.isSafeInteger(code)) return undefined;
  // Some nodes put the revert bytes one level down.
  const bytes =
    typeof data === "object" && data !== null && "data" in data ? (data as { data: unknown }).data : data;
  return {
    code,
    message: typeof message === "string" ? message.slice(0, longestMessage) : "",
    data:
      typeof bytes === "string" && /^0x([0-9a-f]{2})*$/i.test(bytes) ? (bytes as `0x${string}`) : undefined,
  };
}

/**
 * One JSON-RPC 2.0 response object: its id and outcome, or undefined when it is none. Exactly one of result and error
 * must be there ("error": null beside a result is let pass, several nodes send it).
 */
export function parseResponse(value: unknown): { id: unknown; outcome: RawOutcome } | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const response = value as { jsonrpc?: unknown; id?: unknown; result?: unknown; error?: unknown };
  if (response.jsonrpc !== "2.0") return undefined;
  if (response.error !== undefined && response.error !== null) {
    if (response.result !== undefined && response.result !== null) return undefined;
    const refusal = parseRefusal(response.error);
    return refusal && { id: response.id, outcome: { ok: false, refusal } };
  }
  if (response.result === undefined) return undefined;
  return { id: response.id, outcome: { ok: true, result: response.result } };
}

/** `text` as JSON; rejects chain/not-json (an HTML page, a cut body). */
export function parseJson(text: string, endpoint: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No cause: the parser quotes the foreign text in its message.
    throw new WeirError("chain/not-json", { endpoint });
  }
}

/**
 * Outcomes in the order of `ids`. Every id must be answered exactly once and no other may appear, or the whole answer is
 * dropped: a response filed under the wrong call is worse than none. Undefined when it is no such answer.
 */
export function parseBatch(value: unknown, ids: readonly number[]): RawOutcome[] | undefined {
  if (!Array.isArray(value) || value.length !== ids.length) return undefined;
  const byId = new Map<unknown, RawOutcome>();
  for (const item of value) {
    const response = parseResponse(item);
    if (!response || byId.has(response.id)) return undefined;
    byId.set(response.id, response.outcome);
  }
  const outcomes: RawOutcome[] = [];
  for (const id of ids) {
    const outcome = byId.get(id);
    if (!outcome) return undefined;
    outcomes.push(outcome);
  }
  return outcomes;
}
