import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

// docs/conformance-faults.md names, for each fault, the tests that hold its safe result: "`file`: title" in the last column.
const table = readFileSync("docs/conformance-faults.md", "utf8");
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
const faults = [...range(20, 51), 54, ...range(60, 64), 66, 67];

/** The tests named for each fault. A title is the text of a test's `it`, or of a case in its table. */
const rows = new Map(
  table.split("\n").flatMap((line) => {
    const [, number, , tests] = /^\| (\d+) \| (.*) \| (.*) \|$/.exec(line) ?? [];
    if (number === undefined || tests === undefined) return [];
    const named = [...tests.matchAll(/`([^`]+)`: ([^<]+?)(?=<br>|$)/g)].map(([, file = "", title = ""]) => ({
      file,
      title: title.trim(),
    }));
    return [[Number(number), named] as const];
  }),
);

/** What stands in a source file, its quotes' escapes taken back. */
const read = (file: string): string => readFileSync(file, "utf8").replaceAll('\\"', '"');

describe("faults", () => {
  it("have a row each, and there is none of another", () => {
    expect([...rows.keys()].sort((a, b) => a - b)).toEqual(faults);
  });

  it.each(faults)("%d is held by tests that are there", (fault) => {
    const named = rows.get(fault) ?? [];
    expect(named.length).toBeGreaterThan(0);
    for (const { file, title } of named) {
      expect(file).toMatch(/\.test\.tsx?$/);
      expect(existsSync(file), file).toBe(true);
      expect(read(file), `${file}: ${title}`).toContain(title);
    }
  });
});
