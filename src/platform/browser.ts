/** The one place that names the browser's API. The polyfill throws outside an extension: import it nowhere else. */
import browser from "webextension-polyfill";

export { browser };

/** "firefox" or "chrome" (and its relatives), from the scheme of the extension's own address. */
export const browserName: "chrome" | "firefox" = browser.runtime.getURL("").startsWith("moz-")
  ? "firefox"
  : "chrome";

export const extensionVersion: string = browser.runtime.getManifest().version;
