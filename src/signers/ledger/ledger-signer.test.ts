import { keccak256 } from "ethers/crypto";
import { TypedDataEncoder } from "ethers/hash";
import { Transaction } from "ethers/transaction";
import { concat } from "ethers/utils";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { Address, Hex } from "../../core/account/account.ts";
import type { Signer, TypedData } from "../../core/account/signer.ts";
import { typedDataDigest, typedDataForDevice } from "../../core/account/typed-data-digest.ts";
import type { DeviceJob } from "../../core/device/job.ts";
import type { SignatureParts } from "../../core/staking/plan.ts";
import { createSignerFactory } from "../factory.ts";
import { secondFactorSignature } from "./ledger-signer.ts";
import {
  deskWorld,
  deviceKey,
  devicePage,
  deviceSignature,
  jobDigest,
  ledgerAccount,
  turn,
} from "./testing/desk-world.ts";

const account = ledgerAccount();
const token: Address = "0xae7ab96520DE3A18E5e111B5EaAb095312D7fE84";
const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

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
  message: {
    owner: account.address,
    spender: token,
    value: 2n ** 256n - 1n,
    nonce: 0n,
    deadline: 1_900_000_000n,
  },
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

function world() {
  const desks = deskWorld();
  const desk = desks.start();
  const audit = vi.fn(async () => {});
  const vault = {
    isUnlocked: async () => desks.unlocked,
    withSecretKey: () => Promise.reject(new Error("no key of a device's account lies here")),
  };
  const factory = createSignerFactory({ vault, desk, audit });
  return { desks, desk, audit, factory, page: devicePage(desks, () => desk) };
}

const kinds: [DeviceJob["kind"], string, (signer: Signer) => Promise<unknown>][] = [
  ["transaction", "transaction.signed", (signer) => signer.signTransaction(transaction)],
  ["typed-data", "permit.signed", (signer) => signer.signTypedData(permit)],
  ["message", "message.signed", (signer) => signer.signMessage("0x68656c6c6f")],
];

describe("a device's account", () => {
  it("gives a transaction whose sender it is, of exactly the bytes asked for", async () => {
    const { factory, page, audit } = world();
    const signing = (await factory.signerFor(account, "op-1")).signTransaction(transaction);
    const job = await page.sign();
    const { raw, hash } = await signing;
    const read = Transaction.from(raw);
    expect(read.from).toBe(account.address);
    expect(job).toMatchObject({
      kind: "transaction",
      chainId: 1,
      operationId: "op-1",
      unsigned: read.unsignedSerialized,
    });
    const { to, data, value, nonce, gasLimit, maxFeePerGas, maxPriorityFeePerGas } = read;
    expect({ chainId: 1, to, data, value, nonce, gasLimit, maxFeePerGas, maxPriorityFeePerGas }).toEqual(
      transaction,
    );
    expect(audit).toHaveBeenCalledExactlyOnceWith("transaction.signed", expect.objectContaining({ hash }));
  });

  it("shows the device typed data and both its hashes", async () => {
    const { factory, page } = world();
    const signing = (await factory.signerFor(account)).signTypedData(permit);
    const job = await page.sign();
    await signing;
    if (job.kind !== "typed-data") throw new Error("another kind");
    const data = JSON.parse(job.json);
    expect(data.types.EIP712Domain.map(({ name }: { name: string }) => name)).toEqual([
      "name",
      "version",
      "chainId",
      "verifyingContract",
    ]);
    expect(data.message.value).toBe(String(2n ** 256n - 1n));
    expect(job.domainHash).toBe(TypedDataEncoder.hashDomain(permit.domain));
    expect(keccak256(concat(["0x1901", job.domainHash, job.messageHash]))).toBe(jobDigest(job));
  });

  it.each(kinds)("gives a signature of a %s once it is verified, and logs it", async (kind, event, sign) => {
    const { factory, page, audit } = world();
    const signing = sign(await factory.signerFor(account));
    expect((await page.sign()).kind).toBe(kind);
    await signing;
    expect(audit).toHaveBeenCalledExactlyOnceWith(
      event,
      expect.objectContaining({ account: account.address }),
    );
  });

  it("signs nothing while the vault is locked, and nothing without its device's path", async () => {
    const { factory, desks } = world();
    const { path: _path, ...pathless } = account;
    await expect(factory.signerFor(pathless)).rejects.toMatchObject({ code: "account/unknown" });
    desks.unlocked = false;
    await expect(factory.signerFor(account)).rejects.toMatchObject({ code: "vault/locked" });
    expect(desks.job()).toBeUndefined();
  });

  it("confirms what another account does, over the words that were asked for", async () => {
    const { desk, page } = world();
    const bytes: Hex = `0x${Buffer.from("Send 5 ETH to …\nNonce: 1").toString("hex")}`;
    const confirming = secondFactorSignature(desk, account, bytes, "op-2");
    const job = await page.sign();
    expect(job).toMatchObject({ kind: "second-factor", bytes, operationId: "op-2" });
    expect(await confirming).toEqual(deviceSignature(job));
    const { path: _path, ...pathless } = account;
    await expect(secondFactorSignature(desk, pathless, bytes, undefined)).rejects.toMatchObject({
      code: "account/unknown",
    });
  });
});

const highS = (job: DeviceJob): SignatureParts => {
  const { v, r, s } = deviceSignature(job);
  return { v: v === 27 ? 28 : 27, r, s: `0x${(order - BigInt(s)).toString(16).padStart(64, "0")}` };
};

describe("67: a signature that does not verify is handed to nobody", () => {
  const wrong: [string, (job: DeviceJob) => SignatureParts][] = [
    ["another key", (job) => deviceSignature(job, `0x${"0c".repeat(32)}`)],
    [
      "other bytes",
      (job) => deviceSignature({ ...job, kind: "message", bytes: "0x6f74686572" } as DeviceJob, deviceKey),
    ],
    ["a high s, which chains refuse or let others change", highS],
    ["the other v", (job) => ({ ...deviceSignature(job), v: deviceSignature(job).v === 27 ? 28 : 27 })],
    ["nothing", () => ({ v: 27, r: "0x", s: "0x" })],
    ["zeros", () => ({ v: 27, r: `0x${"0".repeat(64)}`, s: `0x${"0".repeat(64)}` })],
    ["r beyond the curve", (job) => ({ ...deviceSignature(job), r: `0x${"f".repeat(64)}` })],
    ["a longer r", (job) => ({ ...deviceSignature(job), r: `0x00${deviceSignature(job).r.slice(2)}` })],
  ];

  it.each(kinds.flatMap(([kind, , sign]) => wrong.map(([what, answer]) => ({ kind, what, sign, answer }))))(
    "$kind: $what",
    async ({ kind, sign, answer }) => {
      const { factory, page, audit, desks } = world();
      const signing = sign(await factory.signerFor(account));
      const refused = expect(signing).rejects.toMatchObject({ code: "device/signature" });
      await expect(page.sign(answer)).rejects.toMatchObject({ code: "device/signature" });
      await refused;
      await turn();
      expect(audit).not.toHaveBeenCalled();
      expect(desks.audits).toEqual([
        ["device.refused", { account: account.address, kind, code: "device/signature" }],
      ]);
      expect(desks.job()).toBeUndefined();
    },
  );

  it("whatever comes in its place", async () => {
    const word = fc
      .uint8Array({ minLength: 32, maxLength: 32 })
      .map((bytes): Hex => `0x${Buffer.from(bytes).toString("hex")}`);
    const answers = fc.record({ v: fc.constantFrom(27 as const, 28 as const), r: word, s: word });
    await fc.assert(
      fc.asyncProperty(answers, async (answer) => {
        const { factory, page } = world();
        const signing = (await factory.signerFor(account)).signMessage("0x00");
        const refused = expect(signing).rejects.toMatchObject({ code: "device/signature" });
        await expect(page.sign(() => answer)).rejects.toMatchObject({ code: "device/signature" });
        await refused;
      }),
      { numRuns: 100 },
    );
  });
});

describe("typed data for a device", () => {
  it("is read from its JSON as it was hashed here", () => {
    const address = fc
      .uint8Array({ minLength: 20, maxLength: 20 })
      .map((bytes): Address => `0x${Buffer.from(bytes).toString("hex")}`);
    const bytes32 = fc
      .uint8Array({ minLength: 32, maxLength: 32 })
      .map((bytes): Hex => `0x${Buffer.from(bytes).toString("hex")}`);
    const domains = fc.record(
      {
        name: fc.string({ unit: "grapheme" }),
        version: fc.string(),
        chainId: fc.bigInt({ min: 1n, max: 2n ** 53n - 1n }),
        verifyingContract: address,
        salt: bytes32,
      },
      { requiredKeys: [] },
    );
    const messages = fc.record({
      text: fc.string({ unit: "grapheme" }),
      big: fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }),
      small: fc.bigInt({ min: -128n, max: 127n }),
      flag: fc.boolean(),
      id: bytes32,
      data: fc.uint8Array().map((bytes): Hex => `0x${Buffer.from(bytes).toString("hex")}`),
      people: fc.array(
        fc.record({ who: address, amounts: fc.array(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })) }),
      ),
    });
    const types = {
      Letter: [
        { name: "text", type: "string" },
        { name: "big", type: "uint256" },
        { name: "small", type: "int8" },
        { name: "flag", type: "bool" },
        { name: "id", type: "bytes32" },
        { name: "data", type: "bytes" },
        { name: "people", type: "Person[]" },
      ],
      Person: [
        { name: "who", type: "address" },
        { name: "amounts", type: "uint64[]" },
      ],
    };
    fc.assert(
      fc.property(domains, messages, (domain, message) => {
        const data: TypedData = { domain, primaryType: "Letter", types, message };
        const { json, domainHash, messageHash } = typedDataForDevice(data);
        const digest = typedDataDigest(data);
        const read = JSON.parse(json);
        const { EIP712Domain: _domain, ...own } = read.types;
        expect(TypedDataEncoder.hash(read.domain, own, read.message)).toBe(digest);
        expect(keccak256(concat(["0x1901", domainHash, messageHash]))).toBe(digest);
        expect(read.types.EIP712Domain.map(({ name }: { name: string }) => name)).toEqual(
          ["name", "version", "chainId", "verifyingContract", "salt"].filter((name) => name in read.domain),
        );
      }),
    );
  });
});
