import { launchChromium } from "./chromium.ts";
import type { ExtensionBrowser } from "./driver.ts";
import { launchFirefox } from "./firefox.ts";

/** Both browsers, each a reason to fail: none is ever skipped. */
export const browsers: readonly { name: string; launch: () => Promise<ExtensionBrowser> }[] = [
  { name: "Chromium", launch: launchChromium },
  { name: "Firefox", launch: launchFirefox },
];
