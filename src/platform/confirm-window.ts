import { sessionKeys } from "../core/store/keys.ts";
import { browser } from "./browser.ts";
import { sessionStore } from "./storage.ts";

const width = 380;
const height = 660;
let opening: Promise<void> | undefined;

/** The open confirm window's id. Kept in storage.session, since the worker may have ended since it was opened. */
async function openId(): Promise<number | undefined> {
  const stored = await sessionStore.get(sessionKeys.confirmWindow).catch(() => undefined);
  return typeof stored === "number" ? stored : undefined;
}

async function show(): Promise<void> {
  const id = await openId();
  if (id !== undefined) {
    try {
      await browser.windows.update(id, { focused: true });
      return;
    } catch {
      // The window is gone and its closing was missed while no worker lived.
    }
  }
  const opened = await browser.windows.create({
    url: browser.runtime.getURL("confirm.html"),
    type: "popup",
    width,
    height,
  });
  if (opened.id !== undefined) await sessionStore.set(sessionKeys.confirmWindow, opened.id);
}

/** Shows the one confirm window, or brings it to the front. Concurrent calls share one window. */
export function openConfirmWindow(): Promise<void> {
  opening ??= show().finally(() => {
    opening = undefined;
  });
  return opening;
}

/** Closes the confirm window if it is open. `onConfirmClosed` is not called for it. */
export async function closeConfirmWindow(): Promise<void> {
  const id = await openId();
  if (id === undefined) return;
  await sessionStore.remove(sessionKeys.confirmWindow);
  await browser.windows.remove(id).catch(() => undefined);
}

/** Calls back when the person closed the confirm window. Attach in the first turn. */
export function onConfirmClosed(listener: () => void): void {
  browser.windows.onRemoved.addListener((closed) => {
    void openId().then(async (id) => {
      if (id !== closed) return;
      await sessionStore.remove(sessionKeys.confirmWindow).catch(() => undefined);
      listener();
    });
  });
}
