import { useCallback, useEffect, useRef, useState } from "react";
import type { Address } from "../../../core/account/account.ts";
import type { UsedLedger } from "../../device/use-ledger.ts";
import { useSigningWanted, withPhraseOf } from "./reach.ts";

/** Addresses of one device by their path, read from it when they are first shown. */
export interface ReadAddresses {
  known: ReadonlyMap<string, Address>;
  /** The person stopped the reading: it goes on when asked to. */
  stopped: boolean;
  stop(): void;
  /** Reads what the shown paths lack, once more. */
  again(): void;
}

/** Reads the addresses at `paths` that are not known yet. Other paths meanwhile: the reading goes on with those. */
export function useAddresses(
  ledger: UsedLedger,
  firstAddress: Address,
  paths: readonly string[],
): ReadAddresses {
  const [known, setKnown] = useState<ReadonlyMap<string, Address>>(() => new Map());
  const [stopped, setStopped] = useState(false);
  const signing = useSigningWanted();
  const wanted = useRef(paths);
  wanted.current = paths;
  const { run, cancel, reset, busy, error } = ledger;
  const missing = paths.filter((path) => !known.has(path)).join(" ");

  useEffect(() => {
    if (signing) cancel();
  }, [signing, cancel]);

  useEffect(() => {
    if (missing === "" || busy || error !== undefined || stopped || signing) return;
    void run(
      withPhraseOf(firstAddress, async (session, options) => {
        for (const path of missing.split(" ")) {
          if (!wanted.current.includes(path)) return;
          const address = await session.addressAt(path, { ...options, show: false });
          setKnown((last) => new Map(last).set(path, address));
        }
      }),
    );
  }, [missing, busy, error, stopped, signing, run, firstAddress]);

  const stop = useCallback(() => {
    setStopped(true);
    cancel();
  }, [cancel]);
  const again = useCallback(() => {
    setStopped(false);
    reset();
  }, [reset]);
  return { known, stopped, stop, again };
}
