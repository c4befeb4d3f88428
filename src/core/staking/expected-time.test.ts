import { expect, it } from "vitest";
import { expectedAt } from "./expected-time.ts";

const expected = { earliest: 100, latest: 200, basis: "recent-finalisations" } as const;

it("leaves a time to come as it is", () => expect(expectedAt(expected, 50)).toEqual(expected));
it("begins now when the earliest has gone by", () => {
  expect(expectedAt(expected, 150)).toEqual({ ...expected, earliest: 150 });
});
it("says nothing when all of it has gone by", () => {
  expect(expectedAt(expected, 201)).toEqual({ basis: "unknown" });
});
it("keeps a basis without a date", () =>
  expect(expectedAt({ basis: "bunker" }, 1)).toEqual({ basis: "bunker" }));
