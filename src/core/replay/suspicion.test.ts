import { describe, expect, it } from "vitest";
import { isEnough, type Suspicion, suspect, suspicionLimits } from "./suspicion.ts";
import type { ReplayRefusal } from "./window.ts";

const start = 1_700_000_000;

function collected(count: number, why: ReplayRefusal, every = 1): Suspicion {
  let suspicion: Suspicion | undefined;
  for (let one = 0; one < count; one += 1) suspicion = suspect(suspicion, why, start + one * every);
  if (!suspicion) throw new Error("none");
  return suspicion;
}

describe("refused messages", () => {
  it.each(["duplicate", "out-of-order"] as const)("are enough with the twentieth that is %s", (why) => {
    expect(isEnough(collected(19, why))).toBe(false);
    expect(isEnough(collected(20, why))).toBe(true);
  });

  it("count a quarter when they are late", () => {
    expect(isEnough(collected(79, "late"))).toBe(false);
    expect(isEnough(collected(80, "late"))).toBe(true);
  });

  it("count for ten minutes, and not after the clock was set back", () => {
    expect(isEnough(collected(19, "duplicate", 31))).toBe(false);
    const many = collected(19, "duplicate");
    expect(isEnough(suspect(many, "duplicate", start + suspicionLimits.windowSeconds))).toBe(true);
    expect(isEnough(suspect(many, "duplicate", start + suspicionLimits.windowSeconds + 1))).toBe(false);
    expect(isEnough(suspect(many, "duplicate", start - 1))).toBe(false);
  });
});
