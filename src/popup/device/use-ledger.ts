import { useCallback, useEffect, useRef, useState } from "react";
import type { DeviceOptions, DeviceStage, LedgerSession } from "../../core/device/ledger.ts";
import { type ErrorReport, errorReport, WeirError } from "../../core/errors/index.ts";
import { usePage } from "../data/page-context.ts";

/** What is done with an open device. `options` belong to this run: pass them on to each call of the session. */
export type LedgerWork<T> = (session: LedgerSession, options: DeviceOptions) => Promise<T>;

/** A Ledger as a screen of the full tab uses it. */
export interface UsedLedger {
  /**
   * Opens the device and does `work` on it. Resolves with its answer, or with undefined when it failed (see `error`),
   * was cancelled, or another run is under way. Never rejects. The session is closed afterwards unless `keepOpen`.
   */
  run<T>(work: LedgerWork<T>): Promise<T | undefined>;
  /** The browser's own dialog; call it in the click. True when one was chosen. Never rejects (see `error`). */
  choose(): Promise<boolean>;
  /** Where it stands while busy. */
  stage: DeviceStage | undefined;
  /** Why the last run failed; not set when the person cancelled it here. */
  error: ErrorReport | undefined;
  busy: boolean;
  /** Ends what is under way, whatever the device does, and gives the device back. */
  cancel(): void;
  /** Forgets the error. */
  reset(): void;
}

export interface LedgerSessionSettings {
  /** For screens that use the device several times: the session stays open and is closed after a minute without use. */
  readonly keepOpen?: boolean | undefined;
}

const idleMs = 60_000;
/** A new run waits so long at the most until the one before has let go of the device. */
const letGoMs = 3_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Rejects with device/cancelled as soon as the signal is aborted. */
function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(new WeirError("device/cancelled", {})), { once: true });
  });
}

/** Works with a Ledger from a component: its stage, its error, cancelling. Leaving the screen closes and cancels. */
export function useLedgerSession({ keepOpen = false }: LedgerSessionSettings = {}): UsedLedger {
  const { ledger } = usePage();
  const [stage, setStage] = useState<DeviceStage>();
  const [error, setError] = useState<ErrorReport>();
  const [busy, setBusy] = useState(false);
  const current = useRef<AbortController>(undefined);
  const kept = useRef<{ session: LedgerSession; timer: ReturnType<typeof setTimeout> }>(undefined);
  /** Settles when the former run has closed its session. */
  const before = useRef<Promise<unknown>>(Promise.resolve());

  const takeKept = useCallback((): LedgerSession | undefined => {
    const { session, timer } = kept.current ?? {};
    clearTimeout(timer);
    kept.current = undefined;
    return session;
  }, []);

  const closeKept = useCallback((): void => {
    const session = takeKept();
    if (session) before.current = session.close().catch(() => undefined);
  }, [takeKept]);

  const cancel = useCallback((): void => {
    current.current?.abort();
    current.current = undefined;
    closeKept();
    setBusy(false);
    setStage(undefined);
  }, [closeKept]);

  useEffect(() => cancel, [cancel]);

  const run = useCallback(
    async <T>(work: LedgerWork<T>): Promise<T | undefined> => {
      if (current.current !== undefined) return undefined;
      const own = new AbortController();
      const { signal } = own;
      current.current = own;
      const options: DeviceOptions = {
        signal,
        onStage: (next) => {
          if (!signal.aborted) setStage(next);
        },
      };
      setBusy(true);
      setError(undefined);
      setStage({ kind: "connecting" });
      const aborted = whenAborted(signal);

      async function use(): Promise<T> {
        let session = takeKept();
        let good = false;
        try {
          if (session === undefined) {
            if (ledger === undefined) throw new WeirError("device/unsupported-browser", {});
            await Promise.race([before.current, pause(letGoMs)]);
            const way = await ledger();
            signal.throwIfAborted();
            session = await way.open(options);
          }
          signal.throwIfAborted();
          const answer = await work(session, options);
          good = true;
          return answer;
        } finally {
          if (session && keepOpen && good && !signal.aborted) {
            kept.current = { session, timer: setTimeout(closeKept, idleMs) };
          } else {
            // A device that cannot be closed is gone already.
            await session?.close().catch(() => undefined);
          }
        }
      }

      const used = use();
      before.current = used.catch(() => undefined);
      try {
        return await Promise.race([used, aborted]);
      } catch (thrown) {
        if (!signal.aborted) setError(errorReport(thrown, "ledger"));
        return undefined;
      } finally {
        if (current.current === own) {
          current.current = undefined;
          setBusy(false);
          setStage(undefined);
        }
      }
    },
    [ledger, keepOpen, takeKept, closeKept],
  );

  const choose = useCallback(async (): Promise<boolean> => {
    try {
      if (ledger === undefined) throw new WeirError("device/unsupported-browser", {});
      return await (await ledger()).choose();
    } catch (thrown) {
      setError(errorReport(thrown, "ledger"));
      return false;
    }
  }, [ledger]);

  const reset = useCallback(() => setError(undefined), []);
  return { run, choose, stage, error, busy, cancel, reset };
}
