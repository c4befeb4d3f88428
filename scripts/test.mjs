import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { build } from "./build.mjs";
import { ensureBrowsers } from "./setup/browsers.mjs";
import { installDependencies } from "./setup/dependencies.mjs";
import { ensureHidShim } from "./setup/hid-shim.mjs";
import { step } from "./setup/progress.mjs";
import { run } from "./setup/run.mjs";

/**
 * Everything that must hold, on a fresh machine: set-up, types, lint, dead code, unit and property tests, both builds twice (the
 * same bytes), the add-on linter, and the whole path in both browsers. Ends with `N passed, N failed`.
 */
let passed = 0;
let failed = 0;

async function check(label, work) {
  try {
    await step(label, work);
    passed += 1;
  } catch (error) {
    failed += 1;
    process.stdout.write(`${error.message}\n`);
  }
}

async function vitest(project) {
  const report = `test-out/${project}.json`;
  let problem;
  try {
    await run("node", [
      "node_modules/vitest/vitest.mjs",
      "run",
      "--project",
      project,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ]);
  } catch (error) {
    problem = error;
  }
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, "utf8"));
  // A test that this machine cannot run says why in its name.
  for (const { status, fullName } of testResults.flatMap(({ assertionResults }) => assertionResults)) {
    if (status === "skipped" || status === "pending") process.stdout.write(`  not run: ${fullName}\n`);
  }
  passed += numPassedTests;
  failed += numFailedTests;
  if (problem && numFailedTests === 0) throw problem;
  if (numPassedTests === 0) throw new Error(`${project}: no test ran`);
}

/** Steps one after another, beside others: most of them use one core. */
const lane = async (...works) => {
  for (const work of works) await work();
};

await Promise.all([
  step("dependencies", installDependencies),
  lane(
    () => step("browsers", () => ensureBrowsers(["chromium", "firefox"])),
    // Their tests say so where these cannot be had: nothing else needs them.
    () =>
      step("what a device below the browser needs", ensureHidShim).catch((error) =>
        process.stdout.write(`${error.message}\n`),
      ),
  ),
]);
rmSync("test-out", { recursive: true, force: true });
mkdirSync("test-out", { recursive: true });

const tool = (file, ...args) => run("node", [`node_modules/${file}`, ...args], { quiet: true });
const tsc = (project) => tool("typescript/bin/tsc", "-p", project);
await Promise.all([
  check("types: pages and tests", () => tsc("tsconfig.json")),
  lane(
    () => check("types: core and protocols without the DOM", () => tsc("tsconfig.core.json")),
    () => check("types: worker", () => tsc("tsconfig.worker.json")),
    () => check("lint", () => tool("@biomejs/biome/bin/biome", "ci", "--error-on-warnings", ".")),
    () => check("dead code", () => tool("knip/bin/knip.js")),
    () => check("build chrome", () => build("chrome")),
    () => check("build firefox", () => build("firefox")),
    () =>
      check("builds are reproducible", async () => {
        const { compareBuilds } = await import("./reproducible.mjs");
        await compareBuilds();
      }),
    () => check("size budgets", () => run("node", ["scripts/sizes.mjs"])),
    () => check("web-ext lint", () => run("node", ["scripts/lint-addon.mjs"])),
  ),
]);
// Once, not by every test that starts a development chain at the same time.
await check("contracts of the development chain", async () => {
  const { compileFixtures } = await import("./devnet/compile.mjs");
  await compileFixtures();
});
await step("unit, property, vector and conformance tests", () => vitest("unit")).catch((error) => {
  failed += 1;
  process.stdout.write(`${error.message}\n`);
});
await step("end to end in Chromium and Firefox", () => vitest("e2e")).catch((error) => {
  failed += 1;
  process.stdout.write(`${error.message}\n`);
});

process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
