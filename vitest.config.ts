import { defineConfig } from "vitest/config";
import LongestFirst from "./test/e2e/longest-first.ts";

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: "unit",
          include: ["src/**/*.test.{ts,tsx}", "test/{architecture,vectors,conformance}/**/*.test.ts"],
          setupFiles: ["test/prototypes-unchanged.ts"],
          // Left to itself the runner takes one core fewer than there are; threads begin sooner than processes.
          pool: "threads",
          maxWorkers: "100%",
          // Their modules import folders, which Node does not.
          server: { deps: { inline: [/@ledgerhq\/(device-|context-|signer-)/] } },
          testTimeout: 30_000,
          // The first to start a development chain compiles its contracts.
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "e2e",
          // A browser may lose a window's focus to another; what fails twice is a failure.
          retry: 1,
          include: ["test/e2e/**/*.test.ts"],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // Two files at a time: each has browsers and a chain of its own, and waits most of its time.
          maxWorkers: 2,
        },
      },
    ],
  },
});
