import { installDependencies } from "./setup/dependencies.mjs";
import { step } from "./setup/progress.mjs";
import { run } from "./setup/run.mjs";

/** Builds for one browser ("chrome" or "firefox"). `mode` "demo" presets the endpoint given in `endpoint`. */
export function build(target, { mode = "production", endpoint } = {}) {
  return run(
    "node",
    ["node_modules/vite/bin/vite.js", "build", "--app", "--mode", mode, "--logLevel", "warn"],
    {
      env: { TARGET: target, ...(endpoint ? { VITE_DEVNET_ENDPOINT: endpoint } : {}) },
    },
  );
}

if (process.argv[1] === import.meta.filename) {
  await step("dependencies", installDependencies);
  await step("build/chrome-mv3-prod", () => build("chrome"));
  await step("build/firefox-mv3-prod", () => build("firefox"));
}
