import * as v from "valibot";
import { type Account, AccountList } from "../core/account/account.ts";
import { addressOfKey, sameAddress } from "../core/account/address.ts";
import type { AuditWriter } from "../core/audit/audit.ts";
import type { Clock, KeyValueStore, RandomBytes } from "../core/environment/environment.ts";
import { WeirError } from "../core/errors/index.ts";
import { localKeys } from "../core/store/keys.ts";
import type { VaultStatus } from "../messages/popup/vault.ts";
import { type Contents, publicList } from "./contents.ts";
import {
  type Copies,
  type CopyStore,
  createCopyStore,
  type GoodCopy,
  goodCopies,
  openableCopies,
} from "./copies.ts";
import type { VaultPolicy } from "./kdf.ts";
import type { Payload } from "./record.ts";
import { openWithDataKey, resealContents, unwrapDataKey } from "./sealing.ts";
import { accountById, secretOf, withKeyOf } from "./secret-keys.ts";
import { createSerial, type Serial } from "./serial.ts";
import { createSession, type Session } from "./session.ts";
import { createUnlockDelay, type UnlockDelay } from "./unlock-delay.ts";

export interface VaultParts {
  /** storage.local, storage.session, and the store of the second copy. */
  local: KeyValueStore;
  session: KeyValueStore;
  second: KeyValueStore;
  clock: Clock;
  random: RandomBytes;
  audit: AuditWriter;
  /** The setting, read at every unlock and touch. */
  autoLockMinutes: () => Promise<number>;
}

/** A vault opened by password. Whoever opened it zeroes `dataKey`. */
export interface Opened {
  good: GoodCopy;
  dataKey: Uint8Array;
  contents: Contents;
}

/** What the vault's commands are made of. */
export interface VaultState {
  readonly parts: VaultParts;
  readonly policy: VaultPolicy;
  readonly copies: CopyStore;
  readonly session: Session;
  readonly delay: UnlockDelay;
  /** Every work that may write the vault goes through here, one after another. */
  readonly serial: Serial;
  status(): Promise<VaultStatus>;
  /** The contents by the session's key. Rejects: vault/locked, and what says that there is no good copy. */
  read(): Promise<Contents>;
  /** Replaces the contents by what `work` makes of them, in both copies and the public list. Rejects as `read`, and with vault/write-failed. */
  change<T>(work: (contents: Contents) => Promise<{ contents: Contents; result: T }>): Promise<T>;
  /**
   * Opens by password, under the delay, and mends the copies. Rejects: vault/wait, vault/wrong-password,
   * vault/damaged, vault/unreadable, vault/newer-version, vault/parameters, vault/absent. Only within `serial`.
   */
  openByPassword(password: string): Promise<Opened>;
  /** Opens `candidates` by password: one KDF run per different header. Same delay, same rejections. */
  tryPassword(candidates: readonly GoodCopy[], password: string): Promise<Opened>;
  /** Writes the public list where it differs from the contents. */
  project(contents: Contents): Promise<void>;
  /** Lends an account's private key (32 bytes), zeroed after `use`. Rejects: vault/locked, account/watch-only, account/unknown. */
  withSecretKey<T>(account: Account, use: (key: Uint8Array) => T | Promise<T>): Promise<T>;
}

function stateOf(copies: Copies, unlocked: boolean, listed: boolean): VaultStatus["state"] {
  const states = [copies.primary.state, copies.secondary.state];
  if (states.includes("newer")) return "newer";
  if (states.includes("good")) return unlocked ? "unlocked" : "locked";
  if (states.every((state) => state === "absent") && !listed) return "absent";
  return "recovery";
}

export function createVaultState(parts: VaultParts, policy: VaultPolicy): VaultState {
  const { local, second, clock, random } = parts;
  const copies = createCopyStore(local, second, policy);
  const session = createSession(parts);
  const delay = createUnlockDelay(local, clock);
  const serial = createSerial();

  async function openBySession(): Promise<{ payload: Payload; contents: Contents; dataKey: Uint8Array }> {
    const dataKey = await session.dataKey();
    const [best, other] = openableCopies(await copies.read());
    if (!dataKey) throw new WeirError("vault/locked", {});
    for (const copy of [best, other]) {
      // An older copy that this key opens is not the vault any more: the password was changed meanwhile.
      if (!copy || copy.payload.sequence !== best.payload.sequence) continue;
      const contents = await openWithDataKey(copy.payload, dataKey);
      if (contents) return { payload: copy.payload, contents, dataKey };
    }
    dataKey.fill(0);
    await session.end();
    throw new WeirError("vault/locked", {});
  }

  async function read(): Promise<Contents> {
    const { contents, dataKey } = await openBySession();
    dataKey.fill(0);
    return contents;
  }

  async function project(contents: Contents): Promise<void> {
    const stored = await local.get(localKeys.accounts).catch(() => undefined);
    const parsed = v.safeParse(AccountList, stored);
    const list = publicList(contents, parsed.success ? parsed.output.selectedId : null);
    if (JSON.stringify(list) === JSON.stringify(stored)) return;
    // The list only mirrors the vault: when it cannot be written now, the next change or unlock does it.
    await local.set(localKeys.accounts, list).catch(() => undefined);
  }

  async function tryPassword(candidates: readonly GoodCopy[], password: string): Promise<Opened> {
    const waitSeconds = await delay.waitSeconds();
    if (waitSeconds > 0) throw new WeirError("vault/wait", { waitSeconds });
    await delay.begin();
    let damaged = false;
    for (const [at, good] of candidates.entries()) {
      const dataKey = await unwrapDataKey(good.payload, password);
      if (dataKey) {
        const contents = await openWithDataKey(good.payload, dataKey);
        if (contents) {
          await delay.succeeded();
          return { good, dataKey, contents };
        }
        dataKey.fill(0);
        damaged = true;
        continue;
      }
      // Only a copy of the same sequence may differ in its header by damage; an older one has an older password.
      if (candidates[at + 1]?.payload.sequence !== good.payload.sequence) break;
      if (candidates[at + 1]?.record.checksum === good.record.checksum) break;
    }
    if (damaged) throw new WeirError("vault/damaged", {});
    throw new WeirError("vault/wrong-password", { waitSeconds: await delay.waitSeconds() });
  }

  return {
    parts,
    policy,
    copies,
    session,
    delay,
    serial,
    read,
    project,
    tryPassword,
    async status() {
      const [found, locksAt, waitSeconds, listed] = await Promise.all([
        copies.read(),
        session.locksAt(),
        delay.waitSeconds(),
        local.get(localKeys.accounts).then(
          (list) => list !== undefined,
          () => true,
        ),
      ]);
      const [best] = goodCopies(found);
      // A copy that is behind the other one protects nothing, so it is said to be damaged until it is mended.
      const shown = (copy: Copies["primary"]) =>
        copy.state === "good" && copy.payload.sequence !== best?.payload.sequence ? "damaged" : copy.state;
      const state = stateOf(found, locksAt !== null, listed);
      return {
        state,
        copies: { primary: shown(found.primary), secondary: shown(found.secondary) },
        waitSeconds,
        locksAt: state === "unlocked" ? locksAt : null,
      };
    },
    change: (work) =>
      serial(async () => {
        const { payload, contents, dataKey } = await openBySession();
        try {
          const made = await work(contents);
          await copies.write(await resealContents(payload, dataKey, made.contents, random));
          await project(made.contents);
          return made.result;
        } finally {
          dataKey.fill(0);
        }
      }),
    async openByPassword(password) {
      const found = await copies.read();
      const opened = await tryPassword(openableCopies(found), password);
      await copies.heal(opened.good, found);
      return opened;
    },
    async withSecretKey(account, use) {
      const contents = await read();
      const known = accountById(contents, account.id);
      return withKeyOf(secretOf(contents, known), known.path, (key) => {
        // The address shown and checked must be the one that signs.
        if (!sameAddress(addressOfKey(key), account.address)) throw new WeirError("account/unknown", {});
        return use(key);
      });
    },
  };
}
