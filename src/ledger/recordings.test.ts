import { Transaction } from "ethers/transaction";
import { describe, expect, it } from "vitest";
import { fromHex, toHex } from "../../test/ledger-device/apdu.ts";
import { emulatorPhrase, readRecordings } from "../../test/ledger-device/recordings.ts";
import type { DeviceJob } from "../core/device/job.ts";
import { deviceWorld } from "./device.test-kit.ts";

/** The BIP-32 path at the front of a request's data, and what follows it. */
function pathOf(data: Uint8Array): { path: string; steps: number[]; rest: Uint8Array } {
  const count = data[0] ?? 0;
  const view = new DataView(data.buffer, data.byteOffset);
  const steps = Array.from({ length: count }, (_, at) => view.getUint32(1 + 4 * at));
  const text = steps.map((step) => (step >= 2 ** 31 ? `${step - 2 ** 31}'` : `${step}`));
  return { path: `m/${text.join("/")}`, steps, rest: data.slice(1 + 4 * count) };
}

const dataOf = (request: string): Uint8Array => fromHex(request).slice(5);

/** The payload of a transaction's chunks, in whatever pieces it was sent. */
const joined = (requests: readonly string[]): string =>
  requests
    .filter((request) => request.startsWith("e004"))
    .map((request) => toHex(dataOf(request)))
    .join("");

/** v, r and s of a recorded answer. */
const signatureIn = (answer: string) => ({
  parity: Number.parseInt(answer.slice(0, 2), 16) % 27,
  r: `0x${answer.slice(2, 66)}`,
  s: `0x${answer.slice(66, 130)}`,
});

const recordings = readRecordings();
// Legacy transactions (record 8) are never made here; descriptions of tokens and plug-ins come from Ledger's servers.
const typed = recordings.filter(({ record }) => record >= 2 && record <= 7);

describe("recorded exchanges of the Ethereum app", () => {
  it("are there", () => {
    expect(typed.length).toBeGreaterThanOrEqual(6);
  });

  it.each(typed.map((recording) => [recording.name, recording] as const))(
    "“%s”: the same bytes are sent to sign, though in larger pieces",
    async (_, { exchanges, signer, record }) => {
      const recorded = joined(exchanges.map(({ request }) => request));
      const { path, steps, rest } = pathOf(fromHex(recorded));
      const unsigned = `0x${toHex(rest)}` as const;
      const last = exchanges.at(-1)?.answer ?? "";
      const { open, options, device } = deviceWorld({ blindSigning: true, phrase: emulatorPhrase });
      const session = await open();
      const seedB = record === 6 || record === 7;
      if (seedB) expect(device.addressAt(steps)).toBe(signer);
      const job = {
        id: "job",
        deviceId: "device",
        address: device.addressAt(steps),
        path,
        createdAt: 1,
        kind: "transaction",
        chainId: Number(Transaction.from(unsigned).chainId),
        unsigned,
      } as DeviceJob;
      const before = device.requests.length;
      // Of another seed there is the recorded answer alone.
      const oneChunk = recorded.length / 2 <= 255;
      if (!seedB && oneChunk) device.fault({ kind: "answer", bytes: fromHex(last) }, { instruction: 0x04 });
      const signature = await session.sign(job, options());
      expect(joined(device.requests.slice(before))).toBe(recorded);
      if (seedB || oneChunk) {
        const { parity, r, s } = signatureIn(last);
        expect(signature).toEqual({ v: 27 + parity, r, s });
      }
      // Where it fits into one piece of both libraries, the request is theirs byte for byte.
      const theirs = exchanges.map(({ request }) => request).filter((request) => request.startsWith("e004"));
      if (theirs.length === 1) expect(device.requests).toContain(theirs[0]);
    },
  );

  const addresses = recordings.filter(({ record }) => record === 12);
  it.each(addresses.map((recording) => [recording.name, recording] as const))(
    "“%s”: the same request, and the address of the recorded answer",
    async (_, { exchanges, signer }) => {
      const [exchange] = exchanges;
      const { path } = pathOf(dataOf(exchange?.request ?? ""));
      const { open, options, device } = deviceWorld({
        phrase: `${"abandon ".repeat(11)}about`,
      });
      const session = await open();
      expect(await session.addressAt(path, { ...options(), show: false })).toBe(signer);
      const sent = device.requests.find((request) => request.startsWith("e002"));
      // The path is the same; behind it the library may tell a chain.
      expect(sent?.slice(10)).toContain(exchange?.request.slice(10));
    },
  );

  const typedData = recordings.filter(({ typedData }) => typedData !== undefined);
  it.each(typedData.map((recording) => [recording.name, recording] as const))(
    "typed data “%s”: types, values and the request to sign are the same",
    async (_, recording) => {
      const commands = (requests: readonly string[]) =>
        requests.filter((request) => /^e0(1a|1c|0c)/.test(request));
      const recorded = recording.exchanges.map(({ request }) => request);
      const request = recorded.find((one) => one.startsWith("e00c")) ?? "";
      const { path, steps } = pathOf(dataOf(request));
      const { open, options, device } = deviceWorld({
        phrase: emulatorPhrase,
        rawMessages: true,
        blindSigning: true,
      });
      const session = await open();
      const zero = `0x${"00".repeat(32)}` as const;
      const job = {
        id: "job",
        deviceId: "device",
        address: device.addressAt(steps),
        path,
        createdAt: 1,
        kind: "typed-data",
        json: recording.typedData,
        domainHash: zero,
        messageHash: zero,
      } as DeviceJob;
      const signature = await session.sign(job, options());
      const [ours, theirs] = [commands(device.requests), commands(recorded)];
      // The order of the types is the library's own; the set of definitions is theirs, the values come in their order.
      const definitions = (all: string[]) => all.filter((one) => one.startsWith("e01a")).sort();
      const values = (all: string[]) => all.filter((one) => one.startsWith("e01c"));
      expect(definitions(ours)).toEqual(definitions(theirs));
      expect(values(ours)).toEqual(values(theirs));
      expect(ours.at(-1)).toBe(theirs.at(-1));
      if (device.addressAt(steps) === recording.signer) {
        const { parity, r, s } = signatureIn(recording.exchanges.at(-1)?.answer ?? "");
        expect(signature).toEqual({ v: 27 + parity, r, s });
      }
    },
  );
});
