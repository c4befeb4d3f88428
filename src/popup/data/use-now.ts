import { useSyncExternalStore } from "react";

const nowSeconds = (): number => Math.floor(Date.now() / 1000);

/**
 * The wall clock in seconds, renewed every `everySeconds` while the page is visible. Between renewals the value
 * stays the same, so that components paint only when an age may have changed.
 */
export function useNow(everySeconds = 30): number {
  return useSyncExternalStore(
    (listener) => {
      const timer = setInterval(listener, everySeconds * 1000);
      document.addEventListener("visibilitychange", listener);
      return () => {
        clearInterval(timer);
        document.removeEventListener("visibilitychange", listener);
      };
    },
    () => Math.floor(nowSeconds() / everySeconds) * everySeconds,
  );
}
