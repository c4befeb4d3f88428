import { lazy, Suspense, useSyncExternalStore } from "react";
import { sessionKeys } from "../../core/store/keys.ts";
import { useSurface } from "../app/surface.ts";
import { usePage } from "../data/page-context.ts";

const DeviceDesk = lazy(() => import("./DeviceDesk.tsx"));
const HandOver = lazy(() => import("./HandOver.tsx"));

/** What stands over any screen while a device is to sign. Its code comes with the first job. */
export function LedgerAtWork() {
  const surface = useSurface();
  const { session } = usePage();
  const wanted = useSyncExternalStore(
    session.subscribe,
    () => session.peek(sessionKeys.deviceJob).state === "here",
  );
  if (!wanted) return null;
  return <Suspense fallback={null}>{surface === "tab" ? <DeviceDesk /> : <HandOver />}</Suspense>;
}
