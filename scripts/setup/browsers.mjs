import { canInstall, install, onPath } from "./packages.mjs";

const wanted = {
  chromium: { names: ["chromium", "chromium-browser"], variable: "CHROMIUM_PATH", package: "chromium" },
  firefox: { names: ["firefox-esr", "firefox"], variable: "FIREFOX_PATH", package: "firefox-esr" },
};

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

/**
 * Makes sure that each named browser ("chromium", "firefox") is here: found, or installed from Debian's packages
 * where this user may. Rejects with a sentence that says what to install.
 */
export async function ensureBrowsers(browsers) {
  const missing = browsers.filter((browser) => findBrowser(browser) === undefined);
  if (missing.length > 0 && canInstall()) {
    await install([...missing.map((browser) => wanted[browser].package), "fonts-liberation"]);
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
