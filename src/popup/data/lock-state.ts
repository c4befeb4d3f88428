import { useCallback, useEffect, useRef, useState } from "react";
import type { ErrorReport } from "../../core/errors/index.ts";
import { errorReport } from "../../core/errors/index.ts";
import { sessionKeys } from "../../core/store/keys.ts";
import { LockState } from "../../core/store/lock-state.ts";
import type { VaultStatus } from "../../messages/popup/vault.ts";
import { reportOutcome } from "./connection.ts";
import { usePage } from "./page-context.ts";
import { useStored } from "./stored.ts";
import { useNow } from "./use-now.ts";

/** Whether the wallet is unlocked, from session storage alone. An ended session counts as locked at once. */
export function useLockState(): "unlocked" | "locked" | "loading" {
  const stored = useStored(usePage().session, sessionKeys.lockState, LockState);
  const now = useNow(10);
  if (stored.state === "loading") return "loading";
  if (stored.state !== "here" || !stored.value.unlocked) return "locked";
  const { locksAt } = stored.value;
  return locksAt !== null && locksAt !== undefined && locksAt <= now ? "locked" : "unlocked";
}

/** The worker's word on the vault; `status` is undefined until it came. Painting never waits for it. */
export interface AskedVaultStatus {
  status: VaultStatus | undefined;
  error: ErrorReport | undefined;
  refresh(): Promise<void>;
}

/** Asks the worker for the vault's status, at once when `ask` and again whenever the lock state changes. */
export function useVaultStatus(ask = true): AskedVaultStatus {
  const { send } = usePage();
  const lock = useLockState();
  const [status, setStatus] = useState<VaultStatus>();
  const [error, setError] = useState<ErrorReport>();
  const latest = useRef(0);
  const refresh = useCallback(async () => {
    latest.current += 1;
    const mine = latest.current;
    try {
      const answer = await send("vault.status", {});
      reportOutcome(undefined);
      if (mine !== latest.current) return;
      setStatus(answer);
      setError(undefined);
    } catch (thrown) {
      const report = errorReport(thrown, "vault.status");
      reportOutcome(report.code);
      if (mine === latest.current) setError(report);
    }
  }, [send]);
  useEffect(() => {
    if (ask && lock !== "loading") void refresh();
  }, [ask, lock, refresh]);
  return { status, error, refresh };
}
