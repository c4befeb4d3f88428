import { build } from "./build.mjs";
import { installDependencies } from "./setup/dependencies.mjs";
import { step } from "./setup/progress.mjs";
import { run } from "./setup/run.mjs";

/** The store archives, made by `plasmo package` from what Vite built. */
await step("dependencies", installDependencies);
for (const browser of ["chrome", "firefox"]) {
  await step(`build/${browser}-mv3-prod`, () => build(browser));
  await step(`build/${browser}-mv3-prod.zip`, () =>
    run("node", ["node_modules/plasmo/bin/index.mjs", "package", `--target=${browser}-mv3`], { quiet: true }),
  );
}
