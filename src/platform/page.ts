import type { Settings } from "../core/settings/settings.ts";
import { localKeys } from "../core/store/keys.ts";
import { browser } from "./browser.ts";
import { defaultWalletHosts } from "./default-wallet.ts";

export { browserName, extensionVersion } from "./browser.ts";
export { preferences } from "./preferences.ts";
export { localStore, sessionStore } from "./storage.ts";

/** Sends a message to the worker; undefined when nobody answered. */
export const sendToWorker = (message: unknown): Promise<unknown> => browser.runtime.sendMessage(message);

/** The extension's full tab, if one is open. Its own tabs' addresses an extension sees without a permission. */
async function tabAt(url: string) {
  const open = await browser.tabs.query({ url: `${url}*` }).catch(() => []);
  return open[0];
}

/** Shows the extension's full tab as it stands, whatever is on it; opens one where there is none. */
export async function showTab(): Promise<void> {
  const url = browser.runtime.getURL("tab.html");
  const open = await tabAt(url);
  if (open?.id === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(open.id, { active: true });
  if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
}

/** Shows the extension's full tab at a route, e.g. "#/settings": the one that is open, else a new one. */
export async function openTab(route: string): Promise<void> {
  const url = browser.runtime.getURL("tab.html");
  const open = await tabAt(url);
  if (open?.id === undefined) {
    await browser.tabs.create({ url: url + route });
    return;
  }
  await browser.tabs.update(open.id, {
    active: true,
    ...(open.url === url + route ? {} : { url: url + route }),
  });
  if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
}

const originOf = (url: string): string => {
  const { protocol, hostname } = new URL(url);
  // A match pattern names no port: it holds for all of the host's.
  return `${protocol}//${hostname}/*`;
};

/**
 * Whether answers of `url`'s host can be read whatever its server allows (CORS). Browsers give it with the
 * content scripts' matches at installation; a person can take it back.
 */
export const hasHostAccess = (url: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [originOf(url)] });

/**
 * Asks the person for the browser's permission to read answers of `url`'s host, also where its server does not
 * allow other sites to (CORS). Call it in a click. True when given, now or before.
 */
export const requestHostAccess = (url: string): Promise<boolean> =>
  browser.permissions.request({ origins: [originOf(url)] });

/**
 * Asks the person for the permission that Chrome wants before Weir stands as window.ethereum somewhere. Call it in a click.
 * True when given, or when nothing needs it.
 */
export async function requestDefaultWallet(wanted: Settings["defaultWallet"]): Promise<boolean> {
  const origins = defaultWalletHosts(wanted);
  return origins.length === 0 || browser.permissions.request({ origins });
}

/**
 * The vault's second copy as it lies in IndexedDB, unchecked; undefined = absent. Rejects with storage/read-failed.
 * Only recovery reads it, so its code is not part of the first paint.
 */
export async function readSecondCopy(): Promise<unknown> {
  const { secondCopyStore } = await import("./second-copy.ts");
  return secondCopyStore.get(localKeys.vault);
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
