import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { AccountList } from "../core/account/account.ts";
import { localKeys } from "../core/store/keys.ts";
import { sealedBeforeLedgers } from "./sealed-before-ledgers.fixture.ts";
import { password, type TestWorld, testWorld } from "./world.fixture.ts";

const phrase = "test test test test test test test test test test test junk";
const secret = { kind: "phrase", phrase, passphrase: "" } as const;
/** Of that phrase, at m/44'/60'/0'/0/0 … 2. */
const own = [
  "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266",
  "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
  "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC",
] as const;
/** Of the Ledger: Speculos' default phrase at m/44'/60'/0'/0/0, and others. */
const first = "0xDad77910DbDFdE764fC21FCD4E74D71bBACA6D8D";
const others = [
  "0x1111111111111111111111111111111111111111",
  "0x2222222222222222222222222222222222222222",
] as const;
const firstPath = "m/44'/60'/0'/0/0";
const path = (index: number) => `m/44'/60'/${index}'/0/0`;

const listOf = (world: TestWorld) => v.parse(AccountList, world.local.map.get(localKeys.accounts));
const eventsOf = async (world: TestWorld) =>
  (await world.audit().list({ limit: 50 })).entries.map(({ event }) => event);

async function created(made: "none" | "phrase" = "phrase") {
  const world = testWorld();
  const vault = world.worker();
  const call = vault.handlers;
  await call["vault.create"]({ password, secret: made === "none" ? { kind: "none" } : secret });
  return { world, vault, call };
}

async function paired(made: "none" | "phrase" = "phrase") {
  const scene = await created(made);
  const device = await scene.call["devices.pair"]({ model: "nanoSP", firstAddress: first });
  const add = (address: `0x${string}`, at = firstPath) =>
    scene.call["devices.add"]({ deviceId: device.id, accounts: [{ address, path: at }] });
  return { ...scene, device, add };
}

describe("a paired Ledger", () => {
  it("is known by its first address: pairing it again renews its record and keeps id and name", async () => {
    const { world, call, device } = await paired();
    expect(device).toMatchObject({ label: "Ledger Nano S Plus", model: "nanoSP", firstAddress: first });
    await call["devices.rename"]({ id: device.id, label: " Safe " });
    world.clock.pass(60);
    const again = await call["devices.pair"]({
      model: "flex",
      firstAddress: first.toLowerCase() as typeof first,
      firmware: "1.2.3",
      appVersion: "1.10.4",
    });
    expect(again).toEqual({
      id: device.id,
      label: "Safe",
      model: "flex",
      firstAddress: first,
      pairedAt: world.clock.wall,
      firmware: "1.2.3",
      appVersion: "1.10.4",
    });
    const repair = { model: "flex", firstAddress: first, appVersion: "1.11.0" } as const;
    expect((await call["devices.pair"](repair)).firmware).toBe("1.2.3");
    expect((await call["devices.pair"]({ ...repair, model: "stax" })).firmware).toBeUndefined();
    Object.assign(again, await call["devices.pair"]({ ...repair, firmware: "1.2.3" }));
    const other = await call["devices.pair"]({ model: "nanoX", firstAddress: others[0], label: "Two" });
    expect(listOf(world).devices).toEqual([again, other]);
    expect(await eventsOf(world)).toContain("device.paired");
  });

  it("is not renamed to nothing, and one that is unknown is refused", async () => {
    const { call, device } = await paired();
    await expect(call["devices.rename"]({ id: device.id, label: "\u200b" })).rejects.toMatchObject({
      code: "account/label-invalid",
    });
    for (const attempt of [
      call["devices.rename"]({ id: "none", label: "x" }),
      call["devices.remove"]({ id: "none" }),
      call["devices.add"]({ deviceId: "none", accounts: [{ address: first, path: firstPath }] }),
    ]) {
      await expect(attempt).rejects.toMatchObject({ code: "device/unknown" });
    }
  });

  it("gives accounts with a path in its one spelling and names of their own", async () => {
    const { world, call, device } = await paired();
    const added = await call["devices.add"]({
      deviceId: device.id,
      accounts: [
        { address: first.toLowerCase() as typeof first, path: "44h/60h/0h/0/0" },
        { address: others[0], path: path(1), label: "  Savings " },
      ],
    });
    expect(added).toMatchObject([
      { kind: "ledger", address: first, path: firstPath, deviceId: device.id, label: "Ledger 1" },
      { kind: "ledger", address: others[0], path: path(1), deviceId: device.id, label: "Savings" },
    ]);
    expect(listOf(world).accounts.slice(1)).toEqual(added);
  });

  it("adds all accounts or none", async () => {
    const { world, call, device } = await paired();
    const before = listOf(world);
    for (const [address, at, code] of [
      [own[0], path(1), "account/exists"],
      [others[0], path(1), "account/exists"],
      [others[1], "m/49'/60'/0'", "device/path-invalid"],
      [others[1], firstPath, "device/wrong-device"],
    ] as const) {
      await expect(
        call["devices.add"]({
          deviceId: device.id,
          accounts: [
            { address: others[0], path: path(1) },
            { address, path: at },
          ],
        }),
      ).rejects.toMatchObject({ code });
      expect(listOf(world)).toEqual(before);
    }
  });

  it("raises a watched address, which keeps id and name, and nothing that has a key here", async () => {
    const { world, call, add } = await paired();
    const watched = await call["accounts.watch"]({ address: others[0], label: "Cold" });
    await call["accounts.setHidden"]({ id: watched.id, hidden: true });
    const [raised] = await add(others[0], path(1));
    expect(raised).toMatchObject({ id: watched.id, label: "Cold", kind: "ledger", hidden: false });
    await expect(add(own[0], path(2))).rejects.toMatchObject({
      code: "account/exists",
      params: { label: "Account 1" },
    });
    await expect(add(others[0], path(1))).rejects.toMatchObject({ code: "account/exists" });
    expect(listOf(world).accounts).toHaveLength(2);
  });

  it("has no key here to show, and its account does not become one whose key is", async () => {
    const { world, call, add, vault } = await paired("none");
    const [account] = await add(own[0], path(3));
    if (!account) throw new Error("no account");
    await expect(call["vault.exportKey"]({ password, accountId: account.id })).rejects.toMatchObject({
      code: "account/key-on-device",
    });
    await expect(vault.withSecretKey(account, () => 0)).rejects.toMatchObject({
      code: "account/key-on-device",
    });
    await expect(call["accounts.import"]({ secret })).rejects.toMatchObject({ code: "account/exists" });
    expect(listOf(world).accounts).toEqual([account]);
  });

  it("of the same phrase as the wallet's: the next derived account is one that the device does not have", async () => {
    const { call, add } = await paired();
    await add(own[1], path(1));
    expect(await call["accounts.derive"]({})).toMatchObject({ address: own[2], path: "m/44'/60'/0'/0/2" });
  });
});

describe("taking away", () => {
  it("a device takes its accounts with it, and the selection falls back", async () => {
    const { world, call, device, add } = await paired();
    const [account] = await add(first);
    await call["accounts.select"]({ id: account?.id ?? "" });
    await call["devices.remove"]({ id: device.id });
    const list = listOf(world);
    expect(list.devices).toEqual([]);
    expect(list.accounts.map(({ address }) => address)).toEqual([own[0]]);
    expect(list.selectedId).toBe(list.accounts[0]?.id);
    expect(await eventsOf(world)).toEqual(expect.arrayContaining(["account.removed", "device.removed"]));
  });

  it("may leave nobody at all, but not hidden accounts alone", async () => {
    const { world, call, device, add } = await paired("none");
    await add(first);
    await call["accounts.watch"]({ address: others[0] });
    const watched = listOf(world).accounts[1];
    await call["accounts.setHidden"]({ id: watched?.id ?? "", hidden: true });
    await expect(call["devices.remove"]({ id: device.id })).rejects.toMatchObject({
      code: "account/last-visible",
    });
    expect(listOf(world)).toMatchObject({ devices: [device], accounts: [{}, {}] });
    await call["accounts.remove"]({ id: watched?.id ?? "" });
    await call["devices.remove"]({ id: device.id });
    expect(listOf(world)).toMatchObject({ devices: [], accounts: [], selectedId: null });
  });

  it("is for accounts without a key here; the others can be hidden", async () => {
    const { world, call, add } = await paired();
    const [account] = await add(first);
    const watched = await call["accounts.watch"]({ address: others[0] });
    await call["accounts.remove"]({ id: account?.id ?? "" });
    await call["accounts.remove"]({ id: watched.id });
    const [derived] = listOf(world).accounts;
    await expect(call["accounts.remove"]({ id: derived?.id ?? "" })).rejects.toMatchObject({
      code: "account/has-key",
    });
    await expect(call["accounts.remove"]({ id: "none" })).rejects.toMatchObject({ code: "account/unknown" });
    expect(listOf(world).accounts).toEqual([derived]);
  });

  it("refuses what is the second factor", async () => {
    const { world, vault, call, device, add } = await paired();
    const [account] = await add(first);
    await vault.secondFactor.set(undefined, account?.id ?? "");
    const before = listOf(world);
    expect(before.secondFactorId).toBe(account?.id);
    for (const attempt of [
      call["accounts.remove"]({ id: account?.id ?? "" }),
      call["devices.remove"]({ id: device.id }),
    ]) {
      await expect(attempt).rejects.toMatchObject({ code: "device/second-factor-in-use" });
    }
    expect(listOf(world)).toEqual(before);
    await vault.secondFactor.set(account?.id, null);
    await call["devices.remove"]({ id: device.id });
    expect(listOf(world).secondFactorId).toBeUndefined();
  });
});

describe("what is sealed", () => {
  it("opens when it was sealed before there were Ledgers, and can then hold one", async () => {
    const world = testWorld();
    const call = world.worker().handlers;
    await call["vault.restore"]({ json: sealedBeforeLedgers, password });
    expect(listOf(world)).toMatchObject({ accounts: [{ label: "Main" }], devices: [] });
    await call["devices.pair"]({ model: "stax", firstAddress: first });
    expect(listOf(world).devices).toMatchObject([{ label: "Ledger Stax" }]);
  });

  it("carries devices, their accounts and the second factor into a backup and out of it", async () => {
    const { world, vault, call, add } = await paired();
    const [account] = await add(first);
    await vault.secondFactor.set(undefined, account?.id ?? "");
    const { json } = await call["vault.exportSealed"]({});
    const other = testWorld();
    await other.worker().handlers["vault.restore"]({ json, password });
    expect(listOf(other)).toEqual(listOf(world));
    expect(await other.worker().secondFactor.current()).toEqual(account);
  });

  it("counts for the second factor, whatever is written into the plain list", async () => {
    const { world, vault, add } = await paired();
    const [account] = await add(first);
    await vault.secondFactor.set(undefined, account?.id ?? "");
    const { secondFactorId: _, ...without } = listOf(world);
    world.local.map.set(localKeys.accounts, { ...without, accounts: [] });
    expect(await vault.secondFactor.current()).toEqual(account);
  });

  it("changes the second factor only from the one that was there, to a Ledger's account, unlocked", async () => {
    const { world, vault, add } = await paired();
    const [account] = await add(first);
    const derived = listOf(world).accounts[0];
    await expect(vault.secondFactor.set(undefined, derived?.id ?? "")).rejects.toMatchObject({
      code: "account/unknown",
    });
    await vault.secondFactor.set(undefined, account?.id ?? "");
    await expect(vault.secondFactor.set(undefined, null)).rejects.toMatchObject({
      code: "operation/changed-since-preview",
    });
    await expect(vault.secondFactor.checkPassword("wrong one")).rejects.toMatchObject({
      code: "vault/wrong-password",
    });
    await expect(vault.secondFactor.checkPassword(password)).rejects.toMatchObject({ code: "vault/wait" });
    await vault.lock();
    await expect(vault.secondFactor.set(account?.id, null)).rejects.toMatchObject({ code: "vault/locked" });
    await expect(vault.secondFactor.current()).rejects.toMatchObject({ code: "vault/locked" });
    expect(listOf(world).secondFactorId).toBe(account?.id);
  });
});
