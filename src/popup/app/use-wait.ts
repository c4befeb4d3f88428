import { useEffect, useState } from "react";
import type { ErrorReport } from "../../core/errors/index.ts";
import { useNow } from "../data/use-now.ts";

/** Seconds until another password is taken, counted down from what the last refusal or the vault's status said. */
export function useWait(error: ErrorReport | undefined, statusSeconds: number | undefined): number {
  const now = useNow(1);
  const [until, setUntil] = useState(0);
  const refused = error?.params.waitSeconds;
  useEffect(() => {
    if (statusSeconds) setUntil(Math.ceil(Date.now() / 1000) + statusSeconds);
  }, [statusSeconds]);
  // `error` itself is watched: the same number of seconds twice is two refusals.
  useEffect(() => {
    if (error && typeof refused === "number" && refused > 0) setUntil(Math.ceil(Date.now() / 1000) + refused);
  }, [error, refused]);
  return Math.max(0, until - now);
}
