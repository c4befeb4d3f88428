import { useEffect } from "react";
import { useNetworks } from "../data/networks.ts";
import { usePage } from "../data/page-context.ts";

const touchEveryMs = 30_000;

/** While unlocked, tells the worker that somebody is there, at most every 30 s, so that auto-lock counts from now. */
export function useTouch(unlocked: boolean): void {
  const { send } = usePage();
  useEffect(() => {
    if (!unlocked) return;
    let last = Number.NEGATIVE_INFINITY;
    const touch = (): void => {
      if (performance.now() - last < touchEveryMs) return;
      last = performance.now();
      // A touch that is lost is made up for by the next key or click.
      void send("vault.touch", {}).catch(() => undefined);
    };
    window.addEventListener("pointerdown", touch, { passive: true });
    window.addEventListener("keydown", touch);
    return () => {
      window.removeEventListener("pointerdown", touch);
      window.removeEventListener("keydown", touch);
    };
  }, [unlocked, send]);
}

/** When a window opens or is unlocked, asks for fresh figures of every network, and of one that is added later. The answer arrives in storage. */
export function useRefreshOnOpen(unlocked: boolean): void {
  const { send } = usePage();
  const known = useNetworks()
    .map(({ chainId }) => chainId)
    .join(" ");
  useEffect(() => {
    if (!unlocked) return;
    // A failed refresh is told by the snapshot itself.
    for (const chainId of known.split(" ").map(Number))
      void send("portfolio.refresh", { chainId }).catch(() => undefined);
  }, [unlocked, send, known]);
}
