import { useSyncExternalStore } from "react";
import type { ErrorCode } from "../../core/errors/index.ts";

let workerGone = false;
const listeners = new Set<() => void>();

function setWorkerGone(next: boolean): void {
  if (next === workerGone) return;
  workerGone = next;
  for (const listener of [...listeners]) listener();
}

/** Notes how a command went: code of its failure, or undefined. Any answer shows that the worker lives. */
export function reportOutcome(code: ErrorCode | undefined): void {
  setWorkerGone(code === "message/worker-gone");
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}

/** What the browser says of the network, and whether the worker answered. A node on this computer needs no network. */
export function useConnection(): "good" | "offline" | "worker-gone" {
  return useSyncExternalStore(subscribe, () => {
    if (workerGone) return "worker-gone";
    return navigator.onLine ? "good" : "offline";
  });
}
