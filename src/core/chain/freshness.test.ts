import { expect, it } from "vitest";
import { staleness } from "./freshness.ts";

it("a block counts as old from fifteen minutes behind on, and never for being ahead", () => {
  const now = 1_700_000_000;
  const at = (timestamp: number) => staleness({ number: 1, timestamp }, now, "one.example");
  expect(at(now + 86_400)).toBeUndefined();
  expect(at(now - 900)).toBeUndefined();
  expect(at(now - 901)).toMatchObject({
    code: "chain/stale",
    params: { endpoint: "one.example", behindSeconds: 901 },
  });
});
