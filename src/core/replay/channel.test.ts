import { describe, expect, it } from "vitest";
import { storedNumbers, wasStored } from "./channel.ts";

describe("the numbers of stored requests", () => {
  it("tell a request that was stored from one that was overtaken", () => {
    expect(wasStored([2, 5], 2)).toBe(true);
    expect(wasStored([2, 5], 1)).toBe(false);
    expect(wasStored([2, 5], 6)).toBe(false);
  });

  it("say yes below what they remember", () => {
    const full = Array.from({ length: storedNumbers }, (_, index) => index + 10);
    expect(wasStored(full, 9)).toBe(true);
    expect(wasStored(full, 10 + storedNumbers)).toBe(false);
  });
});
