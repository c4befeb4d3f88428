import { describe, expect, it } from "vitest";
import type { Address, Hex } from "../../src/core/account/account.ts";
import { typedDataDigest } from "../../src/core/account/typed-data-digest.ts";
import { meaningsOfCall } from "../../src/core/approval/meaning/call.ts";
import {
  meaningsOfTypedData,
  readTypedData,
  typedDataRows,
} from "../../src/core/approval/meaning/typed-data.ts";
import calls from "./data/adversarial-calls.json" with { type: "json" };
import typedData from "./data/adversarial-typed-data.json" with { type: "json" };

/** Meanings as the corpus writes them: numbers as decimal text, addresses in lower case. */
function written(meanings: unknown): unknown {
  const text = JSON.stringify(meanings, (_, value) => (typeof value === "bigint" ? String(value) : value));
  return JSON.parse(text.replace(/0x[0-9a-fA-F]{40}/g, (address) => address.toLowerCase()));
}

describe("calls made to be mistaken", () => {
  it.each(calls)("$name", ({ to, data, meanings }) => {
    expect(written(meaningsOfCall({ to: to as Address, data: data as Hex, value: 0n }))).toEqual(meanings);
  });
});

describe("typed data made to be mistaken", () => {
  it.each(typedData)("$name", ({ json, meanings, refused }) => {
    if (refused !== undefined) {
      const params = { detail: `typed data: ${refused}` };
      expect(() => readTypedData(json)).toThrow(
        expect.objectContaining({ code: "site/params-invalid", params }),
      );
      return;
    }
    const data = readTypedData(json);
    expect(written(meaningsOfTypedData(data))).toEqual(meanings);
    // What is read can be signed, and has a line for each value.
    expect(typedDataDigest(data)).toMatch(/^0x[0-9a-f]{64}$/);
    expect(typedDataRows(data).length).toBeGreaterThan(3);
    // What is not hashed has no line: nobody reads what the signature does not say.
    expect(JSON.stringify(typedDataRows(data).map(({ path }) => path))).not.toContain("purpose");
  });
});
