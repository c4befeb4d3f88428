import { useCallback, useEffect, useRef, useState } from "react";
import { usePlatform } from "../../data/page-context.ts";

/** How long a copied secret stays in the clipboard. */
export const clipboardSeconds = 60;

export type ClipboardState = "idle" | "copied" | "cleared" | "not-cleared" | "failed";

/**
 * Whether the clipboard still holds `secret`. Where the browser does not let it be read, it is taken to: emptying
 * something else is the smaller harm.
 */
async function stillHolds(secret: string): Promise<boolean> {
  try {
    return (await navigator.clipboard.readText()) === secret;
  } catch {
    return true;
  }
}

/** Copies a secret and empties the clipboard a minute later, or when the screen goes, if the secret is still in it. */
export function useSecretClipboard(secret: string): { state: ClipboardState; copy(): Promise<void> } {
  const { copyText } = usePlatform();
  const [state, setState] = useState<ClipboardState>("idle");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const clear = useCallback(async (): Promise<ClipboardState> => {
    timer.current = undefined;
    try {
      if (await stillHolds(secret)) await copyText("");
      return "cleared";
    } catch {
      return "not-cleared";
    }
  }, [secret, copyText]);

  useEffect(
    () => () => {
      if (timer.current === undefined) return;
      clearTimeout(timer.current);
      void clear();
    },
    [clear],
  );

  return {
    state,
    async copy() {
      try {
        await copyText(secret);
      } catch {
        setState("failed");
        return;
      }
      setState("copied");
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void clear().then(setState), clipboardSeconds * 1000);
    },
  };
}
