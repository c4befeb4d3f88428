import type { Call } from "@open-rpc/test-coverage/build/coverage";
import { nodesOwn } from "./examples.ts";
import { type Check, checks } from "./spec-rule.ts";

export type Verdict = "valid" | "deviates" | "refused";

/** What one method did, over all the calls made of it. */
export interface MethodVerdict {
  method: string;
  verdict: Verdict;
  /** Each check that was made: "ok", or what came instead, in the order of the calls. */
  checks: Partial<Record<Check, string>>;
  /** What went wrong in full, for whoever has to find out why. */
  reasons: readonly string[];
}

const REFUSED = "error 4200";

/** Verdicts in the document's order. A method whose every call is answered with 4200 is refused on purpose. */
export function verdictsOf(calls: readonly Call[]): MethodVerdict[] {
  const methods = [...new Set(calls.map(({ methodName }) => methodName))];
  return methods.map((method) => {
    const made = calls.filter(({ methodName }) => methodName === method);
    const refused = made.every(({ error }) => error?.code === 4200);
    const valid = made.every((call) => call.valid === true);
    return {
      method,
      verdict: refused ? "refused" : valid ? "valid" : "deviates",
      checks: Object.fromEntries(
        checks.flatMap((check) => {
          const of = made.filter(({ title }) => title === check);
          return of.length === 0 ? [] : [[check, summary(of)]];
        }),
      ),
      reasons: made.filter(({ valid: right }) => right !== true).map((call) => reasonOf(call)),
    };
  });
}

function summary(calls: readonly Call[]): string {
  const wrong = [...new Set(calls.filter(({ valid }) => valid !== true).map(shortReason))];
  return wrong.length === 0 ? "ok" : wrong.join(", ");
}

function shortReason({ error, requestError, attachments }: Call): string {
  if (error?.code === 4200) return REFUSED;
  if (error) return `error ${error.code}`;
  if (requestError) return "no answer";
  return attachments?.some(({ data }) => data === nodesOwn) ? nodesOwn : "other result";
}

const reasonOf = ({ methodName, title, params, result, error, reason, requestError }: Call): string =>
  [
    `${methodName} (${title}) ${JSON.stringify(params)}`,
    error ? `error ${JSON.stringify(error)}` : `result ${JSON.stringify(result)?.slice(0, 400)}`,
    String(reason ?? requestError ?? "").slice(-1_500),
  ].join("\n  ");
