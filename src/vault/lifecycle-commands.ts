import type { Account } from "../core/account/account.ts";
import { WeirError } from "../core/errors/index.ts";
import type { CommandHandlers, Input } from "../messages/popup/index.ts";
import { addSecret } from "./account-book.ts";
import { type Contents, emptyContents } from "./contents.ts";
import { goodCopies, noGoodCopy } from "./copies.ts";
import { movedUp, normalPassword } from "./kdf.ts";
import { readRecord } from "./record.ts";
import { sealUnderPassword } from "./sealing.ts";
import { createPhrase, newId, readSecret } from "./secret-keys.ts";
import type { Opened, VaultState } from "./state.ts";

/** What a page sends as `confirmation` once its own word for it was typed. */
const wipeWord = "wipe";

export type LifecycleCommands = Pick<
  CommandHandlers,
  | "vault.create"
  | "vault.unlock"
  | "vault.changePassword"
  | "vault.exportSealed"
  | "vault.restore"
  | "vault.wipe"
>;

/** Making, opening, moving and ending the vault. `notify` tells of every change between locked and unlocked. */
export function lifecycleCommands(state: VaultState, notify: () => void): LifecycleCommands {
  const { parts, policy, copies, session, serial } = state;
  const { local, second, random, clock, audit } = parts;
  let unlocking: { password: string; done: Promise<void> } | undefined;

  function checkStrength(password: string): void {
    if ([...normalPassword(password)].length < policy.minPasswordLength) {
      throw new WeirError("vault/weak-password", { min: policy.minPasswordLength });
    }
  }

  /**
   * Seals under a fresh salt and data key, stores both copies, and takes the key into the session unless that was
   * ended since `ends`. `ends` undefined: stays locked.
   */
  async function store(
    password: string,
    sequence: number,
    contents: Contents,
    ends: number | undefined,
  ): Promise<void> {
    const input = { password, kdf: policy.current, sequence, contents };
    const { payload, dataKey } = await sealUnderPassword(input, random);
    try {
      await copies.write(payload);
      if (ends !== undefined) await session.start(dataKey, ends);
    } finally {
      dataKey.fill(0);
    }
  }

  /** Seals again when the current parameters cost more. A failing write leaves the vault as it was. */
  async function raise({ good, contents }: Opened, password: string, ends: number): Promise<boolean> {
    if (!movedUp(good.payload.kdf, policy.current)) return false;
    try {
      await store(password, good.payload.sequence + 1, contents, ends);
    } catch {
      return false;
    }
    await audit("vault.reencrypted", { N: policy.current.N, r: policy.current.r, p: policy.current.p });
    return true;
  }

  async function unlock(password: string): Promise<void> {
    const held = await session.dataKey();
    if (held) {
      held.fill(0);
      return session.touch();
    }
    const ends = session.ends();
    let opened: Opened;
    try {
      opened = await state.openByPassword(password);
    } catch (error) {
      if (error instanceof WeirError && error.code === "vault/wrong-password")
        await audit("vault.unlock-failed");
      throw error;
    }
    try {
      if (!(await raise(opened, password, ends))) await session.start(opened.dataKey, ends);
      // The contents are authenticated and their addresses were derived when they were added, so the public list
      // is held against them; every signature derives its address again.
      await state.project(opened.contents);
    } finally {
      opened.dataKey.fill(0);
    }
    if (session.ends() !== ends) throw new WeirError("vault/locked", {});
    await audit("vault.unlocked");
    notify();
  }

  /** What a new vault holds: a secret with its first account, or nothing yet. */
  async function firstContents(
    secret: Input<"vault.create">["secret"],
    label: string | undefined,
  ): Promise<{ contents: Contents; account?: Account }> {
    if (secret.kind === "none") return { contents: emptyContents };
    const nowSeconds = clock.nowSeconds();
    const made = { random, nowSeconds, label: "" };
    const first =
      secret.kind === "new-phrase" ? createPhrase(secret.words, made) : await readSecret(secret, made);
    return addSecret(emptyContents, first, { id: newId(random), label, nowSeconds });
  }

  async function requireReplaceable(): Promise<void> {
    const found = await copies.read();
    const both = [found.primary.state, found.secondary.state];
    if (both.includes("newer") || both.includes("unreadable")) throw noGoodCopy(found);
    if (both.includes("good")) throw new WeirError("vault/exists", {});
  }

  return {
    "vault.create": ({ password, secret, label }) =>
      serial(async () => {
        const { state: now } = await state.status();
        if (now !== "absent") {
          await requireReplaceable();
          throw new WeirError("vault/damaged", {});
        }
        checkStrength(password);
        const ends = session.ends();
        const { contents, account } = await firstContents(secret, label);
        await store(password, 1, contents, ends);
        await state.project(contents);
        await state.delay.succeeded();
        await audit("vault.created");
        if (account) await audit("account.added", { address: account.address, kind: account.kind });
        notify();
        return { accountId: account?.id ?? null, secretId: account?.secretId ?? null };
      }),

    "vault.unlock": async ({ password }) => {
      // Pages that unlock at the same moment with the same password share one run of the KDF.
      if (unlocking?.password !== password) {
        const done = serial(() => unlock(password)).finally(() => {
          if (unlocking?.done === done) unlocking = undefined;
        });
        unlocking = { password, done };
      }
      await unlocking.done;
      return {};
    },

    "vault.changePassword": ({ current, next }) =>
      serial(async () => {
        checkStrength(next);
        const ends = session.ends();
        const opened = await state.openByPassword(current);
        opened.dataKey.fill(0);
        const locksAt = await session.locksAt();
        await store(
          next,
          opened.good.payload.sequence + 1,
          opened.contents,
          locksAt === null ? undefined : ends,
        );
        await audit("vault.password-changed");
        return {};
      }),

    "vault.exportSealed": async () => {
      const found = await copies.read();
      const [best] = goodCopies(found);
      if (!best) throw noGoodCopy(found);
      await audit("vault.exported");
      return { json: JSON.stringify(best.record) };
    },

    "vault.restore": ({ json, password }) =>
      serial(async () => {
        const ends = session.ends();
        await requireReplaceable();
        let value: unknown;
        try {
          value = JSON.parse(json);
        } catch {
          throw new WeirError("vault/backup-not-a-vault", {});
        }
        const copy = readRecord(value, policy);
        if (copy.state === "newer") throw new WeirError("vault/newer-version", { version: copy.version });
        if (copy.state !== "good") throw new WeirError("vault/backup-not-a-vault", {});
        const opened = await state.tryPassword([copy], password);
        opened.dataKey.fill(0);
        await store(password, copy.payload.sequence + 1, opened.contents, ends);
        await state.project(opened.contents);
        await audit("vault.restored");
        notify();
        return {};
      }),

    "vault.wipe": ({ password, confirmation }) =>
      serial(async () => {
        const found = await copies.read();
        const both = [found.primary.state, found.secondary.state];
        if (both.includes("newer")) throw noGoodCopy(found);
        if (both.includes("good")) {
          if (password === undefined) throw new WeirError("vault/wrong-password", { waitSeconds: 0 });
          (await state.openByPassword(password)).dataKey.fill(0);
        } else {
          // A copy that cannot be read just now may be good, so it is not ended on a word alone.
          if (both.includes("unreadable")) throw noGoodCopy(found);
          if (confirmation.trim().toLowerCase() !== wipeWord) {
            throw new WeirError("message/invalid", { name: "vault.wipe" });
          }
        }
        await session.end();
        // The second copy first: ended in between, the primary still shows a vault, and wiping can be asked again.
        await second.remove((await second.entries("")).map(([key]) => key));
        await local.remove((await local.entries("")).map(([key]) => key));
        await parts.session.remove((await parts.session.entries("")).map(([key]) => key));
        notify();
        return {};
      }),
  };
}
