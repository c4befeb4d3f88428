import { useCallback, useEffect, useState } from "react";
import { sameAddress } from "../../../core/account/address.ts";
import { firstPath } from "../../../core/device/device.ts";
import { DeviceJob } from "../../../core/device/job.ts";
import type { DeviceOptions, LedgerSession } from "../../../core/device/ledger.ts";
import { WeirError } from "../../../core/errors/index.ts";
import { sessionKeys } from "../../../core/store/keys.ts";
import { useSurface } from "../../app/surface.ts";
import { usePage, usePlatform } from "../../data/page-context.ts";
import { useStored } from "../../data/stored.ts";
import type { LedgerWork } from "../../device/use-ledger.ts";

/** Where a Ledger can be reached from: this window, only the full tab, or nowhere in this browser. */
export function useReach(): "here" | "tab" | "nowhere" {
  const { ledger } = usePage();
  const { browserName } = usePlatform();
  const surface = useSurface();
  if (browserName === "firefox") return "nowhere";
  if (surface !== "tab") return "tab";
  return ledger === undefined ? "nowhere" : "here";
}

/** Opens a route of pairing where it can go on: in this tab, or in the full tab, which this small window then leaves to itself. */
export function useOpenPairing(): (route: string, here: (route: string) => void) => void {
  const { openTab, closeThisWindow } = usePlatform();
  const surface = useSurface();
  return useCallback(
    (route, here) => {
      if (surface === "tab") here(route);
      else void openTab(route).then(closeThisWindow);
    },
    [openTab, closeThisWindow, surface],
  );
}

/**
 * Whether the browser let Weir use a Ledger before; undefined while that is not known. Looks again when one is plugged
 * in or out. It also loads the device's code, so that a click finds it there.
 */
export function useGrant(): boolean | undefined {
  const { ledger } = usePage();
  const [granted, setGranted] = useState<boolean>();
  useEffect(() => {
    let stop: (() => void) | undefined;
    let gone = false;
    async function follow(): Promise<void> {
      if (ledger === undefined) return setGranted(false);
      const way = await ledger();
      const look = async (): Promise<void> => {
        const has = await way.hasGrant();
        if (!gone) setGranted(has);
      };
      await look();
      // What fails here is said by the button that needs it.
      if (!gone) stop = way.onPlugged(() => void look().catch(() => undefined));
    }
    follow().catch(() => {
      if (!gone) setGranted(false);
    });
    return () => {
      gone = true;
      stop?.();
    };
  }, [ledger]);
  return granted;
}

/** Whether a signature is wanted of a device now. It goes first: screens that hold the device let go of it. */
export function useSigningWanted(): boolean {
  return useStored(usePage().session, sessionKeys.deviceJob, DeviceJob).state === "here";
}

/** `work`, begun only when the device's phrase is still the one that was paired. Rejects device/wrong-device. */
export function withPhraseOf<T>(firstAddress: string, work: LedgerWork<T>): LedgerWork<T> {
  return async (session: LedgerSession, options: DeviceOptions): Promise<T> => {
    const found = await session.addressAt(firstPath, { ...options, show: false });
    if (!sameAddress(found, firstAddress)) {
      throw new WeirError("device/wrong-device", { expected: firstAddress, found });
    }
    return work(session, options);
  };
}
