import { TypedDataEncoder } from "ethers/hash";
import { Transaction } from "ethers/transaction";
import { hexlify, toUtf8Bytes } from "ethers/utils";
import { describe, expect, it } from "vitest";
import type { Hex } from "../../core/account/account.ts";
import type { DeviceJob } from "../../core/device/job.ts";
import { deviceScreens } from "./device-screens.ts";

const common = {
  id: "j1",
  deviceId: "d1",
  address: "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266",
  path: "m/44'/60'/0'/0/0",
  createdAt: 1,
} as const;
const to = "0x6fac4d18c912343bf86fa7049364dd4e424ab9c0";

/** Written by another library than the one that reads it here. */
const transaction = (fields: { to?: string | null; value?: bigint; data?: string }): Transaction =>
  Transaction.from({
    type: 2,
    chainId: 560_048,
    nonce: 7,
    maxFeePerGas: 2_000_000_000n,
    maxPriorityFeePerGas: 1n,
    gasLimit: 21_000n,
    to,
    value: 15n,
    ...fields,
  });
const job = (made: Transaction): DeviceJob => ({
  ...common,
  kind: "transaction",
  chainId: 560_048,
  unsigned: made.unsignedSerialized as Hex,
});

describe("what a device shows", () => {
  it("of a plain transfer: amount, recipient, highest fee, network", () => {
    expect(deviceScreens(job(transaction({})))).toEqual({
      form: "transfer",
      screens: [
        { kind: "amount", wei: 15n },
        { kind: "recipient", address: to },
        { kind: "fee", wei: 42_000_000_000_000n },
        { kind: "network", chainId: 560_048 },
      ],
    });
  });

  it("of a call: the contract instead, and the hash of exactly what is signed", () => {
    const call = transaction({ value: 0n, data: "0xa9059cbb" });
    const { form, screens } = deviceScreens(job(call));
    expect(form).toBe("blind");
    expect(screens).toContainEqual({ kind: "amount", wei: 0n });
    expect(screens).toContainEqual({ kind: "contract", address: to });
    expect(screens.at(-1)).toEqual({ kind: "transaction-hash", hash: call.unsignedHash });
  });

  it("of a deployment: that it makes a contract", () => {
    const { form, screens } = deviceScreens(job(transaction({ to: null, data: "0x6000" })));
    expect(form).toBe("blind");
    expect(screens).toContainEqual({ kind: "deploy" });
  });

  it.each(["0x", "0x02", "0x02c0", "0x01f800", "0x02ff", "0xf86b"] as Hex[])(
    "of bytes that are no such transaction: nothing is claimed (%s)",
    (unsigned) => {
      const read = deviceScreens({ ...common, kind: "transaction", chainId: 1, unsigned });
      expect(read).toEqual({ form: "unreadable", screens: [] });
    },
  );

  const types = {
    Mail: [
      { name: "text", type: "string" },
      { name: "to", type: "address" },
    ],
  };
  const domain = { name: "Post", chainId: 1 };
  const message = { text: "hi\u202e", to };
  const json = JSON.stringify(TypedDataEncoder.getPayload(domain, types, message));
  const typed: DeviceJob = {
    ...common,
    kind: "typed-data",
    json,
    domainHash: TypedDataEncoder.hashDomain(domain) as Hex,
    messageHash: TypedDataEncoder.hashStruct("Mail", types, message) as Hex,
  };

  it("of typed data: every field, with what is invisible written out, and the hash that may stand in their place", () => {
    const { form, screens } = deviceScreens(typed);
    expect(form).toBe("fields");
    const values = screens.map((each) => (each.kind === "field" ? each.value : each.kind));
    expect(values).toContain("Post");
    expect(values).toContain("hi⟨U+202E⟩");
    expect(screens.at(-1)).toEqual({ kind: "message-hash", hash: typed.messageHash });
  });

  it("of typed data that it cannot take apart: both hashes", () => {
    expect(deviceScreens(typed, "hashes")).toEqual({
      form: "hashes",
      screens: [
        { kind: "domain-hash", hash: TypedDataEncoder.hashDomain(domain) },
        { kind: "message-hash", hash: TypedDataEncoder.hashStruct("Mail", types, message) },
      ],
    });
    expect(deviceScreens({ ...typed, json: "{" }).form).toBe("hashes");
  });

  it("of a text and of a second factor's text: the text, or the bytes that are none", () => {
    const bytes = hexlify(toUtf8Bytes("Weir: Anna sends 1 ETH")) as Hex;
    const screen = { kind: "text", text: "Weir: Anna sends 1 ETH", isText: true };
    expect(deviceScreens({ ...common, kind: "message", bytes }).screens).toEqual([screen]);
    expect(deviceScreens({ ...common, kind: "second-factor", bytes }).screens).toEqual([screen]);
    const raw = deviceScreens({ ...common, kind: "message", bytes: "0xff00" }).screens;
    expect(raw).toEqual([{ kind: "text", text: "0xff00", isText: false }]);
  });
});
