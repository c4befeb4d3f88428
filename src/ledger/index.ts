import type { DeviceOptions, Ledger, LedgerSession } from "../core/device/ledger.ts";
import { WeirError } from "../core/errors/index.ts";
import type { Surroundings } from "./connection.ts";
import { chooseLedger, grantedLedgers, hidOfBrowser, onPlugged } from "./hid.ts";
import { defaultPatience, type Patience } from "./line.ts";
import { openSession } from "./open-session.ts";
import { type GiveBack, owner } from "./owner.ts";
import { ledgerSession } from "./session.ts";

export interface LedgerConditions {
  /** A device was paired before: then nothing on the bus means that it is not plugged in, not that none was chosen. */
  pairedBefore?: () => boolean | Promise<boolean>;
  patience?: Partial<Patience>;
}

/**
 * Ledger devices over this page's WebHID, by Ledger's Device Management Kit. Nothing in it asks the network. One session at
 * a time in the whole browser: whoever comes second gets device/busy.
 */
export function createLedger({ pairedBefore, patience }: LedgerConditions = {}): Ledger {
  const shared = owner(globalThis.navigator?.locks);
  const ownChannels = new Set<number>();
  let chosen = false;
  const usedBefore = async () => chosen || ((await pairedBefore?.()) ?? false);
  const surroundings = (): Surroundings => ({
    hid: hidOfBrowser(),
    patience: { ...defaultPatience, ...patience },
    ownChannels,
  });

  return {
    async hasGrant() {
      const { hid } = surroundings();
      return (await grantedLedgers(hid)).length > 0 || (await usedBefore());
    },
    async choose() {
      const { hid } = surroundings();
      const took = await chooseLedger(hid);
      chosen ||= took;
      return took;
    },
    onPlugged: (listener) => onPlugged(hidOfBrowser(), listener),
    async open(options: DeviceOptions): Promise<LedgerSession> {
      const around = surroundings();
      const giveBack = await takeUnlessCancelled(shared.take(), options.signal);
      let closing: Promise<void> = Promise.resolve();
      try {
        const ready = await openSession(around, usedBefore, options, (done) => {
          closing = done;
        });
        return ledgerSession(ready, around.patience, giveBack);
      } catch (error) {
        void giveBack(closing);
        throw error;
      }
    },
  };
}

/** Cancelling does not wait for an earlier session's end either; what is taken afterwards is given back. */
async function takeUnlessCancelled(taking: Promise<GiveBack>, signal: AbortSignal): Promise<GiveBack> {
  let onAbort: () => void = () => undefined;
  const cancelled = new Promise<never>((_, reject) => {
    onAbort = () => reject(new WeirError("device/cancelled", {}));
  });
  signal.addEventListener("abort", onAbort);
  try {
    if (signal.aborted) onAbort();
    return await Promise.race([cancelled, taking]);
  } catch (error) {
    taking.then(
      (giveBack) => giveBack(Promise.resolve()),
      () => undefined,
    );
    throw error;
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
