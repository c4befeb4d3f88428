import { useCallback, useEffect, useMemo, useState } from "react";
import { approvedText } from "../../../core/operation/approved-text.ts";
import type { FeeLevelName, Operation } from "../../../core/operation/operation.ts";
import type { Remark } from "../../../core/staking/plan.ts";
import { usePlatform } from "../../data/page-context.ts";
import { useAccounts, useOperation } from "../../data/records.ts";
import { useCommand } from "../../data/use-command.ts";
import type { ErrorLike } from "../../i18n/error-text.ts";
import { isOfDevice, partOfLedger } from "./ledger-asks.ts";
import { digestOfShown } from "./shown-digest.ts";
import { useArmed } from "./use-armed.ts";

/** Why an operation cannot be confirmed at this moment; undefined = it can. */
export type Hindrance =
  | "pending"
  | "failed"
  | "blocked"
  | "watch-only"
  | "no-webhid"
  | "limit"
  | "end"
  | "unscrolled"
  | "unread"
  | "arming"
  | "answered";

/** One operation on its way to an answer, as a screen shows and drives it. */
export interface Review {
  id: string;
  /** How the record stands in storage. */
  stored: ReturnType<typeof useOperation>["state"];
  operation: Operation | undefined;
  feeLevel: FeeLevelName;
  setFeeLevel(level: FeeLevelName): void;
  /** What is said of it: of the site that asks, then of what it asks. */
  remarks: readonly Remark[];
  /** The warnings were ticked as read. */
  read: boolean;
  setRead(read: boolean): void;
  hindrance: Hindrance | undefined;
  /** A Ledger signs it, or confirms it as second factor. */
  ledger: "signs" | "confirms" | undefined;
  /** Another spend limit is being entered than the one that would be signed. */
  setLimitOpen(step: number, open: boolean): void;
  /** Another end is being entered. */
  setEndOpen(open: boolean): void;
  /** A text to sign is there whose end was not seen yet. */
  setUnscrolled(unscrolled: boolean): void;
  /** The last approval found another result than was shown. */
  changed: boolean;
  error: ErrorLike | undefined;
  /** What is under way. */
  busy: "approve" | "reject" | "refresh" | undefined;
  approve(): Promise<Operation | undefined>;
  reject(): Promise<boolean>;
  refresh(): Promise<void>;
}

/** How long a fresh plan's own preview may take before the page asks for one. */
const previewWaitMs = 5_000;

const noRemarks: readonly Remark[] = [];

/** Remarks of both, each once. */
function together(ofSite: readonly Remark[], own: readonly Remark[]): Remark[] {
  const said = new Set(ofSite.map((each) => JSON.stringify(each)));
  return [...ofSite, ...own.filter((each) => !said.has(JSON.stringify(each)))];
}

/**
 * Follows one operation's record, and knows whether and how it may be confirmed. `ofSite`: what is to be said of the
 * site that asks for it.
 */
export function useReview(id: string, ofSite: readonly Remark[] = noRemarks): Review {
  const stored = useOperation(id);
  const operation = stored.value;
  const preview = operation?.preview;
  const accounts = useAccounts().value;
  const account = accounts?.accounts.find((each) => each.id === operation?.accountId);
  const ledger = partOfLedger(operation, accounts);
  const { browserName } = usePlatform();
  const [chosenLevel, setFeeLevel] = useState<FeeLevelName>();
  const [readWarnings, setReadWarnings] = useState<string>();
  const [changed, setChanged] = useState(false);
  const [openLimits, setOpenLimits] = useState<ReadonlySet<number>>(new Set());
  const [endOpen, setEndOpen] = useState(false);
  const [unscrolled, setUnscrolled] = useState(false);
  const [stopped, setStopped] = useState<ErrorLike>();
  const approve = useCommand("operations.approve");
  const reject = useCommand("operations.reject");
  const refresh = useCommand("operations.preview");
  const ping = useCommand("worker.ping");
  const workerEnded = approve.error?.code === "message/worker-gone";
  // A worker started anew puts the record right: what was not signed asks again, what was signed goes on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time it ended
  useEffect(() => {
    if (workerEnded) void ping.run({});
  }, [workerEnded]);
  const unpreviewed = operation?.state === "planned" && preview === undefined;
  const byDevice = isOfDevice(operation?.error);
  const mayWait = !workerEnded && operation?.error === undefined;
  // The preview of what is left forgets why it stopped; the person has not.
  useEffect(() => {
    if (byDevice) setStopped(operation?.error);
  }, [byDevice, operation?.error]);
  // A plan's first preview comes by itself; one that asks again after an interruption needs another.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each time it is missing
  useEffect(() => {
    if (!unpreviewed || (!workerEnded && !byDevice && operation?.error !== undefined)) return;
    const timer = setTimeout(() => void refresh.run({ id }), mayWait ? previewWaitMs : 0);
    return () => clearTimeout(timer);
  }, [unpreviewed, mayWait, byDevice, id]);
  const remarks = together(ofSite, preview?.remarks ?? operation?.plan.remarks ?? noRemarks);
  const warnings = JSON.stringify(remarks.filter((each) => each.level === "warn").map((each) => each.words));
  const mustRead = preview !== undefined && warnings !== "[]";
  const read = readWarnings === warnings;
  const shown = useMemo(() => (operation ? approvedText(operation) : id), [operation, id]);
  const armed = useArmed(
    `${shown} ${operation?.state} ${preview?.madeAt} ${operation?.leaseUntil} ${JSON.stringify(ofSite)}`,
  );
  const feeLevel = chosenLevel ?? operation?.feeLevel ?? "normal";
  // biome-ignore lint/correctness/useExhaustiveDependencies: another operation begins with nothing chosen
  useEffect(() => {
    setFeeLevel(undefined);
    setReadWarnings(undefined);
    setChanged(false);
    setOpenLimits(new Set());
    setEndOpen(false);
    setStopped(undefined);
  }, [id]);
  const setLimitOpen = useCallback((step: number, open: boolean) => {
    setOpenLimits((last) => {
      if (last.has(step) === open) return last;
      const next = new Set(last);
      if (open) next.add(step);
      else next.delete(step);
      return next;
    });
  }, []);

  function hindrance(): Hindrance | undefined {
    if (operation !== undefined && operation.state !== "planned") return "answered";
    if (account?.kind === "watch") return "watch-only";
    if (ledger !== undefined && browserName === "firefox") return "no-webhid";
    if (operation === undefined || preview === undefined) return operation?.error ? "failed" : "pending";
    if (preview.blocked || remarks.some((each) => each.level === "block")) return "blocked";
    if (refresh.busy) return "pending";
    if (openLimits.size > 0) return "limit";
    if (endOpen) return "end";
    if (unscrolled) return "unscrolled";
    if (mustRead && !read) return "unread";
    return armed ? undefined : "arming";
  }

  const failure = approve.error?.code === "operation/changed-since-preview" ? undefined : approve.error;
  return {
    id,
    stored: stored.state,
    operation,
    feeLevel,
    setFeeLevel,
    read,
    setRead: (next) => setReadWarnings(next ? warnings : undefined),
    remarks,
    setLimitOpen,
    setEndOpen,
    setUnscrolled,
    hindrance: hindrance(),
    ledger,
    changed:
      changed ||
      approve.error?.code === "operation/changed-since-preview" ||
      (operation?.state === "planned" && operation.before !== undefined),
    error: failure ?? reject.error ?? refresh.error ?? operation?.error ?? stopped,
    busy: approve.busy ? "approve" : reject.busy ? "reject" : refresh.busy ? "refresh" : undefined,
    async approve() {
      if (preview === undefined || hindrance() !== undefined) return undefined;
      setChanged(false);
      setStopped(undefined);
      const seen = operation && (await digestOfShown(operation));
      return approve.run({ id, feeLevel, previewMadeAt: preview.madeAt, ...(seen ? { seen } : {}) });
    },
    async reject() {
      return (await reject.run({ id })) !== undefined;
    },
    async refresh() {
      approve.reset();
      setChanged(false);
      await refresh.run({ id });
    },
  };
}
