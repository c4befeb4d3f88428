import { describe, expect, it } from "vitest";
import { readEnvelope } from "../messages/page/envelope.ts";
import { pageLimits } from "../messages/page/limits.ts";
import { readPageRequest } from "../messages/page/page-message.ts";
import type { Reply } from "../messages/page/reply.ts";
import { workerLink } from "./worker-link.ts";

/** A worker and a clock around one link. */
function around() {
  const posted: unknown[][] = [];
  const replies: Reply[] = [];
  const timers: { delay: number; act: () => void }[] = [];
  const state = { alive: true, gone: 0, ids: 0, visible: true };
  let hear: (message: unknown) => void = () => undefined;
  let drop: () => void = () => undefined;
  const link = workerLink({
    connect() {
      if (!state.alive) return undefined;
      const mine: unknown[] = [];
      posted.push(mine);
      return {
        post: (message) => void mine.push(JSON.parse(JSON.stringify(message))),
        onMessage: (listener) => {
          hear = listener;
        },
        onDisconnect: (listener) => {
          drop = listener;
        },
      };
    },
    top: undefined,
    nowMs: () => 1_700_000_000_000,
    randomId: () => {
      state.ids += 1;
      return state.ids.toString(16).padStart(32, "0");
    },
    jitter: () => 1,
    after: (delay, act) => void timers.push({ delay, act }),
    visible: () => state.visible,
    reply: (reply) => void replies.push(reply),
    gone: () => {
      state.gone += 1;
    },
  });
  return {
    link,
    posted,
    replies,
    timers,
    state,
    ask: (id: number, method = "eth_chainId") => link.ask({ id, method, params: "[]" }),
    answer: (message: unknown) => hear(message),
    endWorker: () => drop(),
    runTimer: () => timers.shift()?.act(),
    bodies: (port: number) => (posted[port] ?? []).map((message) => readEnvelope(message)?.body),
  };
}

describe("the link to the worker", () => {
  it("opens no port until the page asks for something", () => {
    const a = around();
    expect(a.posted.length).toBe(0);
    a.ask(1);
    a.ask(2);
    expect(a.posted.length).toBe(1);
    expect(a.bodies(0)).toEqual([
      { kind: "request", id: 1, method: "eth_chainId", params: "[]" },
      { kind: "request", id: 2, method: "eth_chainId", params: "[]" },
    ]);
  });

  it("40: sends what is unanswered again with the same ids in fresh envelopes, with growing pauses", () => {
    const a = around();
    a.ask(1);
    a.ask(2);
    a.answer({ id: 1, result: "0x1" });
    const delays: number[] = [];
    for (let round = 0; round < 10; round += 1) {
      a.endWorker();
      delays.push(a.timers[0]?.delay ?? 0);
      a.runTimer();
    }
    expect(delays).toEqual([250, 500, 1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000]);
    const all = a.posted.flat().map((message) => readEnvelope(message));
    expect(a.bodies(10)).toEqual([{ kind: "request", id: 2, method: "eth_chainId", params: "[]" }]);
    expect(new Set(all.map((one) => one?.nonce)).size).toBe(all.length);
    expect(all.map((one) => one?.sequence)).toEqual(all.map((_, index) => index + 1));
    expect(new Set(all.map((one) => one?.channel)).size).toBe(1);
  });

  it("40: a storm makes one port at a time, and a request during the pause waits for it", () => {
    const a = around();
    a.ask(1);
    a.endWorker();
    for (let id = 2; id < 50; id += 1) a.ask(id);
    expect(a.posted.length).toBe(1);
    expect(a.timers.length).toBe(1);
    a.runTimer();
    expect(a.posted.length).toBe(2);
    expect(a.bodies(1).length).toBe(49);
  });

  it("does not come back while nothing is unanswered, but does when the worker calls", () => {
    const a = around();
    a.ask(1);
    a.answer({ id: 1, result: null });
    a.endWorker();
    expect(a.timers.length).toBe(0);
    a.link.resume();
    expect(a.bodies(1)).toEqual([{ kind: "resume" }]);
  });

  it("41: when the extension is gone all that waits gets 4900 and the page is told once", () => {
    const a = around();
    a.ask(1);
    a.ask(2);
    a.state.alive = false;
    a.endWorker();
    a.runTimer();
    a.ask(3);
    const codes = a.replies.map((reply) => ("error" in reply ? [reply.id, reply.error.code] : undefined));
    expect(codes).toEqual([
      [1, 4900],
      [2, 4900],
      [3, 4900],
    ]);
    expect(a.state.gone).toBe(1);
    expect(a.timers.length).toBe(0);
  });

  it("28: takes an id once; an answer nobody waits for goes nowhere", () => {
    const a = around();
    a.ask(2);
    a.ask(2);
    a.ask(1);
    expect(a.bodies(0).length).toBe(1);
    a.answer({ id: 2, result: 1 });
    a.answer({ id: 2, result: 2 });
    a.answer({ id: 99, result: 3 });
    expect(a.replies).toEqual([{ id: 2, result: 1 }]);
  });

  it("20: names of internal commands stop here", () => {
    const a = around();
    for (const [id, method] of [
      "vault.create",
      "getVault",
      "sites.approveConnect",
      "eth_",
      "__proto__",
    ].entries()) {
      a.ask(id + 1, method);
    }
    expect(a.posted.length).toBe(0);
    expect(a.replies.every((reply) => "error" in reply && reply.error.code === 4200)).toBe(true);
  });

  it("32: bounds what one page may have waiting", () => {
    const a = around();
    for (let id = 1; id <= pageLimits.unanswered + 1; id += 1) a.ask(id);
    expect(a.bodies(0).length).toBe(pageLimits.unanswered);
    expect(a.replies).toMatchObject([{ id: pageLimits.unanswered + 1, error: { code: -32005 } }]);
  });
});

describe("what the relay takes from a page", () => {
  it("27: is measured before it is parsed", () => {
    expect(readPageRequest(JSON.stringify([1, "eth_call", "x".repeat(5_000_000)]))).toBeUndefined();
    expect(
      readPageRequest(JSON.stringify([1, "eth_call", "x".repeat(pageLimits.paramsLength + 1)])),
    ).toBeUndefined();
    const quotes = '"'.repeat(pageLimits.paramsLength);
    expect(readPageRequest(JSON.stringify([1, "eth_call", quotes]))?.params.length).toBe(
      pageLimits.paramsLength,
    );
  });

  it.each([
    [undefined],
    [{}],
    ["not json"],
    ["null"],
    ["[]"],
    ['[1,"eth_call"]'],
    ['[{},"eth_call","[]"]'],
    ['["1","eth_call","[]"]'],
    ['[0,"eth_call","[]"]'],
    ['[1.5,"eth_call","[]"]'],
    ['[1,7,"[]"]'],
    ['[1,"eth_call",[]]'],
    ['[1,"eth_call","[]",4]'],
  ])("28: %j is nothing", (text) => {
    expect(readPageRequest(text)).toBeUndefined();
  });
});

describe("the clock of a page with subscriptions", () => {
  function subscribed() {
    const a = around();
    a.ask(1, "eth_subscribe");
    a.answer({ tickMs: 12_000 });
    a.answer({ id: 1, result: "0x1" });
    return a;
  }
  const kinds = (a: ReturnType<typeof around>, port: number) => a.bodies(port).map((body) => body?.kind);

  it("ticks in the pace that the worker gives, and tells the page nothing of it", () => {
    const a = subscribed();
    expect(a.timers.map(({ delay }) => delay)).toEqual([12_000]);
    a.runTimer();
    a.runTimer();
    expect(kinds(a, 0)).toEqual(["request", "tick", "tick"]);
    expect(a.replies).toEqual([{ id: 1, result: "0x1" }]);
  });

  it("stops when nothing is subscribed to any more", () => {
    const a = subscribed();
    a.answer({ tickMs: 0 });
    a.runTimer();
    expect(kinds(a, 0)).toEqual(["request"]);
    expect(a.timers.length).toBe(0);
  });

  it("rests while nobody sees the page, and ticks at once when it is seen again", () => {
    const a = subscribed();
    a.state.visible = false;
    a.runTimer();
    expect(kinds(a, 0)).toEqual(["request"]);
    expect(a.timers.length).toBe(0);
    a.state.visible = true;
    a.link.shown();
    a.link.shown();
    expect(kinds(a, 0)).toEqual(["request", "tick"]);
    expect(a.timers.length).toBe(1);
  });

  it("starts the worker again when that has ended in between, without asking anything twice", () => {
    const a = subscribed();
    a.endWorker();
    expect(a.posted.length).toBe(1);
    a.runTimer();
    expect(kinds(a, 1)).toEqual(["tick"]);
  });

  it("means nothing to a page without subscriptions", () => {
    const a = around();
    a.link.shown();
    expect(a.posted.length + a.timers.length).toBe(0);
  });
});
