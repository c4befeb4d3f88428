import { useEffect, useState, useSyncExternalStore } from "react";
import { DeviceJob } from "../../core/device/job.ts";
import { sessionKeys } from "../../core/store/keys.ts";
import { usePage } from "../data/page-context.ts";
import { useStored } from "../data/stored.ts";
import { JobDialog } from "./JobDialog.tsx";

const againMs = 2_000;

function subscribe(listener: () => void): () => void {
  document.addEventListener("visibilitychange", listener);
  return () => document.removeEventListener("visibilitychange", listener);
}

/**
 * The full tab's side of the desk: takes the job that lies in storage.session while somebody can see this tab, and leads
 * through it. A job that another tab has is left alone.
 */
export default function DeviceDesk() {
  const { send, session, ledger } = usePage();
  const job = useStored(session, sessionKeys.deviceJob, DeviceJob).value;
  const seen = useSyncExternalStore(subscribe, () => document.visibilityState === "visible");
  const [owner] = useState(() => crypto.randomUUID());
  const [takenId, setTakenId] = useState<string>();
  const [turn, setTurn] = useState(0);
  const free = seen && ledger !== undefined && job?.owner === undefined && job?.id !== takenId;
  const wantedId = free ? job?.id : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks again after the worker was away
  useEffect(() => {
    if (wantedId === undefined) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    send("devices.take", { jobId: wantedId, owner }).then(
      ({ taken }) => {
        if (taken) setTakenId(wantedId);
      },
      () => {
        timer = setTimeout(() => setTurn((last) => last + 1), againMs);
      },
    );
    return () => clearTimeout(timer);
  }, [wantedId, owner, send, turn]);
  if (job === undefined || job.id !== takenId) return null;
  return <JobDialog key={job.id} job={job} owner={owner} />;
}
