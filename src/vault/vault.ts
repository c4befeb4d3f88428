import type { Account } from "../core/account/account.ts";
import type { CommandHandlers } from "../messages/popup/index.ts";
import type { VaultStatus } from "../messages/popup/vault.ts";
import { type AccountCommands, accountCommands } from "./account-commands.ts";
import { contactCommands } from "./contact-commands.ts";
import { type DeviceCommands, deviceCommands } from "./device-commands.ts";
import { defaultPolicy, type VaultPolicy } from "./kdf.ts";
import { type LifecycleCommands, lifecycleCommands } from "./lifecycle-commands.ts";
import { type SecondFactorAccess, secondFactorAccess } from "./second-factor-access.ts";
import { type SecretCommands, secretCommands } from "./secret-commands.ts";
import { createVaultState, type VaultParts } from "./state.ts";
import { timedStore, within } from "./timed-store.ts";

type LockCommands = Pick<
  CommandHandlers,
  "vault.status" | "vault.lock" | "vault.touch" | "contacts.add" | "contacts.remove"
>;

/** The handlers of every `vault.*`, `accounts.*` and `contacts.*` command of the extension's pages, and of what keeps Ledgers. */
export type VaultHandlers = LifecycleCommands &
  SecretCommands &
  AccountCommands &
  DeviceCommands &
  LockCommands;

export interface Vault {
  readonly handlers: VaultHandlers;
  status(): Promise<VaultStatus>;
  /** Whether a key can be lent now. Reads no copy; true also means that no deadline has passed. */
  isUnlocked(): Promise<boolean>;
  /** Unix seconds of the session's end at the latest; null = locked. For the auto-lock alarm. */
  locksAt(): Promise<number | null>;
  lock(): Promise<void>;
  /** Somebody is there: auto-lock counts from now. */
  touch(): Promise<void>;
  /** Locks when a deadline has passed or the wall clock went back; for alarms and the worker's start. True = locked now. */
  lockIfDue(): Promise<boolean>;
  /**
   * Lends the account's private key (32 bytes) to `use` and zeroes it afterwards, whatever happens; a lock meanwhile
   * lets it finish. Rejects: vault/locked, account/watch-only, account/unknown.
   */
  withSecretKey<T>(account: Account, use: (key: Uint8Array) => T | Promise<T>): Promise<T>;
  readonly secondFactor: SecondFactorAccess;
  /** Calls back after every change between locked and unlocked, until the returned function is called. */
  onLockChange(listener: () => void): () => void;
}

/**
 * The vault: sealed contents in two copies, the unlocked session, and the commands on them. Nothing is read or
 * written before the first call. `policy` is for tests; the shipped one is in kdf.ts.
 */
export function createVault(input: VaultParts & { policy?: VaultPolicy }): Vault {
  const { policy = defaultPolicy, ...given } = input;
  const limit = policy.answerTimeoutMs;
  const parts: VaultParts = {
    ...given,
    local: timedStore(given.local, limit),
    session: timedStore(given.session, limit),
    second: timedStore(given.second, limit),
    // A log that does not answer must not hold up a lock.
    audit: (event, details) => within(given.audit(event, details), limit).catch(() => undefined),
  };
  const state = createVaultState(parts, policy);
  const listeners = new Set<() => void>();
  const secrets = secretCommands(state);
  const notify = (): void => {
    for (const listener of listeners) listener();
  };
  const { forget, ...secretHandlers } = secrets;

  async function lock(): Promise<void> {
    const open = (await state.session.locksAt()) !== null || (await state.session.due());
    forget();
    await state.session.end();
    if (open) await parts.audit("vault.locked");
    notify();
  }

  async function lockIfDue(): Promise<boolean> {
    if (!(await state.session.due())) return false;
    await lock();
    return true;
  }

  async function status(): Promise<VaultStatus> {
    await lockIfDue();
    return state.status();
  }

  return {
    handlers: {
      ...lifecycleCommands(state, notify),
      ...secretHandlers,
      ...accountCommands(state),
      ...deviceCommands(state),
      ...contactCommands(parts),
      "vault.status": status,
      "vault.lock": async () => {
        await lock();
        return {};
      },
      "vault.touch": async () => {
        await lockIfDue();
        await state.session.touch();
        return {};
      },
    },
    status,
    isUnlocked: async () => (await state.session.locksAt()) !== null,
    locksAt: () => state.session.locksAt(),
    lock,
    touch: () => state.session.touch(),
    lockIfDue,
    withSecretKey: state.withSecretKey,
    secondFactor: secondFactorAccess(state),
    onLockChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
