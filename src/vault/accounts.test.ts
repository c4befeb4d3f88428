import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { AccountList, ContactList } from "../core/account/account.ts";
import { localKeys } from "../core/store/keys.ts";
import { idsOf, type TestWorld, testWorld } from "./world.fixture.ts";

const phrase = "test test test test test test test test test test test junk";
const addresses = [
  "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266",
  "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
  "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC",
] as const;
const secondKey = "59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d";
const password = "correct horse";
const secret = { kind: "phrase", phrase, passphrase: "" } as const;

const listOf = (world: TestWorld) => v.parse(AccountList, world.local.map.get(localKeys.accounts));

async function created() {
  const world = testWorld();
  const call = world.worker().handlers;
  const { accountId, secretId } = idsOf(await call["vault.create"]({ password, secret }));
  return { world, call, accountId, secretId };
}

describe("accounts", () => {
  it("are derived at the next index of the phrase, with the published addresses", async () => {
    const { world, call, secretId } = await created();
    await call["accounts.derive"]({});
    const third = await call["accounts.derive"]({ secretId, label: "  Savings\u202e  " });
    expect(third).toMatchObject({ label: "Savings", path: "m/44'/60'/0'/0/2" });
    expect(listOf(world).accounts.map(({ address }) => address)).toEqual(addresses);
  });

  it("of a phrase with a BIP-39 passphrase are others", async () => {
    const { call } = await created();
    const other = await call["accounts.import"]({ secret: { ...secret, passphrase: "extra" } });
    expect(addresses).not.toContain(other.address);
  });

  it("none is lost and none doubled when many are asked for at once", async () => {
    const { world, call } = await created();
    await Promise.all([1, 2, 3, 4, 5].map(() => call["accounts.derive"]({})));
    const list = listOf(world).accounts.map(({ address }) => address);
    expect(new Set(list).size).toBe(6);
  });

  it("one address is one account: the same key again, and a key that the phrase already derived", async () => {
    const { world, call } = await created();
    await call["accounts.derive"]({ label: "Second" });
    await expect(call["accounts.import"]({ secret: { kind: "key", key: secondKey } })).rejects.toMatchObject({
      code: "account/exists",
      params: { label: "Second" },
    });
    await expect(call["accounts.import"]({ secret })).rejects.toMatchObject({ code: "account/exists" });
    await expect(call["accounts.watch"]({ address: addresses[1].toLowerCase() })).rejects.toMatchObject({
      code: "account/exists",
    });
    expect(listOf(world).accounts).toHaveLength(2);
  });

  it("one address is one account: the imported key becomes the phrase's account and keeps its label", async () => {
    const { world, call } = await created();
    const imported = await call["accounts.import"]({
      secret: { kind: "key", key: secondKey },
      label: "Mine",
    });
    const derived = await call["accounts.derive"]({});
    expect(derived).toMatchObject({
      id: imported.id,
      label: "Mine",
      kind: "derived",
      path: "m/44'/60'/0'/0/1",
    });
    expect(listOf(world).accounts).toHaveLength(2);
    const { key } = await call["vault.exportKey"]({ password, accountId: derived.id });
    expect(key).toBe(`0x${secondKey}`);
  });

  it("one address is one account: a watched one gets its key and keeps its label", async () => {
    const { world, call } = await created();
    const watched = await call["accounts.watch"]({ address: addresses[1], label: "Cold" });
    const imported = await call["accounts.import"]({ secret: { kind: "key", key: secondKey } });
    expect(imported).toMatchObject({ id: watched.id, label: "Cold", kind: "imported" });
    expect(listOf(world).accounts).toHaveLength(2);
  });

  it("are renamed, hidden and shown, but for the last visible one; a hidden one is not selected", async () => {
    const { world, call, accountId } = await created();
    await expect(call["accounts.setHidden"]({ id: accountId, hidden: true })).rejects.toMatchObject({
      code: "account/last-visible",
    });
    const other = await call["accounts.derive"]({});
    await call["accounts.select"]({ id: accountId });
    await call["accounts.setHidden"]({ id: accountId, hidden: true });
    expect(listOf(world)).toMatchObject({ selectedId: other.id });
    await expect(call["accounts.select"]({ id: accountId })).rejects.toMatchObject({
      code: "account/unknown",
    });
    await call["accounts.rename"]({ id: other.id, label: "Daily" });
    await expect(call["accounts.rename"]({ id: other.id, label: "\u200b" })).rejects.toMatchObject({
      code: "account/label-invalid",
    });
    await expect(call["accounts.rename"]({ id: "none", label: "x" })).rejects.toMatchObject({
      code: "account/unknown",
    });
    expect(listOf(world).accounts[1]).toMatchObject({ label: "Daily" });
  });

  it("survive a lock with labels, order and selection", async () => {
    const { world, call } = await created();
    const other = await call["accounts.derive"]({ label: "Two" });
    await call["accounts.select"]({ id: other.id });
    const before = listOf(world);
    await call["vault.lock"]({});
    await world.worker().handlers["vault.unlock"]({ password });
    expect(listOf(world)).toEqual(before);
    expect(before.selectedId).toBe(other.id);
  });

  it("cannot be changed while locked, and nothing is left half done", async () => {
    const { world, call } = await created();
    await call["vault.lock"]({});
    const before = structuredClone(world.local.map.get(localKeys.vault));
    for (const attempt of [
      call["accounts.derive"]({}),
      call["accounts.import"]({ secret: { kind: "key", key: secondKey } }),
      call["accounts.watch"]({ address: addresses[1] }),
    ]) {
      await expect(attempt).rejects.toMatchObject({ code: "vault/locked" });
    }
    expect(world.local.map.get(localKeys.vault)).toEqual(before);
  });
});

describe("contacts", () => {
  it("are added once per address with a checked address and label, and removed", async () => {
    const { world, call } = await created();
    const contact = await call["contacts.add"]({ address: addresses[2].toLowerCase(), label: " Ann " });
    expect(contact).toMatchObject({ address: addresses[2], label: "Ann" });
    await expect(call["contacts.add"]({ address: addresses[2], label: "Bob" })).rejects.toMatchObject({
      code: "account/exists",
      params: { label: "Ann" },
    });
    await expect(call["contacts.add"]({ address: "0x12", label: "Bob" })).rejects.toMatchObject({
      code: "account/address-malformed",
    });
    await call["contacts.remove"]({ id: contact.id });
    expect(v.parse(ContactList, world.local.map.get(localKeys.contacts))).toEqual([]);
  });

  it("that do not parse are said to be damaged and are not overwritten", async () => {
    const { world, call } = await created();
    world.local.map.set(localKeys.contacts, { torn: true });
    await expect(call["contacts.add"]({ address: addresses[2], label: "Bob" })).rejects.toMatchObject({
      code: "storage/damaged",
    });
    expect(world.local.map.get(localKeys.contacts)).toEqual({ torn: true });
  });
});
