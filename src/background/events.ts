import type { Operation } from "../core/operation/operation.ts";
import type { Snapshot } from "../core/snapshot/snapshot.ts";

/** What the parts tell the worker's main program. */
export interface WalletEvents {
  snapshotWritten(previous: Snapshot | undefined, next: Snapshot): void;
  operationChanged(operation: Operation): void;
  balancesChanged(chainId: number): void;
  sweepWanted(atSeconds: number): Promise<void>;
  /** A lease of an allowance was written, changed or ended. */
  leasesChanged(): void;
  /** The vault and all that was stored are gone. */
  wiped(): void;
}
