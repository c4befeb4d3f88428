import { execFileSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "./run.mjs";

const wanted = {
  chromium: { names: ["chromium", "chromium-browser"], variable: "CHROMIUM_PATH", package: "chromium" },
  firefox: { names: ["firefox-esr", "firefox"], variable: "FIREFOX_PATH", package: "firefox-esr" },
};

function onPath(name) {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    try {
      const file = join(folder, name);
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // not in this folder
    }
  }
  return undefined;
}

/** The path of a browser on this machine, or undefined. CHROMIUM_PATH and FIREFOX_PATH come first. */
export function findBrowser(browser) {
  const { names, variable } = wanted[browser];
  const chosen = process.env[variable];
  if (chosen) return chosen;
  for (const name of names) {
    const found = onPath(name);
    if (found) return found;
  }
  return undefined;
}

const isRoot = () => process.getuid?.() === 0;

function hasApt() {
  try {
    execFileSync("apt-get", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/**
 * Makes sure that each named browser ("chromium", "firefox") is here: found, or installed from Debian's packages
 * where this user may. Rejects with a sentence that says what to install.
 */
export async function ensureBrowsers(browsers) {
  const missing = browsers.filter((browser) => findBrowser(browser) === undefined);
  if (missing.length > 0 && isRoot() && hasApt()) {
    const packages = missing.map((browser) => wanted[browser].package);
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    await run("apt-get", ["update", "-qq"], { env, quiet: true, timeoutMs: 5 * 60_000 });
    await run(
      "apt-get",
      ["install", "-y", "-qq", "--no-install-recommends", ...packages, "fonts-liberation"],
      {
        env,
        quiet: true,
        timeoutMs: 10 * 60_000,
      },
    );
  }
  for (const browser of browsers) {
    if (findBrowser(browser) !== undefined) continue;
    const { package: name, variable } = wanted[browser];
    throw new Error(
      `${name} is missing and cannot be installed by this user. Install it (Debian: apt-get install ${name}) ` +
        `or set ${variable} to its path, then run this again.`,
    );
  }
}
