import { useCallback, useEffect, useRef, useState } from "react";
import { usePlatform } from "../../data/page-context.ts";

/** How long a copied secret stays in the clipboard, where the browser lets Weir see that it is still there. */
const keptMs = 60_000;

export type ClipboardState = "idle" | "copied" | "cleared" | "not-cleared" | "failed";

/**
 * Whether the clipboard is known to hold `secret`. Reading is tried only where it is already allowed, so that no
 * question of the browser's appears; where it cannot be read, what is in it counts as somebody's own.
 */
async function stillHolds(secret: string): Promise<boolean> {
  try {
    const { state } = await navigator.permissions.query({ name: "clipboard-read" as PermissionName });
    return state === "granted" && (await navigator.clipboard.readText()) === secret;
  } catch {
    return false;
  }
}

/**
 * Copies a secret. `clear` empties the clipboard because a person asked; by itself it is emptied a minute later, or
 * when the screen goes, and only where it still holds the secret for sure.
 */
export function useSecretClipboard(secret: string): {
  state: ClipboardState;
  copy(): Promise<void>;
  clear(): Promise<void>;
} {
  const { copyText } = usePlatform();
  const [state, setState] = useState<ClipboardState>("idle");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const forget = useCallback((): void => {
    clearTimeout(timer.current);
    timer.current = undefined;
  }, []);

  const clearIfOurs = useCallback(async (): Promise<boolean> => {
    forget();
    if (!(await stillHolds(secret))) return false;
    try {
      await copyText("");
      return true;
    } catch {
      return false;
    }
  }, [secret, copyText, forget]);

  useEffect(
    () => () => {
      if (timer.current !== undefined) void clearIfOurs();
    },
    [clearIfOurs],
  );

  return {
    state,
    async copy() {
      forget();
      try {
        await copyText(secret);
      } catch {
        setState("failed");
        return;
      }
      setState("copied");
      timer.current = setTimeout(() => {
        void clearIfOurs().then((cleared) => cleared && setState("cleared"));
      }, keptMs);
    },
    async clear() {
      forget();
      try {
        await copyText("");
        setState("cleared");
      } catch {
        setState("not-cleared");
      }
    },
  };
}
