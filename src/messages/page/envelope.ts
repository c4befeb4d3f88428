import { pageLimits, siteMethodName } from "./limits.ts";
import type { PageRequest } from "./page-message.ts";

/** The name of the port between a page's relay and the worker. */
export const pagePortName = "weir/page";

/**
 * Relay → worker. Who asks is never in here: that is the browser's word about the port. A request sent again after the worker
 * ended comes in a fresh envelope (new sequence, nonce, time) with the same request id, which tells it from a replay.
 */
export interface Envelope {
  /** Random id of the document's channel: 32 hex digits. */
  channel: string;
  /** Strictly increasing within the channel. */
  sequence: number;
  /** 32 hex digits, never used twice. */
  nonce: string;
  /** Milliseconds since 1970. */
  time: number;
  /** Origin of the page around the asking frame, as the relay sees it: for showing alone, it decides nothing. */
  top?: string;
  body: EnvelopeBody;
}

export type EnvelopeBody =
  | ({ kind: "request" } & PageRequest)
  /** After the worker called: the page is here, tell it where things stand. */
  | { kind: "resume" }
  /** The page is seen and has subscriptions: look for news of the chain. */
  | { kind: "tick" };

const topLength = 300;
const hex32 = /^[0-9a-f]{32}$/;
const counts = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) > 0;

function readBody(body: unknown): EnvelopeBody | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  const { kind, id, method, params } = body as Record<string, unknown>;
  if (kind === "resume" || kind === "tick") return { kind };
  if (kind !== "request" || !counts(id)) return undefined;
  if (typeof method !== "string" || !siteMethodName.test(method)) return undefined;
  if (typeof params !== "string" || params.length > pageLimits.paramsLength) return undefined;
  return { kind, id, method, params };
}

/** The envelope in a port's message, or undefined for anything else. Written by hand: it also counts as the relay's size. */
export function readEnvelope(message: unknown): Envelope | undefined {
  if (typeof message !== "object" || message === null) return undefined;
  const { channel, sequence, nonce, time, top, body } = message as Record<string, unknown>;
  if (typeof channel !== "string" || !hex32.test(channel)) return undefined;
  if (typeof nonce !== "string" || !hex32.test(nonce)) return undefined;
  if (!counts(sequence) || !counts(time)) return undefined;
  const content = readBody(body);
  if (!content) return undefined;
  const shown = typeof top === "string" && top.length <= topLength ? { top } : {};
  return { channel, sequence, nonce, time, ...shown, body: content };
}
