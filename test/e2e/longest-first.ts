import { basename } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The files that take minutes, the longest first: started last, one of them would run alone at the end. */
const long = [
  "test-dapp.test.ts",
  "site-load.test.ts",
  "ledger-states.test.ts",
  "staking.test.ts",
  "keys.test.ts",
  "accessibility.test.ts",
  "site-faults.test.ts",
  "site-sessions.test.ts",
  "faults.test.ts",
  "sites.test.ts",
  "approvals.test.ts",
  "ledger-signing.test.ts",
];

/** Runs the long browser tests first, so that two workers end at about the same time. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = long.indexOf(basename(moduleId));
      return at < 0 ? long.length : at;
    };
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other));
  }
}
