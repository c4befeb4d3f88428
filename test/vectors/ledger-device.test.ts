import { secp256k1 } from "@noble/curves/secp256k1.js";
import { keccak_256 } from "@noble/hashes/sha3.js";
import { describe, expect, it, vi } from "vitest";
import { concat, fromHex, toHex } from "../ledger-device/apdu.ts";
import { host } from "../ledger-device/host.ts";
import { createSoftwareLedger, type SoftwareLedgerOptions } from "../ledger-device/software-ledger.ts";

const phrase =
  "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about";
const firstAddress = "0x9858EfFD232B4033E47d90003D41EC34EcaEda94";
const path = "058000002c8000003c800000000000000000000000";
const indexes = [0x8000002c, 0x8000003c, 0x80000000, 0, 0];

const versionQuestion = "b001000000";
const addressQuestion = `e002000015${path}`;
const text = (hex: string) => new TextDecoder().decode(fromHex(hex));
const apdu = (head: string, data: string) => head + (data.length / 2).toString(16).padStart(2, "0") + data;

const hello = apdu("e0080000", `${path}00000005${toHex(new TextEncoder().encode("Hello"))}`);
const helloDigest = keccak_256(new TextEncoder().encode("\x19Ethereum Signed Message:\n5Hello"));
// 0.01 ether on Sepolia, without and with four bytes of call data.
const plain =
  "02f283aa36a703843b9aca008504a817c80082520894b2bb2b958afa2e96dab3f3ce7162b87daea39017872386f26fc1000080c0";
const call =
  "02f683aa36a703843b9aca008504a817c80082520894b2bb2b958afa2e96dab3f3ce7162b87daea39017872386f26fc1000084d0e30db0c0";
const plainQuestion = apdu("e0040000", path + plain);
const callQuestion = apdu("e0040000", path + call);
const hashesQuestion = apdu("e00c0000", `${path}${"11".repeat(32)}${"22".repeat(32)}`);

const device = (options: Partial<SoftwareLedgerOptions> = {}) => {
  const ledger = createSoftwareLedger({ phrase, ...options });
  return { ledger, wire: host(ledger) };
};

function signerOf(answer: string, digest: Uint8Array): string {
  const bytes = fromHex(answer);
  const parity = bytes[0]! >= 27 ? bytes[0]! - 27 : bytes[0]!;
  const key = secp256k1.recoverPublicKey(concat([parity], bytes.slice(1, 65)), digest, { prehash: false });
  const hash = toHex(keccak_256(secp256k1.Point.fromBytes(key).toBytes(false).slice(1)).slice(12));
  return `0x${hash}`;
}

describe("the software Ledger's systems", () => {
  it("on the dashboard names itself BOLOS, opens an app after a question, and goes off the bus for it", async () => {
    const { ledger, wire } = device({ app: "BOLOS" });
    const plugged: [boolean, number][] = [];
    ledger.onPlug((on) => plugged.push([on, ledger.productId]));
    expect(text((await wire.exchange(versionQuestion)).slice(4, 14))).toBe("BOLOS");
    expect(await wire.exchange("e0d8000008457468657265756d")).toBe("9000");
    await vi.waitUntil(() => plugged.length === 2);
    expect(plugged).toEqual([
      [false, 0x5011],
      [true, 0x5015],
    ]);
    expect(ledger.shown()).toEqual([["Open app", "Ethereum"]]);
    expect(ledger.askedToOpen).toEqual(["Ethereum"]);
    expect(await wire.exchange(addressQuestion)).toMatch(/9000$/);
  });

  it("opens nothing that is refused (5501) or not installed (6807), and no second app from an app (6d00)", async () => {
    const { ledger, wire } = device({
      app: "BOLOS",
      installed: ["Bitcoin", "Ethereum"],
      answerWith: "refuse",
    });
    expect(await wire.exchange("e0d8000008457468657265756d")).toBe("5501");
    expect(await wire.exchange("e0d80000054e454152")).toBe("6700");
    expect(await wire.exchange("e0d80000044e454152")).toBe("6807");
    expect(ledger.app).toBe("BOLOS");
    expect(await device().wire.exchange("e0d8000007426974636f696e")).toBe("6d00");
  });

  it("closes an app by B0 A7", async () => {
    const { ledger, wire } = device();
    expect(await wire.exchange("b0a7000000")).toBe("9000");
    await vi.waitUntil(() => ledger.plugged && ledger.app === "BOLOS");
    expect(ledger.productId).toBe(0x5011);
  });

  it("answers 6d00 in another app and for unknown instructions, 6e00 for unknown classes", async () => {
    expect(await device({ app: "Bitcoin" }).wire.exchange(addressQuestion)).toBe("6d00");
    expect(await device({ app: "BOLOS" }).wire.exchange(addressQuestion)).toBe("6d00");
    const { wire } = device();
    expect(await wire.exchange("e020000000")).toBe("6d00");
    expect(await wire.exchange("f004000000")).toBe("6e00");
  });

  it("locked, answers 5515 to everything, and goes on after the PIN", async () => {
    const { ledger, wire } = device({ locked: true });
    expect(await wire.exchange(versionQuestion)).toBe("5515");
    expect(await wire.exchange(addressQuestion)).toBe("5515");
    ledger.unlock();
    expect(await wire.exchange(versionQuestion)).toBe("0108457468657265756d06312e31332e3001009000");
  });

  it("says its settings and version in E0 06", async () => {
    const { ledger, wire } = device({ ethereumVersion: "1.10.4" });
    expect(await wire.exchange("e006000000")).toBe("02010a049000");
    ledger.setBlindSigning(true);
    expect(await wire.exchange("e006000000")).toBe("03010a049000");
  });
});

describe("the software Ledger's Ethereum app", () => {
  it("gives the address silently, with a chain code when asked, and shows it when asked", async () => {
    const { ledger, wire } = device();
    const answer = await wire.exchange(addressQuestion);
    expect(`0x${text(answer.slice(134, 214))}`).toBe(firstAddress);
    expect(ledger.shown()).toEqual([]);
    expect((await wire.exchange(`e002000115${path}`)).length).toBe(answer.length + 64);
    await wire.exchange(`e002010015${path}`);
    expect(ledger.shown()).toEqual([["Verify Ethereum address", `Address ${firstAddress}`]]);
    ledger.answerWith = "refuse";
    expect(await wire.exchange(`e002010015${path}`)).toBe("6985");
  });

  it("signs a message, shown as text or, where it is none, as hex", async () => {
    const { ledger, wire } = device();
    expect(signerOf(await wire.exchange(hello), helloDigest)).toBe(firstAddress.toLowerCase());
    await wire.exchange(apdu("e0080000", `${path}00000002ff00`));
    expect(ledger.shown()).toEqual([
      ["Review message", "Message Hello", "Sign message"],
      ["Review message", "Message 0xff00", "Sign message"],
    ]);
  });

  it.each([1, 57, 100, 150, 234])(
    "joins a transaction from pieces of %i bytes by its RLP length",
    async (size) => {
      const { ledger, wire } = device({ blindSigning: true });
      const long = `02f9012c83aa36a703843b9aca008504a817c80082520894b2bb2b958afa2e96dab3f3ce7162b87daea39017872386f26fc10000b90100${"ab".repeat(256)}c0`;
      const fields = fromHex(long);
      // The list's own length is set by hand here, so that this test does not lean on an encoder.
      const body = fields.length - 4;
      fields.set([0xf9, body >> 8, body & 0xff], 1);
      let answer = "";
      for (let at = 0; at < fields.length; at += size) {
        const piece = toHex(fields.slice(at, at + size));
        answer = await wire.exchange(at === 0 ? apdu("e0040000", path + piece) : apdu("e0048000", piece));
        if (at + size < fields.length) expect(answer).toBe("9000");
      }
      expect(signerOf(answer, keccak_256(fields))).toBe(firstAddress.toLowerCase());
      expect(ledger.shown()).toHaveLength(1);
    },
  );

  it("shows what a transaction does, and nothing of it when it is refused", async () => {
    const { ledger, wire } = device();
    const answer = await wire.exchange(plainQuestion);
    expect(signerOf(answer, keccak_256(fromHex(plain)))).toBe(firstAddress.toLowerCase());
    expect(ledger.shown()).toEqual([
      [
        "Review transaction",
        `From ${firstAddress}`,
        "Amount ETH 0.01",
        "To 0xB2BB2b958aFA2e96dAb3F3Ce7162B87dAea39017",
        "Network 11155111",
        "Max fees ETH 0.00042",
        "Sign transaction",
      ],
    ]);
    ledger.answerWith = "refuse";
    expect(await wire.exchange(plainQuestion)).toBe("6985");
  });

  it("signs call data and hashes only with blind signing on", async () => {
    const { ledger, wire } = device();
    expect(await wire.exchange(callQuestion)).toBe("6a80");
    expect(await wire.exchange(hashesQuestion)).toBe("6a80");
    expect(ledger.shown()).toEqual([]);
    ledger.setBlindSigning(true);
    expect(signerOf(await wire.exchange(callQuestion), keccak_256(fromHex(call)))).toBe(
      firstAddress.toLowerCase(),
    );
    expect(await wire.exchange(hashesQuestion)).toMatch(/9000$/);
    expect(ledger.shown()[0]![0]).toBe("Blind signing ahead");
    expect(ledger.shown()[1]).toEqual([
      "Blind signing ahead",
      "Review typed message",
      `Domain hash 0x${"11".repeat(32)}`,
      `Message hash 0x${"22".repeat(32)}`,
      "Sign message",
    ]);
  });

  it("before 1.12.0 signs hashes without blind signing, before 1.9.19 has no E0 1A", async () => {
    expect(await device({ ethereumVersion: "1.11.3" }).wire.exchange(hashesQuestion)).toMatch(/9000$/);
    const name = apdu("e01a0000", toHex(new TextEncoder().encode("EIP712Domain")));
    expect(await device({ ethereumVersion: "1.9.18" }).wire.exchange(name)).toBe("6d00");
    expect(await device({ typedDataFields: false }).wire.exchange(name)).toBe("6d00");
    expect(await device().wire.exchange(name)).toBe("9000");
  });

  it("refuses other types of transactions (6501), damaged ones and paths without end (6a80)", async () => {
    const { wire } = device();
    expect(await wire.exchange(apdu("e0040000", `${path}03c0`))).toBe("6501");
    expect(await wire.exchange(apdu("e0040000", `${path}02c0`))).toBe("6a80");
    expect(await wire.exchange(apdu("e0040000", `${path}${plain}00`))).toBe("6a80");
    expect(await wire.exchange("e002000003058000")).toBe("6a80");
    expect(await wire.exchange("e0020000010b")).toBe("6a80");
  });
});

describe("whoever holds the software Ledger", () => {
  it("is waited for: the answer goes out when a button is pressed", async () => {
    const { ledger, wire } = device({ answerWith: "wait" });
    const answer = wire.exchange(hello);
    await vi.waitUntil(() => ledger.screen());
    expect(ledger.screen()).toEqual(["Review message", "Message Hello", "Sign message"]);
    expect(wire.packets).toEqual([]);
    ledger.press("refuse");
    expect(await answer).toBe("6985");
    expect(ledger.screen()).toBeUndefined();
    expect(() => ledger.press("approve")).toThrow();
  });

  it("has another screen when another command comes, and what is pressed for the lost one goes nowhere", async () => {
    const { ledger, wire } = device({ answerWith: "wait" });
    wire.send(hello);
    await vi.waitUntil(() => ledger.screen());
    expect(await wire.exchange(versionQuestion)).toMatch(/9000$/);
    const before = wire.packets.length;
    expect(ledger.screen()).toBeDefined();
    ledger.press("approve");
    await vi.waitUntil(() => !ledger.screen());
    expect(await wire.exchange(versionQuestion)).toMatch(/9000$/);
    expect(wire.packets.length).toBe(before + 1);
  });

  it("is not asked twice: a second message while one stands there is 6986, and after an address it is taken", async () => {
    const { ledger, wire } = device({ answerWith: "wait" });
    wire.send(hello);
    await vi.waitUntil(() => ledger.screen());
    expect(await wire.exchange(hello)).toBe("6986");
    expect(ledger.screen()).toBeUndefined();
    wire.send(hello);
    await vi.waitUntil(() => ledger.screen());
    await wire.exchange(addressQuestion);
    const answer = wire.exchange(hello);
    await vi.waitUntil(() => ledger.shown().length === 3);
    ledger.press("approve");
    expect(signerOf(await answer, helloDigest)).toBe(firstAddress.toLowerCase());
  });

  it("pulls the cable: nothing is answered any more, and what was received by half is forgotten", async () => {
    const { ledger, wire } = device({ answerWith: "wait" });
    wire.send(hello);
    await vi.waitUntil(() => ledger.screen());
    ledger.unplug();
    expect(ledger.screen()).toBeUndefined();
    expect(() => ledger.write(new Uint8Array(64))).toThrow();
    ledger.plugIn();
    expect(await wire.exchange(versionQuestion)).toMatch(/9000$/);
    expect(wire.packets).toHaveLength(1);
  });

  it("sets it up with another phrase or a passphrase: other addresses", () => {
    const { ledger } = device();
    expect(ledger.addressAt(indexes)).toBe(firstAddress);
    ledger.setPhrase(phrase, "another");
    expect(ledger.addressAt(indexes)).not.toBe(firstAddress);
  });
});
