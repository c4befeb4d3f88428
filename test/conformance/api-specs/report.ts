import type { Check } from "./spec-rule.ts";
import type { MethodVerdict, Verdict } from "./verdicts.ts";

const words: Record<Verdict, string> = {
  valid: "valid",
  deviates: "deviates",
  refused: "refused on purpose",
};
const columns: readonly [Check, string][] = [
  ["example", "Example"],
  ["random", "Random params"],
  ["rejected", "Person says no"],
  ["stranger", "Not connected"],
  ["nothing", "No params"],
];

/** The committed report, docs/conformance-api.md: nothing in it changes from run to run while the wallet is the same. */
export function report(
  verdicts: readonly MethodVerdict[],
  explanations: Readonly<Record<string, string>>,
): string {
  const count = (of: Verdict) => verdicts.filter(({ verdict }) => verdict === of).length;
  const row = ({ method, verdict, checks }: MethodVerdict) =>
    `| \`${method}\` | ${words[verdict]} | ${columns.map(([check]) => checks[check] ?? "").join(" | ")} |`;
  const explained = verdicts.filter(({ verdict }) => verdict !== "valid");
  return `# Conformance with MetaMask's API specification

\`@metamask/api-specs\` (OpenRPC), run by \`@open-rpc/test-coverage\` through the injected provider in Chromium, against
the development chain. **${count("valid")} of ${verdicts.length} methods are valid, ${count("refused")} are refused on purpose, ${count("deviates")} deviate.**

This file is written by \`npx vitest run --project e2e test/e2e/api-specs.test.ts -u\`. Without \`-u\`, the same test fails when
the wallet and this file differ, or when a method that is not valid has no explanation.

## What is called

- **Example:** the document's example, confirmed by the person where that is asked; the result fits the method's schema.
  Accounts, hashes, filters and networks of the examples are replaced by ones that exist here. Two are changed further:
  the recipient of \`eth_sendTransaction\` has a wrong checksum, which Weir refuses (−32602), and \`wallet_sendCalls\` asks
  for atomic execution, which plain accounts do not have (5760).
- **Random params:** values by the tool's generator, for reads that have an answer whatever is asked.
- **Person says no:** 4001.
- **Not connected:** what the document calls restricted, asked by a site that was never connected: 4100, or no accounts.
- **No params:** −32602 where params are needed.

*The node's answer* means that the result does not fit the schema and is, to the letter, what the node says.

## Methods

| Method | Verdict | ${columns.map(([, title]) => title).join(" | ")} |
| --- | --- | ${columns.map(() => "---").join(" | ")} |
${verdicts.map(row).join("\n")}

## Why

${explained.map(({ method }) => `- \`${method}\`: ${explanations[method] ?? "not explained"}`).join("\n")}
`;
}
