/**
 * The content script's way to the worker. Named without the polyfill, which alone would be larger than the whole
 * script, and by callbacks, which Chrome and Firefox have in common.
 */
interface RawPort {
  postMessage(message: unknown): void;
  onMessage: { addListener(listener: (message: unknown) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
}

interface Runtime {
  id?: string;
  connect(info: { name: string }): RawPort;
  onMessage: {
    addListener(
      listener: (message: unknown, sender: { id?: string }, answer: (value: unknown) => void) => void,
    ): void;
  };
}

declare const browser: { runtime: Runtime } | undefined;
declare const chrome: { runtime: Runtime } | undefined;

const runtime = (): Runtime | undefined =>
  typeof browser === "undefined"
    ? typeof chrome === "undefined"
      ? undefined
      : chrome.runtime
    : browser.runtime;

export interface WorkerPort {
  /** Throws when the port is closed. */
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  onDisconnect(listener: () => void): void;
}

/** Opens a port to the worker and thereby starts it. Undefined = this script outlived its extension (update, removal). */
export function connectToWorker(name: string): WorkerPort | undefined {
  const api = runtime();
  if (api?.id === undefined) return undefined;
  try {
    const port = api.connect({ name });
    return {
      post: (message) => port.postMessage(message),
      onMessage: (listener) => port.onMessage.addListener(listener),
      onDisconnect: (listener) => port.onDisconnect.addListener(() => listener()),
    };
  } catch {
    return undefined;
  }
}

/** What the worker sends to a page whose port is gone, to learn whether it is still there and to have it back. */
export const wakeMessage = "weir/wake";

/** Calls back when the worker calls this page. Answers it with true. */
export function onWake(listener: () => void): void {
  const api = runtime();
  api?.onMessage.addListener((message, sender, answer) => {
    if (message !== wakeMessage || sender.id !== api.id) return;
    answer(true);
    listener();
  });
}
