import { Transaction } from "ethers/transaction";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { AccountList } from "../core/account/account.ts";
import { localKeys, sessionKeys } from "../core/store/keys.ts";
import { createSignerFactory } from "../signers/factory.ts";
import { defaultPolicy } from "./kdf.ts";
import { idsOf, type TestWorld, testWorld } from "./world.fixture.ts";

// The well-known development phrase; its first accounts are published by anvil and hardhat.
const phrase = "test test test test test test test test test test test junk";
const first = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
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

describe("the vault, with the real key parameters", () => {
  it("creates, locks, unlocks in another worker and signs for the account it made", async () => {
    const world = testWorld();
    const one = world.worker(defaultPolicy);
    expect((await one.status()).state).toBe("absent");
    await one.handlers["vault.create"]({ password, secret });
    expect((await one.status()).state).toBe("unlocked");
    await one.lock();
    expect((await one.status()).state).toBe("locked");

    const two = world.worker(defaultPolicy);
    await two.handlers["vault.unlock"]({ password });
    const [account] = listOf(world).accounts;
    if (!account) throw new Error("no account");
    expect(account.address).toBe(first);
    const desk = { request: () => Promise.reject(new Error("no device")) };
    const signers = createSignerFactory({ vault: two, desk, audit: world.audit().write });
    const signer = await signers.signerFor(account);
    const signed = await signer.signTransaction({
      chainId: 1,
      nonce: 0,
      to: second,
      data: "0x",
      value: 1n,
      gasLimit: 21_000n,
      maxFeePerGas: 2n,
      maxPriorityFeePerGas: 1n,
    });
    expect(Transaction.from(signed.raw).from).toBe(first);
    expect(Transaction.from(signed.raw).hash).toBe(signed.hash);
    expect(await eventsOf(world)).toContain("transaction.signed");
  });
});

describe("creating", () => {
  it("makes phrases of 12 and 24 words that are not yet written down", async () => {
    for (const words of [12, 24] as const) {
      const world = testWorld();
      await world.worker().handlers["vault.create"]({ password, secret: { kind: "new-phrase", words } });
      expect(listOf(world).phrases).toMatchObject([{ words, backedUp: false }]);
    }
  });

  it("refuses a short password, a wrong phrase, and a second vault", async () => {
    const world = testWorld();
    const call = world.worker().handlers;
    await expect(call["vault.create"]({ password: "1234567", secret })).rejects.toMatchObject({
      code: "vault/weak-password",
    });
    await expect(
      call["vault.create"]({ password, secret: { ...secret, phrase: "test test" } }),
    ).rejects.toMatchObject({ code: "account/phrase-length" });
    expect((await world.worker().status()).state).toBe("absent");
    await call["vault.create"]({ password, secret });
    await expect(call["vault.create"]({ password, secret })).rejects.toMatchObject({ code: "vault/exists" });
  });

  it("takes a private key alone", async () => {
    const world = testWorld();
    const key = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
    await world.worker().handlers["vault.create"]({ password, secret: { kind: "key", key } });
    expect(listOf(world)).toMatchObject({ accounts: [{ kind: "imported", address: first }], phrases: [] });
  });
});

describe("passwords", () => {
  it("are the same however their characters are composed, keep their spaces, and may be long", async () => {
    const composed = " caf\u00e9 \u{1f600}\ufb01n ";
    const apart = " cafe\u0301 \u{1f600}fin ";
    const world = testWorld();
    await world.worker().handlers["vault.create"]({ password: composed, secret });
    await world.worker().lock();
    await world.worker().handlers["vault.unlock"]({ password: apart });
    await world.worker().lock();
    await expect(world.worker().handlers["vault.unlock"]({ password: apart.trim() })).rejects.toMatchObject({
      code: "vault/wrong-password",
    });
    world.clock.pass(60);
    await world.worker().handlers["vault.unlock"]({ password: composed });
    const long = "é".repeat(1000);
    await world.worker().handlers["vault.changePassword"]({ current: composed, next: long });
    await world.worker().lock();
    await world.worker().handlers["vault.unlock"]({ password: long });
  });

  it("changed while unlocked: the session goes on, the old one is refused, the data key is another", async () => {
    const { world, call } = await created();
    const before = world.session.map.get(sessionKeys.session) as { dataKey: string };
    await call["vault.changePassword"]({ current: password, next: "battery staple" });
    const after = world.session.map.get(sessionKeys.session) as { dataKey: string };
    expect(after.dataKey).not.toBe(before.dataKey);
    await call["accounts.derive"]({});
    await call["vault.lock"]({});
    await expect(call["vault.unlock"]({ password })).rejects.toMatchObject({ code: "vault/wrong-password" });
    world.clock.pass(60);
    await call["vault.unlock"]({ password: "battery staple" });
    expect(listOf(world).accounts).toHaveLength(2);
  });
});

describe("a sealed export", () => {
  it("restores where there is no vault, only with its password, and counts as another sequence", async () => {
    const { world, call } = await created();
    await call["accounts.derive"]({ label: "Savings" });
    const { json } = await call["vault.exportSealed"]({});
    await expect(call["vault.restore"]({ json, password })).rejects.toMatchObject({ code: "vault/exists" });

    const other = testWorld();
    const fresh = other.worker().handlers;
    await expect(fresh["vault.restore"]({ json: "{}", password })).rejects.toMatchObject({
      code: "vault/backup-not-a-vault",
    });
    await expect(fresh["vault.restore"]({ json: json.slice(1), password })).rejects.toMatchObject({
      code: "vault/backup-not-a-vault",
    });
    await expect(fresh["vault.restore"]({ json, password: "wrong one" })).rejects.toMatchObject({
      code: "vault/wrong-password",
    });
    other.clock.pass(60);
    await fresh["vault.restore"]({ json, password });
    expect(listOf(other).accounts).toEqual(listOf(world).accounts);
    expect((await other.worker().status()).state).toBe("unlocked");
  });

  it("replaces copies that are both damaged", async () => {
    const { world, call } = await created();
    const { json } = await call["vault.exportSealed"]({});
    await call["vault.lock"]({});
    for (const store of [world.local, world.second]) store.map.set(localKeys.vault, "torn");
    await call["vault.restore"]({ json, password });
    expect((await world.worker().status()).copies).toEqual({ primary: "good", secondary: "good" });
  });
});

describe("wiping", () => {
  it("needs the password while a copy is good, and leaves nothing in any store", async () => {
    const { world, call } = await created();
    await expect(call["vault.wipe"]({ confirmation: "wipe" })).rejects.toMatchObject({
      code: "vault/wrong-password",
    });
    await expect(call["vault.wipe"]({ password: "wrong one", confirmation: "wipe" })).rejects.toMatchObject({
      code: "vault/wrong-password",
    });
    world.clock.pass(60);
    await call["vault.wipe"]({ password, confirmation: "" });
    expect([world.local.map.size, world.second.map.size, world.session.map.size]).toEqual([0, 0, 0]);
    expect((await world.worker().status()).state).toBe("absent");
  });

  it("takes the typed word when both copies are damaged", async () => {
    const { world, call } = await created();
    for (const store of [world.local, world.second]) store.map.set(localKeys.vault, "torn");
    await expect(call["vault.wipe"]({ confirmation: "" })).rejects.toMatchObject({ code: "message/invalid" });
    await call["vault.wipe"]({ confirmation: "Wipe" });
    expect((await world.worker().status()).state).toBe("absent");
  });
});
