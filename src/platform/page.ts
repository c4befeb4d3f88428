import { browser } from "./browser.ts";

export { browserName, extensionVersion } from "./browser.ts";
export { preferences } from "./preferences.ts";
export { localStore, sessionStore } from "./storage.ts";

/** Sends a message to the worker; undefined when nobody answered. */
export const sendToWorker = (message: unknown): Promise<unknown> => browser.runtime.sendMessage(message);

/** Opens the extension's full tab at a route, e.g. "#/settings". */
export async function openTab(route: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`tab.html${route}`) });
}

export function closeThisWindow(): void {
  window.close();
}

/** Offers `text` as a file to keep. */
export function downloadText(filename: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = filename;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export const copyText = (text: string): Promise<void> => navigator.clipboard.writeText(text);
