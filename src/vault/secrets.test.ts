import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { AccountList } from "../core/account/account.ts";
import { localKeys, sessionKeys } from "../core/store/keys.ts";
import { idsOf, type TestWorld, testWorld } from "./world.fixture.ts";

// The well-known development phrase; its first accounts are published by anvil and hardhat.
const phrase = "test test test test test test test test test test test junk";
const second = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const password = "correct horse";
const secret = { kind: "phrase", phrase, passphrase: "" } as const;

const listOf = (world: TestWorld) => v.parse(AccountList, world.local.map.get(localKeys.accounts));
const eventsOf = async (world: TestWorld) =>
  (await world.audit().list({ limit: 1000 })).entries.map(({ event }) => event).reverse();

async function created(world = testWorld()) {
  const vault = world.worker();
  const { accountId, secretId } = idsOf(await vault.handlers["vault.create"]({ password, secret }));
  return { world, vault, call: vault.handlers, accountId, secretId };
}

describe("secrets", () => {
  it("shows a phrase word by word for two minutes, behind the password, in this worker only", async () => {
    const { world, call, secretId } = await created();
    await expect(call["vault.openReveal"]({ password: "wrong one", secretId })).rejects.toMatchObject({
      code: "vault/wrong-password",
    });
    world.clock.pass(10);
    const { token, words, hasPassphrase } = await call["vault.openReveal"]({ password, secretId });
    expect([words, hasPassphrase]).toEqual([12, false]);
    expect(await call["vault.revealWord"]({ token, index: 11 })).toEqual({ word: "junk" });
    await expect(call["vault.revealWord"]({ token, index: 12 })).rejects.toMatchObject({
      code: "message/invalid",
    });
    await expect(world.worker().handlers["vault.revealWord"]({ token, index: 0 })).rejects.toMatchObject({
      code: "vault/reveal-expired",
    });
    world.clock.pass(121);
    await expect(call["vault.revealWord"]({ token, index: 0 })).rejects.toMatchObject({
      code: "vault/reveal-expired",
    });
  });

  it("ends a reveal with the lock", async () => {
    const { world, call, secretId } = await created();
    const { token } = await call["vault.openReveal"]({ password, secretId });
    await call["vault.lock"]({});
    await call["vault.unlock"]({ password });
    await expect(call["vault.revealWord"]({ token, index: 0 })).rejects.toMatchObject({
      code: "vault/reveal-expired",
    });
    expect(await eventsOf(world)).toContain("phrase.revealed");
  });

  it("marks a phrase as written down only for three right words", async () => {
    const world = testWorld();
    const call = world.worker().handlers;
    const { secretId } = idsOf(
      await call["vault.create"]({ password, secret: { kind: "new-phrase", words: 24 } }),
    );
    const { positions } = await call["vault.backupChallenge"]({ secretId });
    expect(new Set(positions).size).toBe(3);
    const { token } = await call["vault.openReveal"]({ password, secretId });
    const words: { position: number; word: string }[] = [];
    for (const position of positions) {
      const { word } = await call["vault.revealWord"]({ token, index: position });
      words.push({ position, word: ` ${word.toUpperCase()} ` });
    }
    const [one] = words;
    if (!one) throw new Error("no words");
    for (const wrong of [[], [one, one, one], [...words.slice(0, 2), { ...one, word: "zoo zoo" }]]) {
      await expect(call["vault.verifyBackup"]({ secretId, words: wrong })).rejects.toMatchObject({
        code: "account/backup-mismatch",
      });
    }
    expect(listOf(world).phrases).toMatchObject([{ backedUp: false }]);
    await call["vault.verifyBackup"]({ secretId, words });
    expect(listOf(world).phrases).toMatchObject([{ backedUp: true }]);
  });

  it("exports a key behind the password, and none of a watched account", async () => {
    const { world, call, accountId } = await created();
    expect(await call["vault.exportKey"]({ password, accountId })).toEqual({
      key: "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80",
    });
    const watched = await call["accounts.watch"]({ address: second });
    await expect(call["vault.exportKey"]({ password, accountId: watched.id })).rejects.toMatchObject({
      code: "account/watch-only",
    });
    await call["vault.lock"]({});
    await expect(call["vault.exportKey"]({ password, accountId })).rejects.toMatchObject({
      code: "vault/locked",
    });
    expect(await eventsOf(world)).toContain("key.exported");
  });

  it("lends a key and zeroes it afterwards, also when its use fails or the vault is locked meanwhile", async () => {
    const { world, vault } = await created();
    const [account] = listOf(world).accounts;
    if (!account) throw new Error("no account");
    let lent = new Uint8Array();
    await vault.withSecretKey(account, async (key) => {
      lent = key as typeof lent;
      await vault.lock();
      expect(key.some((byte) => byte !== 0)).toBe(true);
    });
    expect([...lent]).toEqual(new Array(32).fill(0));
    await expect(vault.withSecretKey(account, () => 1)).rejects.toMatchObject({ code: "vault/locked" });
    await vault.handlers["vault.unlock"]({ password });
    await expect(
      vault.withSecretKey(account, (key) => {
        lent = key as typeof lent;
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    expect([...lent]).toEqual(new Array(32).fill(0));
    await expect(vault.withSecretKey({ ...account, address: second }, () => 1)).rejects.toMatchObject({
      code: "account/unknown",
    });
  });
});

describe("what is written outside the sealed record", () => {
  it("holds no phrase, passphrase, key, data key or password, in any encoding tried, at any moment", async () => {
    const world = testWorld();
    const written: string[] = [];
    for (const store of [world.local, world.second]) {
      const { set, setMany } = store;
      store.set = (key, value) => {
        written.push(JSON.stringify(value));
        return set(key, value);
      };
      store.setMany = (values) => {
        written.push(JSON.stringify(values));
        return setMany(values);
      };
    }
    const call = world.worker().handlers;
    const passphrase = "my extra words";
    const key = "5de4111afa1a4b94908f83103eb1f1706367c2e68ca870fc3fb9a804cdab365a";
    const { secretId } = idsOf(await call["vault.create"]({ password, secret: { ...secret, passphrase } }));
    await call["accounts.import"]({ secret: { kind: "key", key } });
    const dataKey = (world.session.map.get(sessionKeys.session) as { dataKey: string }).dataKey;
    const { token } = await call["vault.openReveal"]({ password, secretId });
    await call["vault.revealWord"]({ token, index: 0 });
    await call["vault.changePassword"]({ current: password, next: "battery staple" });
    await call["vault.unlock"]({ password: "nonsense" }).catch(() => undefined);
    const log = await world.audit().export();
    expect(written.length).toBeGreaterThan(10);
    for (const text of [phrase, "junk", passphrase, key, dataKey, password, "battery staple", "nonsense"]) {
      for (const form of [text, Buffer.from(text).toString("hex"), Buffer.from(text).toString("base64")]) {
        expect(log).not.toContain(form);
        expect(written.filter((record) => record.includes(form))).toEqual([]);
      }
    }
  });
});
