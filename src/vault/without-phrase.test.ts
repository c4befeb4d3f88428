import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { AccountList } from "../core/account/account.ts";
import { localKeys } from "../core/store/keys.ts";
import { password, type TestWorld, testWorld } from "./world.fixture.ts";

const phrase = "test test test test test test test test test test test junk";
const secret = { kind: "phrase", phrase, passphrase: "" } as const;
const first = "0xDad77910DbDFdE764fC21FCD4E74D71bBACA6D8D";
const watched = "0x1111111111111111111111111111111111111111";

const listOf = (world: TestWorld) => v.parse(AccountList, world.local.map.get(localKeys.accounts));

describe("a wallet without a phrase", () => {
  it("is made unlocked and empty, and takes a Ledger's account as its first", async () => {
    const world = testWorld();
    const vault = world.worker();
    const call = vault.handlers;
    await call["vault.create"]({ password, secret: { kind: "none" } });
    expect((await vault.status()).state).toBe("unlocked");
    expect(listOf(world)).toMatchObject({ accounts: [], selectedId: null, phrases: [] });
    const device = await call["devices.pair"]({ model: "nanoX", firstAddress: first });
    const accounts = [{ address: first, path: "m/44'/60'/0'/0/0" }] as const;
    const [account] = await call["devices.add"]({ deviceId: device.id, accounts: [...accounts] });
    expect(listOf(world)).toMatchObject({ accounts: [account], selectedId: account?.id });
    await call["vault.lock"]({});
    await world.worker().handlers["vault.unlock"]({ password });
    expect(listOf(world).accounts).toEqual([account]);
  });

  it("opens again while it is still empty, names no account where none is, and takes every kind later", async () => {
    const world = testWorld();
    const made = await world.worker().handlers["vault.create"]({ password, secret: { kind: "none" } });
    expect(made).toEqual({ accountId: null, secretId: null });
    await world.worker().lock();
    const worker = world.worker();
    await worker.handlers["vault.unlock"]({ password });
    await expect(worker.handlers["accounts.derive"]({})).rejects.toMatchObject({ code: "account/unknown" });
    await worker.handlers["accounts.watch"]({ address: watched });
    await worker.handlers["accounts.import"]({ secret });
    expect(listOf(world).accounts.map(({ kind }) => kind)).toEqual(["watch", "derived"]);
    expect(listOf(world).phrases).toHaveLength(1);
  });

  it("needs a good password, and is no second vault", async () => {
    const world = testWorld();
    const call = world.worker().handlers;
    await expect(
      call["vault.create"]({ password: "1234567", secret: { kind: "none" } }),
    ).rejects.toMatchObject({ code: "vault/weak-password" });
    await call["vault.create"]({ password, secret: { kind: "none" } });
    await expect(call["vault.create"]({ password, secret: { kind: "none" } })).rejects.toMatchObject({
      code: "vault/exists",
    });
  });
});
