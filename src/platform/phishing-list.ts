import { browser } from "./browser.ts";

/** The phishing list that came with the extension, as the build wrote it (vite.config.ts). */
export async function readBundledPhishingList(): Promise<Uint8Array> {
  const response = await fetch(browser.runtime.getURL("phishing-list.bin"));
  return new Uint8Array(await response.arrayBuffer());
}
