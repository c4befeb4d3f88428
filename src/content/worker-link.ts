import type { Envelope, EnvelopeBody } from "../messages/page/envelope.ts";
import { pageLimits, siteMethodName } from "../messages/page/limits.ts";
import type { PageRequest } from "../messages/page/page-message.ts";
import {
  disconnectedError,
  type PageBound,
  type Reply,
  tooManyError,
  unsupportedError,
} from "../messages/page/reply.ts";

/** What the link needs of the world; the entry gives the browser's, tests give their own. */
export interface LinkWorld {
  /** Undefined = the extension is gone from under this script, for good. */
  connect():
    | {
        post(message: unknown): void;
        onMessage(listener: (message: unknown) => void): void;
        onDisconnect(listener: () => void): void;
      }
    | undefined;
  /** Origin of the top page when this is a frame in it and the browser tells. */
  top: string | undefined;
  nowMs(): number;
  /** 32 hex digits, fresh. */
  randomId(): string;
  /** From 0 up to 1. */
  jitter(): number;
  after(milliseconds: number, act: () => void): void;
  /** Whether the person can see the page now. */
  visible(): boolean;
  reply(reply: PageBound): void;
  /** Once, when the extension is gone. */
  gone(): void;
}

const firstDelayMs = 250;
const longestDelayMs = 30_000;

/**
 * One document's channel to the worker. Opens the port with the first request, so that pages that do not use the wallet cost the
 * worker nothing; keeps what is unanswered and sends it again, same ids in fresh envelopes, when the worker comes back.
 */
export function workerLink(world: LinkWorld): {
  ask(request: PageRequest): void;
  resume(): void;
  /** Call when the page came into view. */
  shown(): void;
} {
  const channel = world.randomId();
  const unanswered = new Map<number, PageRequest>();
  let port: ReturnType<LinkWorld["connect"]>;
  let sequence = 0;
  let lastId = 0;
  let failures = 0;
  let waiting = false;
  let dead = false;
  /** Milliseconds between ticks, 0 = nothing is subscribed to. */
  let pace = 0;
  /** Whether the next tick is on its way; not while nobody sees the page. */
  let ticking = false;

  function post(body: EnvelopeBody): void {
    sequence += 1;
    const envelope: Envelope = {
      channel,
      sequence,
      nonce: world.randomId(),
      time: world.nowMs(),
      ...(world.top === undefined ? {} : { top: world.top }),
      body,
    };
    try {
      port?.post(envelope);
    } catch {
      // The port closed just now; its onDisconnect brings the request again.
    }
  }

  function die(): void {
    if (dead) return;
    dead = true;
    for (const id of unanswered.keys()) world.reply({ id, error: disconnectedError });
    unanswered.clear();
    world.gone();
  }

  function hear(message: unknown): void {
    failures = 0;
    const reply = message as Reply;
    if ("tickMs" in reply) {
      pace = reply.tickMs;
      nextTick();
    } else if ("event" in reply) world.reply(reply);
    else if (unanswered.delete(reply.id)) world.reply(reply);
  }

  function nextTick(): void {
    if (ticking || pace === 0 || dead || !world.visible()) return;
    ticking = true;
    world.after(pace, () => {
      ticking = false;
      if (pace > 0 && world.visible()) tick();
      nextTick();
    });
  }

  function tick(): void {
    if (!port && !waiting) open(false);
    if (port) post({ kind: "tick" });
  }

  function open(resuming: boolean): void {
    if (port || dead) return;
    const opened = world.connect();
    if (!opened) {
      die();
      return;
    }
    port = opened;
    opened.onMessage(hear);
    opened.onDisconnect(() => {
      port = undefined;
      if (unanswered.size > 0) retry();
    });
    if (resuming) post({ kind: "resume" });
    for (const request of unanswered.values()) post({ kind: "request", ...request });
  }

  function retry(): void {
    if (waiting || dead) return;
    waiting = true;
    const delay = Math.min(firstDelayMs * 2 ** failures, longestDelayMs) * (0.5 + world.jitter() / 2);
    failures = Math.min(failures + 1, 20);
    world.after(delay, () => {
      waiting = false;
      open(false);
    });
  }

  return {
    ask(request) {
      // Ids only count up: the same one again, or an older one, is not a request of ours.
      if (request.id <= lastId) return;
      lastId = request.id;
      if (dead) return world.reply({ id: request.id, error: disconnectedError });
      if (!siteMethodName.test(request.method)) {
        return world.reply({ id: request.id, error: unsupportedError });
      }
      if (unanswered.size >= pageLimits.unanswered) {
        return world.reply({ id: request.id, error: tooManyError });
      }
      unanswered.set(request.id, request);
      if (port) post({ kind: "request", ...request });
      else if (!waiting) open(false);
    },
    resume() {
      if (port) post({ kind: "resume" });
      else open(true);
    },
    shown() {
      if (pace === 0 || ticking || dead) return;
      tick();
      nextTick();
    },
  };
}
