import { sessionKeys } from "../core/store/keys.ts";
import { browser } from "./browser.ts";
import { sessionStore } from "./storage.ts";

const width = 380;
const height = 660;
let opening: Promise<void> | undefined;
let last: Promise<unknown> = Promise.resolve();

/** One after another: what opens, closes or was closed must not change the stored id under another one's feet. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = last.then(work);
  last = done.catch(() => undefined);
  return done;
}

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
  opening ??= inTurn(() => {
    // Asked for from here on is another showing: this one's window may be closed again by then.
    opening = undefined;
    return show();
  });
  return opening;
}

/** Closes the confirm window if it is open. `onConfirmClosed` is not told of it. */
export function closeConfirmWindow(): Promise<void> {
  return inTurn(async () => {
    const id = await openId();
    if (id === undefined) return;
    await sessionStore.remove(sessionKeys.confirmWindow);
    await browser.windows.remove(id).catch(() => undefined);
  });
}

/**
 * Calls back at once when any window was closed; `byPerson` tells whether it was the confirm window, closed by the
 * person. What the window showed must be noted before waiting for that. Attach in the first turn.
 */
export function onConfirmClosed(listener: (byPerson: Promise<boolean>) => void): void {
  browser.windows.onRemoved.addListener((closed) => {
    listener(
      inTurn(async () => {
        if ((await openId()) !== closed) return false;
        await sessionStore.remove(sessionKeys.confirmWindow).catch(() => undefined);
        return true;
      }),
    );
  });
}
