import { expect, it } from "vitest";
import { createEndpointHealth } from "./endpoint-health.ts";

function book() {
  let now = 0;
  const health = createEndpointHealth({ nowSeconds: () => 0, monotonicMs: () => now });
  return {
    health,
    pass: (seconds: number) => {
      now += seconds * 1000;
    },
  };
}

it("an endpoint cools down longer each time it fails in a row, and not at all after a success", () => {
  const { health, pass } = book();
  health.failed("a");
  pass(4);
  expect(health.coolingDown("a")).toBe(true);
  pass(1);
  expect(health.coolingDown("a")).toBe(false);
  health.failed("a");
  pass(9);
  expect(health.order(["a", "b"])).toEqual(["b", "a"]);
  pass(1);
  expect(health.order(["a", "b"])).toEqual(["a", "b"]);
  health.failed("a");
  health.succeeded("a");
  expect(health.coolingDown("a")).toBe(false);
});

it("a server's own wish is kept, but no longer than two minutes", () => {
  const { health, pass } = book();
  health.failed("a", 60);
  pass(59);
  expect(health.coolingDown("a")).toBe(true);
  pass(1);
  expect(health.coolingDown("a")).toBe(false);
  health.failed("a", 1e9);
  pass(120);
  expect(health.coolingDown("a")).toBe(false);
});

it("a chain id is known for five minutes, and only until the endpoint fails", () => {
  const { health, pass } = book();
  expect(health.chainKnown("a", 1)).toBe(false);
  health.chainSeen("a", 1);
  expect([health.chainKnown("a", 1), health.chainKnown("a", 5), health.chainKnown("b", 1)]).toEqual([
    true,
    false,
    false,
  ]);
  pass(300);
  expect(health.chainKnown("a", 1)).toBe(false);
  health.chainSeen("a", 1);
  health.failed("a");
  expect(health.chainKnown("a", 1)).toBe(false);
});
