import { verifyMessage } from "ethers/hash";
import { describe, expect, it, vi } from "vitest";
import type { Account, Address } from "../core/account/account.ts";
import { addressOfKey } from "../core/account/address.ts";
import type { TypedData } from "../core/account/signer.ts";
import { createSignerFactory } from "./factory.ts";

const key = new Uint8Array(32).fill(7);
const account: Account = {
  id: "a",
  kind: "derived",
  address: addressOfKey(key),
  label: "A",
  hidden: false,
  createdAt: 0,
  secretId: "s",
  path: "m/44'/60'/0'/0/0",
};
const token: Address = "0xae7ab96520DE3A18E5e111B5EaAb095312D7fE84";

const permit: TypedData = {
  domain: { name: "Liquid staked Ether 2.0", version: "2", chainId: 1n, verifyingContract: token },
  primaryType: "Permit",
  types: {
    Permit: [
      { name: "owner", type: "address" },
      { name: "spender", type: "address" },
      { name: "value", type: "uint256" },
      { name: "nonce", type: "uint256" },
      { name: "deadline", type: "uint256" },
    ],
  },
  message: { owner: account.address, spender: token, value: 5n, nonce: 0n, deadline: 1_900_000_000n },
};
const transaction = {
  chainId: 1,
  nonce: 3,
  to: token,
  data: "0xa1903eab",
  value: 10n ** 18n,
  gasLimit: 100_000n,
  maxFeePerGas: 30n,
  maxPriorityFeePerGas: 1n,
} as const;

function world(lentKey = key) {
  const audit = vi.fn(async () => {});
  const lent = vi.fn();
  const vault = {
    unlocked: true,
    isUnlocked: async () => vault.unlocked,
    async withSecretKey<T>(_: Account, use: (lentKey: Uint8Array) => T | Promise<T>): Promise<T> {
      lent();
      return use(lentKey);
    },
  };
  const request = vi.fn(() => Promise.reject(new Error("no device")));
  return { audit, lent, request, vault, factory: createSignerFactory({ vault, desk: { request }, audit }) };
}

describe("signing with a key of the vault", () => {
  it("gives a transaction whose sender is the account, and logs it without a secret", async () => {
    const { factory, audit } = world();
    const { hash } = await (await factory.signerFor(account)).signTransaction(transaction);
    expect(audit).toHaveBeenCalledExactlyOnceWith("transaction.signed", {
      account: account.address,
      chainId: 1,
      nonce: 3,
      to: token,
      value: "1000000000000000000",
      hash,
    });
  });

  it("gives the same bytes for the same transaction, so that a repeated signing is no second transaction", async () => {
    const signer = await world().factory.signerFor(account);
    expect(await signer.signTransaction(transaction)).toEqual(await signer.signTransaction(transaction));
  });

  it("refuses a signature that recovers to another account", async () => {
    const { factory, audit } = world(new Uint8Array(32).fill(8));
    const signer = await factory.signerFor(account);
    await expect(signer.signTransaction(transaction)).rejects.toMatchObject({ code: "account/signature" });
    await expect(signer.signTypedData(permit)).rejects.toMatchObject({ code: "account/signature" });
    await expect(signer.signMessage("0x00")).rejects.toMatchObject({ code: "account/signature" });
    expect(audit).not.toHaveBeenCalled();
  });

  it("signs a permit and logs its digest", async () => {
    const { factory, audit } = world();
    const { v } = await (await factory.signerFor(account)).signTypedData(permit);
    expect([27, 28]).toContain(v);
    expect(audit).toHaveBeenCalledExactlyOnceWith(
      "permit.signed",
      expect.objectContaining({ account: account.address, contract: token, type: "Permit" }),
    );
  });

  it("logs other typed data as such", async () => {
    const { factory, audit } = world();
    const order: TypedData = {
      domain: { name: "Market" },
      primaryType: "Order",
      types: { Order: [{ name: "price", type: "uint256" }] },
      message: { price: 1n },
    };
    await (await factory.signerFor(account)).signTypedData(order);
    expect(audit).toHaveBeenCalledExactlyOnceWith(
      "typed-data.signed",
      expect.objectContaining({ type: "Order", contract: "", chainId: "" }),
    );
  });

  it.each([
    ["text", "hello"],
    ["nothing", ""],
    ["letters of more than one byte", "größer ≥ 🙂"],
  ])(
    "signs a message of %s as everybody verifies it, and logs its digest without the text",
    async (_, text) => {
      const { factory, audit } = world();
      const bytes = `0x${Buffer.from(text, "utf8").toString("hex")}` as const;
      const { r, s, v } = await (await factory.signerFor(account)).signMessage(bytes);
      expect(verifyMessage(text, { r, s, v })).toBe(account.address);
      expect(audit).toHaveBeenCalledExactlyOnceWith("message.signed", {
        account: account.address,
        digest: expect.stringMatching(/^0x[0-9a-f]{64}$/),
      });
    },
  );

  it.each<[string, Partial<TypedData>]>([
    ["a field that its types do not know", { message: { ...permit.message, extra: 1 } }],
    ["a missing field", { message: { owner: account.address } }],
    ["a value that does not fit", { message: { ...permit.message, value: -1n } }],
    ["a primary type that is not there", { primaryType: "Order" }],
    ["an unknown type", { types: { Permit: [{ name: "owner", type: "Owner" }] }, message: { owner: {} } }],
    [
      "types that need each other",
      {
        types: { Permit: [{ name: "a", type: "B" }], B: [{ name: "b", type: "Permit" }] },
        message: { a: { b: {} } },
      },
    ],
    [
      "an array of another length",
      { types: { Permit: [{ name: "list", type: "uint256[2]" }] }, message: { list: [1n] } },
    ],
    [
      "a field named after a prototype that is not its own",
      { types: { Permit: [{ name: "toString", type: "string" }] }, message: {} },
    ],
  ])("refuses typed data with %s, before a key is borrowed", async (_, change) => {
    const { factory, lent } = world();
    const signer = await factory.signerFor(account);
    await expect(signer.signTypedData({ ...permit, ...change })).rejects.toMatchObject({
      code: "account/typed-data",
    });
    expect(lent).not.toHaveBeenCalled();
  });
});

describe("who cannot sign", () => {
  it("a watched account, locked or not", async () => {
    const { factory } = world();
    await expect(factory.signerFor({ ...account, kind: "watch" })).rejects.toMatchObject({
      code: "account/watch-only",
    });
  });

  it("anybody while the vault is locked", async () => {
    const { factory, vault } = world();
    vault.unlocked = false;
    await expect(factory.signerFor(account)).rejects.toMatchObject({ code: "vault/locked" });
  });
});
