import { readFileSync } from "node:fs";

const verdicts = ["works", "refused", "page", "not applicable"];

/** A row of the table: a button of the dapp, what is said of it, and the group of steps that proves it. */
export interface Judged {
  button: string;
  verdict: string;
  steps: string;
}

/** The rows of docs/conformance-test-dapp.md. Throws for a row with no known verdict, or a button judged twice. */
export function judgedButtons(): Judged[] {
  const text = readFileSync(new URL("../../../docs/conformance-test-dapp.md", import.meta.url), "utf8");
  const rows = [...text.matchAll(/^\| `([^`]+)`[^|]*\| ([^|]*?) *\|[^|]*\| ([^|]*?) *\|$/gm)].map(
    ([, button = "", verdict = "", steps = ""]) => ({ button, verdict, steps }),
  );
  const seen = new Set<string>();
  for (const { button, verdict } of rows) {
    if (!verdicts.includes(verdict)) throw new Error(`${button} is judged as "${verdict}"`);
    if (seen.has(button)) throw new Error(`${button} is judged twice`);
    seen.add(button);
  }
  return rows;
}
