import { browser, browserName } from "./browser.ts";
import { wakeMessage } from "./page-port.ts";

export { extensionVersion } from "./browser.ts";

interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
}

/** Whether the browser says that the sender is one of this extension's own pages. A field in a message never counts. */
function isOwnPage(sender: Sender): boolean {
  const own = browser.runtime.getURL("");
  const origin = own.replace(/\/$/, "");
  return (
    sender.id === browser.runtime.id &&
    sender.url?.startsWith(own) === true &&
    (sender.origin === undefined || sender.origin === origin)
  );
}

/** Calls `answer` for each one-off message; its undefined leaves the message to others. Attach in the first turn. */
export function onMessage(
  answer: (message: unknown, fromOwnPage: boolean) => Promise<unknown> | undefined,
): void {
  browser.runtime.onMessage.addListener(((message: unknown, sender: Sender) =>
    answer(message, isOwnPage(sender))) as never);
}

/** Calls back once after installation (not after updates). Attach in the first turn. */
export function onInstall(listener: () => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === "install") listener();
  });
}

/** Calls back when the browser starts with the extension installed. Attach in the first turn. */
export function onBrowserStart(listener: () => void): void {
  browser.runtime.onStartup.addListener(() => listener());
}

/**
 * Keeps the stored areas from content scripts, which run in the processes of web pages and have no business there:
 * both browsers leave storage.local open to them. Firefox has no such switch; docs/threat-model.md says what follows.
 */
export function closeStorageToPages(): void {
  for (const area of [browser.storage.local, browser.storage.session] as {
    setAccessLevel?(level: { accessLevel: "TRUSTED_CONTEXTS" }): Promise<void>;
  }[]) {
    void area.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" }).catch(() => undefined);
  }
}

/**
 * Calls back when the person was away for the time set with `after` ("idle"; Chrome knows four hours at the most), or
 * locked the screen ("locked"). Attach in the first turn.
 */
export function onAway(listener: (how: "idle" | "locked") => void): { after(seconds: number): void } {
  browser.idle.onStateChanged.addListener((state) => {
    if (state !== "active") listener(state);
  });
  return { after: (seconds) => browser.idle.setDetectionInterval(Math.max(15, seconds)) };
}

export async function openTab(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) });
}

/** A full tab before the person: one that is in front stays as it is, else an open one comes forward, else one opens. */
async function showTab(operationId: string | undefined): Promise<void> {
  const page = browser.runtime.getURL("tab.html");
  // An extension sees the addresses of its own tabs without a permission.
  const open = await browser.tabs.query({ url: `${page}*` }).catch(() => []);
  const front = await browser.windows.getLastFocused().catch(() => undefined);
  const isInFront = ({ active, windowId }: (typeof open)[number]): boolean =>
    active && windowId === front?.id && front?.state !== "minimized";
  if (open.some(isInFront)) return;
  const tab = open.find(({ active }) => active) ?? open[0];
  let windowId = tab?.windowId;
  // Its page may be in the middle of something, so an open tab is not sent elsewhere.
  if (tab?.id !== undefined) await browser.tabs.update(tab.id, { active: true });
  else {
    const route = operationId === undefined ? "" : `#/operation/${operationId}`;
    ({ windowId } = await browser.tabs.create({ url: page + route }));
  }
  if (windowId !== undefined) await browser.windows.update(windowId, { focused: true });
}

/** Brings a full tab before the person where its page can reach a Ledger; undefined in Firefox, which has no WebHID. */
export const showDeviceTab = browserName === "firefox" ? undefined : showTab;

/** Calls back when a tab is closed. Attach in the first turn. */
export function onTabClosed(listener: (tabId: number) => void): void {
  browser.tabs.onRemoved.addListener((tabId) => listener(tabId));
}

/** The number on the toolbar's icon; 0 clears it. */
export async function showBadge(count: number): Promise<void> {
  await browser.action.setBadgeText({ text: count === 0 ? "" : String(count) });
  await browser.action.setBadgeBackgroundColor({ color: "#0b6e6e" });
}

/** Shows a notification; one with the same id replaces the former, so a missed alarm never piles up. */
export async function notify(id: string, title: string, message: string): Promise<void> {
  await browser.notifications.create(id, {
    type: "basic",
    iconUrl: browser.runtime.getURL("icons/icon-128.png"),
    title,
    message,
  });
}

/** Attach in the first turn. */
export function onNotificationClick(listener: (id: string) => void): void {
  browser.notifications.onClicked.addListener((id) => listener(id));
}

export interface PagePort {
  sender: {
    origin: string | undefined;
    url: string | undefined;
    tabId: number | undefined;
    frameId: number | undefined;
    documentId: string | undefined;
    documentLifecycle: string | undefined;
  };
  postMessage(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  onDisconnect(listener: () => void): void;
  disconnect(): void;
}

/** Calls back for each port of a content script under `name`. Identity is the browser's word. Attach in the first turn. */
export function onPagePort(name: string, listener: (port: PagePort) => void): void {
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== name) return;
    const sender = port.sender as
      | {
          id?: string;
          origin?: string;
          url?: string;
          tab?: { id?: number };
          frameId?: number;
          documentId?: string;
          documentLifecycle?: string;
        }
      | undefined;
    if (sender?.id !== browser.runtime.id || sender.tab === undefined) {
      port.disconnect();
      return;
    }
    listener({
      sender: {
        origin: sender.origin,
        url: sender.url,
        tabId: sender.tab.id,
        frameId: sender.frameId,
        documentId: sender.documentId,
        documentLifecycle: sender.documentLifecycle,
      },
      postMessage: (message) => port.postMessage(message),
      onMessage: (heard) => port.onMessage.addListener((message: unknown) => heard(message)),
      onDisconnect: (heard) => port.onDisconnect.addListener(() => heard()),
      disconnect: () => port.disconnect(),
    });
  });
}

/** Calls a document's relay back to the worker. False when the document is gone (or has no relay). */
export async function wakePage(target: {
  tabId: number;
  frameId: number;
  documentId?: string | undefined;
}): Promise<boolean> {
  const { tabId, frameId, documentId } = target;
  // Chrome addresses the very document; Firefox knows frames alone and refuses the unknown option.
  const options = documentId === undefined || browserName === "firefox" ? { frameId } : { documentId };
  try {
    return (await browser.tabs.sendMessage(tabId, wakeMessage, options as { frameId: number })) === true;
  } catch {
    return false;
  }
}
