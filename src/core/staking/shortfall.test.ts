import { expect, it } from "vitest";
import { shortfall } from "./shortfall.ts";

it.each([
  ["nothing known yet", 10n ** 18n, undefined, 0n],
  ["paid in full", 10n ** 18n, 10n ** 18n, 0n],
  ["a wei short by rounding shares", 10n ** 18n, 10n ** 18n - 2n, 0n],
  ["a slashing", 10n ** 18n, 9n * 10n ** 17n, 10n ** 17n],
])("%s", (_, amount, claimable, less) => {
  expect(shortfall({ amount, claimable })).toBe(less);
});
