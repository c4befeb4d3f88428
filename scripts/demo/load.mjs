import { runnerImport } from "vite";

/** Loads a TypeScript module of the tests: the demo performs its steps with the hands that the tests have. */
export async function load(file) {
  const { module } = await runnerImport(file, { configFile: false, logLevel: "error", root: process.cwd() });
  return module;
}
