import { keccak_256 } from "@noble/hashes/sha3.js";
import { recoverAddress } from "ethers/transaction";
import { describe, expect, it, vi } from "vitest";
import { fakeHid } from "../ledger-device/fake-hid.ts";
import { host } from "../ledger-device/host.ts";
import { createSoftwareLedger, type SoftwareLedgerOptions } from "../ledger-device/software-ledger.ts";

const phrase =
  "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about";
const firstAddress = "0x9858EfFD232B4033E47d90003D41EC34EcaEda94";
const addressQuestion = "e002000015058000002c8000003c800000000000000000000000";
const versionQuestion = "b001000000";
const message = "e00800001e058000002c8000003c8000000000000000000000000000000548656c6c6f";
const digest = `0x${Buffer.from(keccak_256(new TextEncoder().encode("\x19Ethereum Signed Message:\n5Hello"))).toString("hex")}`;
const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

const device = (options: Partial<SoftwareLedgerOptions> = {}) => {
  const ledger = createSoftwareLedger({ phrase, ...options });
  return { ledger, wire: host(ledger, 0xbeef) };
};
const word = (packet: Uint8Array | undefined, at: number) => new DataView(packet!.buffer).getUint16(at);

describe("the software Ledger's frames", () => {
  it("answer on the channel of the request, in 57 and 59 bytes, padded with zeros", async () => {
    const { wire } = device();
    const answer = await wire.exchange(addressQuestion);
    const [first, second] = wire.packets;
    expect(wire.packets).toHaveLength(2);
    for (const packet of wire.packets) expect(packet.buffer.byteLength).toBe(64);
    expect([word(first, 0), first![2], word(first, 3), word(first, 5)]).toEqual([
      0xbeef,
      5,
      0,
      answer.length / 2,
    ]);
    expect([word(second, 0), second![2], word(second, 3)]).toEqual([0xbeef, 5, 1]);
    expect([...second!.slice(5 + answer.length / 2 - 57)].every((byte) => byte === 0)).toBe(true);
  });

  it("are spoilt as told, once, and the next exchange is in order", async () => {
    const { ledger, wire } = device();
    const right = await wire.exchange(addressQuestion);
    const take = async (kind: "garbage" | "truncated" | "wrong-sequence" | "wrong-channel") => {
      const at = wire.packets.length;
      ledger.fault({ kind });
      wire.send(addressQuestion);
      await vi.waitUntil(() => wire.packets.length >= at + (kind === "truncated" ? 1 : 2));
      return wire.packets.slice(at);
    };
    expect((await take("garbage"))[0]![2]).not.toBe(5);
    expect(await take("truncated")).toHaveLength(1);
    expect((await take("wrong-sequence")).map((packet) => word(packet, 3))).toEqual([1, 2]);
    expect((await take("wrong-channel")).every((packet) => word(packet, 0) !== 0xbeef)).toBe(true);
    expect(await wire.exchange(addressQuestion)).toBe(right);
  });

  it("announce a wrong length, say nothing, or carry what a test puts in their place", async () => {
    const { ledger, wire } = device();
    const right = await wire.exchange(versionQuestion);
    ledger.fault({ kind: "wrong-length", by: 32 });
    wire.send(versionQuestion);
    await vi.waitUntil(() => wire.packets.length === 2);
    expect(word(wire.packets[1], 5)).toBe(right.length / 2 + 32);
    ledger.fault({ kind: "silent" }, { instruction: 0x02 });
    wire.send(addressQuestion);
    expect(await wire.exchange(versionQuestion)).toBe(right);
    expect(wire.packets).toHaveLength(3);
    ledger.fault({ kind: "packets", packets: [new Uint8Array(64).fill(7), new Uint8Array(64).fill(8)] });
    wire.send(versionQuestion);
    await vi.waitUntil(() => wire.packets.length === 5);
    expect(wire.packets.slice(3).map((packet) => packet[63])).toEqual([7, 8]);
    ledger.fault({ kind: "status", word: 0x6a84 });
    expect(await wire.exchange(versionQuestion)).toBe("6a84");
    ledger.fault({ kind: "answer", bytes: Uint8Array.of(1, 2, 0x90, 0) });
    expect(await wire.exchange(versionQuestion)).toBe("01029000");
  });

  it("stop in the middle when the cable is pulled, on the way in and on the way out", async () => {
    const { ledger, wire } = device();
    ledger.fault({ kind: "unplug-in-answer", afterPackets: 1 }, { instruction: 0x02 });
    expect(await wire.exchange(versionQuestion)).toMatch(/9000$/);
    wire.send(addressQuestion);
    await vi.waitUntil(() => !ledger.plugged);
    expect(wire.packets).toHaveLength(2);
    ledger.plugIn();
    ledger.fault({ kind: "unplug-in-request", afterPackets: 1 }, { instruction: 0x08 });
    const long = `e0080000ff058000002c8000003c800000000000000000000000000003e8${"41".repeat(230)}`;
    expect(() => wire.send(long)).toThrow();
    expect(ledger.plugged).toBe(false);
    expect(ledger.shown()).toEqual([]);
  });

  it("come late when told so", async () => {
    const { ledger, wire } = device();
    ledger.fault({ kind: "delay", milliseconds: 30 }, { times: 2 });
    expect(await wire.exchange(versionQuestion)).toMatch(/9000$/);
    expect(await wire.exchange(versionQuestion)).toMatch(/9000$/);
  });
});

describe("the software Ledger's spoilt signatures", () => {
  const parts = (answer: string) => ({
    v: Number.parseInt(answer.slice(0, 2), 16),
    r: `0x${answer.slice(2, 66)}`,
    s: BigInt(`0x${answer.slice(66, 130)}`),
  });
  const signer = (answer: string) => {
    const { v, r, s } = parts(answer);
    return recoverAddress(digest, { v, r, s: `0x${s.toString(16).padStart(64, "0")}` });
  };

  it("are by another key, or of other bytes, and only once", async () => {
    const { ledger, wire } = device();
    const right = await wire.exchange(message);
    expect(signer(right)).toBe(firstAddress);
    for (const how of ["other-key", "other-bytes"] as const) {
      ledger.fault({ kind: "signature", how });
      expect(signer(await wire.exchange(message))).not.toBe(firstAddress);
    }
    expect(await wire.exchange(message)).toBe(right);
  });

  it("have the high one of the two s, which belongs to the same key", async () => {
    const { ledger, wire } = device();
    const low = parts(await wire.exchange(message));
    ledger.fault({ kind: "signature", how: "high-s" });
    const high = parts(await wire.exchange(message));
    expect(high.s).toBe(order - low.s);
    expect(low.s < order / 2n).toBe(true);
    expect([high.r, high.v]).toEqual([low.r, 55 - low.v]);
    ledger.fault({ kind: "signature", how: "zeros" });
    expect(await wire.exchange(message)).toBe(`1b${"0".repeat(128)}9000`);
  });
});

describe("the WebHID in front of it", () => {
  const filters = [{ vendorId: 0x2c97 }];
  const setUp = (
    options: Parameters<typeof fakeHid>[1] = {},
    device: Partial<SoftwareLedgerOptions> = {},
  ) => {
    const ledger = createSoftwareLedger({ phrase, ...device });
    const fake = fakeHid(ledger, options);
    const events: string[] = [];
    for (const type of ["connect", "disconnect"]) fake.hid.addEventListener(type, () => events.push(type));
    return { ledger, fake, hid: fake.hid, events };
  };

  it("lists nothing before the person chose, and the chosen device afterwards", async () => {
    const { hid, fake } = setUp();
    expect(await hid.getDevices()).toEqual([]);
    fake.userChooses = "none";
    expect(await hid.requestDevice({ filters })).toEqual([]);
    expect(await hid.getDevices()).toEqual([]);
    fake.userChooses = 0;
    const [chosen] = await hid.requestDevice({ filters });
    expect(await hid.getDevices()).toEqual([chosen]);
    expect(fake.dialogs).toBe(2);
    expect(await hid.requestDevice({ filters: [{ vendorId: 1 }] })).toEqual([]);
    fake.revoke();
    expect(await hid.getDevices()).toEqual([]);
  });

  it("opens once, sends and reports packets whose buffer is theirs alone", async () => {
    const { hid } = setUp({ granted: true });
    const [open] = await hid.getDevices();
    await expect(open!.sendReport(0, new Uint8Array(64))).rejects.toMatchObject({
      name: "InvalidStateError",
    });
    await open!.open();
    await expect(open!.open()).rejects.toMatchObject({ name: "InvalidStateError" });
    const reports: DataView[] = [];
    open!.oninputreport = (event) => reports.push((event as Event & { data: DataView }).data);
    open!.addEventListener("inputreport", (event) =>
      reports.push((event as Event & { data: DataView }).data),
    );
    await open!.sendReport(0, Uint8Array.of(1, 1, 5, 0, 0, 0, 5, 0xb0, 1, 0, 0, 0));
    await vi.waitUntil(() => reports.length === 2);
    expect(reports[0]!.buffer.byteLength).toBe(64);
    expect(reports[0]!.getUint16(0)).toBe(0x0101);
  });

  it("does not open what another program holds", async () => {
    const { hid, fake } = setUp({ granted: true, busy: true });
    const [held] = await hid.getDevices();
    await expect(held!.open()).rejects.toMatchObject({ name: "NotAllowedError" });
    fake.busy = false;
    await held!.open();
    expect(held!.opened).toBe(true);
  });

  it("tells of plugging in and out, with another object and product id after the app opened", async () => {
    const { hid, ledger, events } = setUp({ granted: true }, { app: "BOLOS" });
    const [before] = await hid.getDevices();
    await before!.open();
    ledger.openApp("Ethereum");
    await vi.waitUntil(() => events.length === 2);
    expect(events).toEqual(["disconnect", "connect"]);
    const [after] = await hid.getDevices();
    expect(after).not.toBe(before);
    expect([before!.productId, after!.productId]).toEqual([0x5011, 0x5015]);
    expect(before!.opened).toBe(false);
    await expect(before!.open()).rejects.toMatchObject({ name: "NotAllowedError" });
  });

  it("asks again for the app's product id where grants are by product id", async () => {
    const { hid, ledger, events } = setUp({ granted: true, grantByProductId: true }, { app: "BOLOS" });
    expect(await hid.getDevices()).toHaveLength(1);
    ledger.openApp("Ethereum");
    await vi.waitUntil(() => ledger.plugged);
    expect(events).toEqual(["disconnect"]);
    expect(await hid.getDevices()).toEqual([]);
    await hid.requestDevice({ filters });
    expect(await hid.getDevices()).toHaveLength(1);
  });
});
