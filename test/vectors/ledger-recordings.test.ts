import { keccak256 } from "ethers/crypto";
import { TypedDataEncoder } from "ethers/hash";
import { recoverAddress } from "ethers/transaction";
import { describe, expect, it } from "vitest";
import { host } from "../ledger-device/host.ts";
import { emulatorPhrase, type Recording, readRecordings, signers } from "../ledger-device/recordings.ts";
import { createSoftwareLedger } from "../ledger-device/software-ledger.ts";

const recordings = readRecordings();
const of = (...records: number[]) => recordings.filter(({ record }) => records.includes(record));
const titled = (list: Recording[]) => list.map((entry) => [`${entry.record}: ${entry.name}`, entry] as const);

const abandon =
  "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about";
const firstPath = [0x8000002c, 0x8000003c, 0x80000000, 0, 0];

/** What E0 04 carried: the pieces joined, without the path before them. */
function transactionIn({ exchanges }: Recording): string {
  const pieces = exchanges.map(({ request }) => request).filter((request) => request.startsWith("e004"));
  return pieces
    .map((piece) => {
      const data = piece.slice(10);
      return piece.slice(4, 6) === "00" ? data.slice(2 + 8 * Number.parseInt(data.slice(0, 2), 16)) : data;
    })
    .join("");
}

/** Of typed data by ethers, from the JSON: the types that the primary type reaches. */
function digestOf(json: string): string {
  const { types, primaryType, domain, message } = JSON.parse(json);
  const reached: Record<string, { name: string; type: string }[]> = {};
  const visit = (type: string) => {
    const name = type.replace(/\[.*$/, "");
    if (reached[name] || !types[name]) return;
    reached[name] = types[name];
    for (const field of types[name]) visit(field.type);
  };
  visit(primaryType);
  const verifyingContract = domain.verifyingContract?.toLowerCase();
  return TypedDataEncoder.hash(
    verifyingContract ? { ...domain, verifyingContract } : domain,
    reached,
    JSON.parse(JSON.stringify(message).replace(/"0x[0-9a-fA-F]{40}"/g, (address) => address.toLowerCase())),
  );
}

function signerOf(answer: string, digest: string): string {
  const v = Number.parseInt(answer.slice(0, 2), 16);
  const parity = v >= 27 ? v - 27 : v;
  return recoverAddress(digest, {
    v: 27 + parity,
    r: `0x${answer.slice(2, 66)}`,
    s: `0x${answer.slice(66, 130)}`,
  });
}

async function replay({ exchanges }: Recording, phrase: string): Promise<string[]> {
  const wire = host(createSoftwareLedger({ phrase, blindSigning: true }));
  const answers: string[] = [];
  for (const { request } of exchanges) answers.push(await wire.exchange(request));
  return answers;
}

const last = ({ exchanges }: Recording) => exchanges.at(-1)!;

describe("the recordings of Ledger's own tests", () => {
  it("are all there: nothing below passes on an empty list", () => {
    const counts = Object.fromEntries(
      Array.from({ length: 13 }, (_, i) => [i + 1, of(i + 1).length] as const),
    );
    expect(counts).toEqual({
      1: 1,
      2: 1,
      3: 1,
      4: 2,
      5: 1,
      6: 1,
      7: 1,
      8: 11,
      9: 4,
      10: 1,
      11: 11,
      12: 1,
      13: 3,
    });
    for (const { exchanges } of recordings) expect(exchanges.length).toBeGreaterThan(0);
  });

  it.each(titled(of(2, 3, 4, 5, 6, 7, 8)))(
    "%s: the signature recovers to its signer, by the keccak of exactly the bytes sent",
    (_, recording) => {
      expect(signerOf(last(recording).answer, keccak256(`0x${transactionIn(recording)}`))).toBe(
        recording.signer,
      );
    },
  );

  it.each(titled(of(9, 10, 11)))(
    "%s: the signature recovers to its signer, by the EIP-712 digest of its JSON",
    (_, recording) => {
      expect(signerOf(last(recording).answer, digestOf(recording.typedData!))).toBe(recording.signer);
    },
  );

  it.each(titled(of(1, 12)))(
    "%s: the key hashes to the address that stands beside it",
    (_, { exchanges, signer }) => {
      for (const { answer } of exchanges) {
        expect(answer.slice(0, 2)).toBe("41");
        const hashed = keccak256(`0x${answer.slice(4, 132)}`).slice(-40);
        const said = Buffer.from(answer.slice(134, 214), "hex").toString("ascii");
        expect(said.toLowerCase()).toBe(hashed);
        expect(`0x${said}`).toBe(signer);
      }
    },
  );
});

describe("the software Ledger beside the recordings", () => {
  it("has the addresses of the emulator's phrase and of abandon … about", () => {
    expect(createSoftwareLedger({ phrase: emulatorPhrase }).addressAt(firstPath)).toBe(signers.b);
    const path = [0x8000002c, 0x8000003c, 0x80000000, 0x80000000, 0];
    expect(createSoftwareLedger({ phrase: abandon }).addressAt(path)).toBe(signers.abandon);
  });

  it.each(titled(of(6, 7, 9)))(
    "%s: with the emulator's phrase every answer is the recorded one, byte for byte, the signature too",
    async (_, recording) => {
      expect(await replay(recording, emulatorPhrase)).toEqual(
        recording.exchanges.map(({ answer }) => answer),
      );
    },
  );

  it.each(titled(of(12)))("%s: the same answer byte for byte", async (_, recording) => {
    expect(await replay(recording, abandon)).toEqual(recording.exchanges.map(({ answer }) => answer));
  });

  it.each(titled(of(2, 3, 4, 5)))(
    "%s: takes the requests, answers them as recorded but for the signature, and signs the same digest",
    async (_, recording) => {
      const answers = await replay(recording, abandon);
      expect(answers.slice(0, -1)).toEqual(recording.exchanges.slice(0, -1).map(({ answer }) => answer));
      const own = createSoftwareLedger({ phrase: abandon }).addressAt(firstPath);
      expect(signerOf(answers.at(-1)!, keccak256(`0x${transactionIn(recording)}`))).toBe(own);
    },
  );

  it.each(titled(of(10, 11)))(
    "%s: hashes the streamed structs to the digest that Ledger's signature is for",
    async (_, recording) => {
      const answers = await replay(recording, abandon);
      expect(answers.slice(0, -1)).toEqual(recording.exchanges.slice(0, -1).map(({ answer }) => answer));
      const own = createSoftwareLedger({ phrase: abandon }).addressAt(firstPath);
      expect(signerOf(answers.at(-1)!, digestOf(recording.typedData!))).toBe(own);
    },
  );

  it.each(titled(of(8)))("%s: signs the legacy transaction, v 27 or 28", async (_, recording) => {
    const exchanges = recording.exchanges.filter(({ request }) => request.startsWith("e004"));
    const [answer] = await replay({ ...recording, exchanges }, abandon);
    expect(answer!.slice(0, 2)).toMatch(/^1[bc]$/);
    const own = createSoftwareLedger({ phrase: abandon }).addressAt(firstPath);
    const path = exchanges[0]!.request.slice(10, 52);
    expect(path).toBe("058000002c8000003c800000000000000000000000");
    expect(signerOf(answer!, keccak256(`0x${transactionIn(recording)}`))).toBe(own);
  });

  it.each(titled(of(13)))("%s: names its app and version in the same layout", async (_, recording) => {
    const recorded = last(recording).answer;
    const version = recording.name.replace("version-", "");
    const ledger = createSoftwareLedger({ phrase: abandon, ethereumVersion: version });
    expect(await host(ledger).exchange(last(recording).request)).toBe(recorded);
  });
});
