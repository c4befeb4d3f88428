import { useCallback, useEffect, useRef, useState } from "react";
import { type ErrorReport, errorReport } from "../../core/errors/index.ts";
import type { CommandName, Input, Output } from "../../messages/popup/index.ts";
import { reportOutcome } from "./connection.ts";
import { usePage } from "./page-context.ts";

/** A command as a form uses it. */
export interface UsedCommand<N extends CommandName> {
  /** Sends it. Resolves with the answer, or with undefined when it failed (see `error`). Never rejects. */
  run(input: Input<N>): Promise<Output<N> | undefined>;
  busy: boolean;
  /** Why the last run failed, with its sentence in the catalogue; undefined otherwise. */
  error: ErrorReport | undefined;
  /** Forgets the error. */
  reset(): void;
}

/** Sends one kind of command from a component and keeps its busy state and its error. */
export function useCommand<N extends CommandName>(name: N): UsedCommand<N> {
  const { send } = usePage();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorReport>();
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  const run = useCallback(
    async (input: Input<N>): Promise<Output<N> | undefined> => {
      setBusy(true);
      setError(undefined);
      try {
        const output = await send(name, input);
        reportOutcome(undefined);
        return output;
      } catch (thrown) {
        const report = errorReport(thrown, name);
        reportOutcome(report.code);
        if (mounted.current) setError(report);
        return undefined;
      } finally {
        if (mounted.current) setBusy(false);
      }
    },
    [send, name],
  );
  const reset = useCallback(() => setError(undefined), []);
  return { run, busy, error, reset };
}
