import type { Account } from "../core/account/account.ts";
import type { SignerFactory } from "../core/account/signer.ts";
import type { AuditWriter } from "../core/audit/audit.ts";
import type { ChainAccess } from "../core/chain/access.ts";
import type { Chain } from "../core/chain/chain.ts";
import type { Clock, KeyValueStore, RandomBytes, Sleep } from "../core/environment/environment.ts";
import type { Operation } from "../core/operation/operation.ts";
import type { Settings } from "../core/settings/settings.ts";
import type { Snapshot } from "../core/snapshot/snapshot.ts";
import type { Protocol } from "../core/staking/protocol.ts";

/** What the operations need of the rest; background/main.ts puts it together. */
export interface OperationsDependencies {
  /** Rejects or throws chain/unknown for a network the wallet does not have. */
  access(chainId: number): ChainAccess;
  /** A network of the wallet or an added one (core/chain/networks.ts); undefined when it is neither. */
  chain(chainId: number): Promise<Chain | undefined>;
  /** The person's settings, for the length of leases. */
  settings(): Promise<Settings>;
  protocols: {
    byId(id: string): Protocol | undefined;
    /** Every protocol of a network, for its tokens and contracts. */
    onChain(chainId: number): readonly Protocol[];
  };
  signers: SignerFactory;
  /** Ends a wait for somebody else to sign (a device) of this operation; its signature then rejects. */
  stopSigning?: (operationId: string) => void;
  accounts: { get(id: string): Promise<Account | undefined> };
  /** The last snapshot, for redemptions seen before; undefined when there is none. */
  snapshots: { get(chainId: number): Promise<Snapshot | undefined> };
  /** Whether a second endpoint names the same rate. Asked before value is signed away. */
  secondOpinion(chainId: number, protocolId: string): Promise<"agreed" | "single" | "disagreed">;
  local: KeyValueStore;
  /** storage.session: memory only, which nobody with the disk can write. */
  session: KeyValueStore;
  clock: Clock;
  random: RandomBytes;
  sleep: Sleep;
  audit: AuditWriter;
  /** Right before each signature of an operation: rejects when the site that asked may no longer have it. */
  beforeSigning?: (operation: Operation) => Promise<void>;
  /** After every written record. */
  onChange?: (operation: Operation) => void;
  /** Balances changed on this network: a receipt came, or one was taken back. */
  onSettled?: (chainId: number) => void;
  /**
   * A site's operation has its answer: the first transaction is broadcast, or it never will be. Called again after a
   * restart, so the listener must bear repetition.
   */
  onFinished?: (operation: Operation) => void;
}
