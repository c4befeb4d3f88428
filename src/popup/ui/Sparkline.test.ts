import { expect, it } from "vitest";
import { sparklinePath } from "./Sparkline.tsx";

it("a line of equal values lies in the middle; others span the box", () => {
  expect(sparklinePath([3, 3])).toBe("M0.00 16.00L100.00 16.00");
  expect(sparklinePath([1, 2, 3])).toBe("M0.00 30.00L50.00 16.00L100.00 2.00");
});
