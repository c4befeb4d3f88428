import type { Account } from "../core/account/account.ts";
import type { AuditWriter } from "../core/audit/audit.ts";
import type { ChainAccess } from "../core/chain/access.ts";
import type { Clock, KeyValueStore } from "../core/environment/environment.ts";
import type { Snapshot } from "../core/snapshot/snapshot.ts";
import type { ProtocolDefinition } from "../core/staking/protocol.ts";

/** What allowances and their leases need of the rest. */
export interface AllowanceDependencies {
  /** Throws or rejects chain/unknown for a network the wallet does not have. */
  access(chainId: number): ChainAccess;
  /** Definitions of the protocols on a network: their tokens and contracts are known. */
  protocolsOn(chainId: number): readonly ProtocolDefinition[];
  /** Accounts that are shown. */
  accounts(): Promise<readonly Account[]>;
  snapshot(chainId: number): Promise<Snapshot | undefined>;
  isUnlocked(): Promise<boolean>;
  local: KeyValueStore;
  clock: Clock;
  audit: AuditWriter;
  /** A lease was written, changed or ended: the next alarm may be another. */
  leasesChanged?: () => void;
}
