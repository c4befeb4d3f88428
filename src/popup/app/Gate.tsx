import { lazy, Suspense, useEffect } from "react";
import { useLockState, useVaultStatus } from "../data/lock-state.ts";
import { useAccounts } from "../data/records.ts";
import { LedgerAtWork } from "../device/LedgerAtWork.tsx";
import { UnlockPage } from "../pages/unlock/index.tsx";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { Loading } from "./Loading.tsx";
import { Routes } from "./Routes.tsx";
import { navigate, routeTo, useRoute } from "./router.ts";
import { useSurface } from "./surface.ts";
import { useRefreshOnOpen, useTouch } from "./use-presence.ts";
import { Welcome } from "./Welcome.tsx";

const Onboarding = lazy(() => import("../flows/onboard/index.tsx"));
const RecoveryPage = lazy(() => import("../pages/recovery/index.tsx"));
const ConfirmPage = lazy(() => import("../pages/confirm/index.tsx"));

/**
 * Which part of the wallet this window shows: setting up, recovery, unlocking, or the wallet itself. Decided from
 * storage; the worker is asked only while locked, and what it says comes into a screen that is already there.
 */
export function Gate() {
  const { segments } = useRoute();
  const unlocked = useLockState() === "unlocked";
  useTouch(unlocked);
  useRefreshOnOpen(unlocked);
  return (
    <>
      <ErrorBoundary key={segments.join("/")}>
        <Suspense fallback={<Loading />}>
          <Part unlocked={unlocked} place={segments[0]} />
        </Suspense>
      </ErrorBoundary>
      {unlocked && <LedgerAtWork />}
    </>
  );
}

function Part({ unlocked, place }: { readonly unlocked: boolean; readonly place: string | undefined }) {
  const surface = useSurface();
  const accounts = useAccounts();
  const asked = useVaultStatus(!unlocked);
  const state = asked.status?.state;
  if (surface === "tab" && place === "onboard") return <Onboarding />;
  if (unlocked) return surface === "confirm" ? <ConfirmPage /> : <Routes />;
  if (state === "absent") return surface === "tab" ? <ToOnboarding /> : <Welcome />;
  if (asked.status && (state === "recovery" || state === "newer")) {
    return <RecoveryPage status={asked.status} refresh={asked.refresh} />;
  }
  if (state === undefined && accounts.state !== "here" && asked.error === undefined) return <Loading />;
  return <UnlockPage status={asked.status} error={asked.error} refresh={asked.refresh} />;
}

function ToOnboarding() {
  useEffect(() => navigate(routeTo("onboard"), { replace: true }), []);
  return <Loading />;
}
