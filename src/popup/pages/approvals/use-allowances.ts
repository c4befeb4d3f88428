import { useEffect, useMemo } from "react";
import { AllowanceList, Lease } from "../../../core/allowance/allowance.ts";
import { localKeys } from "../../../core/store/keys.ts";
import { usePage } from "../../data/page-context.ts";
import { useStored, useStoredList } from "../../data/stored.ts";
import { useCommand } from "../../data/use-command.ts";
import { useNow } from "../../data/use-now.ts";
import { type ShownAllowance, shownAllowances } from "./shown.ts";

/** A list that nobody read for this long is read again when the screen opens. */
const staleSeconds = 600;

/** The allowances of a network as last read, with their ends, and the reading itself. */
export function useAllowances(chainId: number) {
  const { local } = usePage();
  const stored = useStored(local, localKeys.allowances + chainId, AllowanceList);
  const leases = useStoredList(local, localKeys.lease, Lease);
  const now = useNow();
  const scan = useCommand("allowances.scan");
  const stop = useCommand("allowances.stop");
  const list = stored.value;
  const run = scan.run;
  const isStale = stored.state !== "loading" && now - (list?.readAt ?? 0) > staleSeconds;
  // Asked once when the screen opens: a scan that a stopped worker left unfinished goes on.
  useEffect(() => {
    if (isStale) void run({ chainId });
  }, [chainId, isStale, run]);
  const shown: ShownAllowance[] = useMemo(
    () => (list ? shownAllowances(chainId, list.allowances, leases.records, now) : []),
    [chainId, list, leases.records, now],
  );
  return {
    state: stored.state,
    list,
    shown,
    now,
    error: scan.error,
    read: () => void run({ chainId }),
    stop: () => void stop.run({ chainId }),
  };
}
