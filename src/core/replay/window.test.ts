import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyWindow, judge, type ReplayWindow, replayLimits, type Stamp } from "./window.ts";

const now = 1_700_000_000_000;
const stamp = (sequence: number, change: Partial<Stamp> = {}): Stamp => ({
  sequence,
  nonce: `n${sequence}`,
  time: now,
  ...change,
});

function accept(window: ReplayWindow, given: Stamp): ReplayWindow {
  const verdict = judge(window, given, now);
  if (!verdict.accepted) throw new Error(verdict.why);
  return verdict.window;
}

describe("a channel's replay window", () => {
  it("takes a message once", () => {
    const window = accept(emptyWindow, stamp(1));
    expect(judge(window, stamp(1), now)).toEqual({ accepted: false, why: "duplicate" });
    expect(judge(window, stamp(2, { nonce: "n1" }), now)).toEqual({ accepted: false, why: "duplicate" });
  });

  it("goes forward only, with gaps", () => {
    const window = accept(accept(emptyWindow, stamp(1)), stamp(7));
    expect(judge(window, stamp(7, { nonce: "x" }), now)).toEqual({ accepted: false, why: "out-of-order" });
    expect(judge(window, stamp(3), now)).toEqual({ accepted: false, why: "out-of-order" });
  });

  it("refuses what is older or newer than the validity", () => {
    const edge = replayLimits.validityMs;
    expect(judge(emptyWindow, stamp(1, { time: now - edge }), now).accepted).toBe(true);
    expect(judge(emptyWindow, stamp(1, { time: now - edge - 1 }), now)).toEqual({
      accepted: false,
      why: "late",
    });
    expect(judge(emptyWindow, stamp(1, { time: now + edge + 1 }), now)).toEqual({
      accepted: false,
      why: "late",
    });
  });

  it("stays bounded and never takes any message twice, whatever comes in whatever order", () => {
    const stamps = fc.array(
      fc.record({ sequence: fc.integer({ min: 1, max: 40 }), nonce: fc.constantFrom("a", "b", "c", "d") }),
      { maxLength: 200 },
    );
    fc.assert(
      fc.property(stamps, (given) => {
        let window = emptyWindow;
        const taken: number[] = [];
        for (const one of given) {
          const verdict = judge(window, { ...one, nonce: `${one.nonce}${one.sequence}`, time: now }, now);
          if (!verdict.accepted) continue;
          window = verdict.window;
          taken.push(one.sequence);
        }
        expect(new Set(taken).size).toBe(taken.length);
        expect([...taken].sort((a, b) => a - b)).toEqual(taken);
        expect(window.spent.length).toBeLessThanOrEqual(replayLimits.nonces);
      }),
    );
  });
});
