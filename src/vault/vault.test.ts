import { Transaction } from "ethers/transaction";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { AccountList } from "../core/account/account.ts";
import { localKeys, sessionKeys } from "../core/store/keys.ts";
import { createSignerFactory } from "../signers/factory.ts";
import { defaultPolicy } from "./kdf.ts";
import { testWorld } from "./test-world.ts";

// The well-known development phrase; its first accounts are published by anvil and hardhat.
const phrase = "test test test test test test test test test test test junk";
const first = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const second = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const password = "correct horse";
const secret = { kind: "phrase", phrase, passphrase: "" } as const;

const listOf = (world: ReturnType<typeof testWorld>) =>
  v.parse(AccountList, world.local.map.get(localKeys.accounts));

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
    const signer = await createSignerFactory({ vault: two, audit: world.audit().write }).signerFor(account);
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
  });
});

describe("the vault", () => {
  it("stays unlocked when the worker restarts, and tells pages so", async () => {
    const world = testWorld();
    await world.worker().handlers["vault.create"]({ password, secret });
    expect(await world.worker().isUnlocked()).toBe(true);
    expect(world.session.map.get(sessionKeys.lockState)).toEqual({
      unlocked: true,
      locksAt: world.clock.wall + 15 * 60,
    });
  });
});
