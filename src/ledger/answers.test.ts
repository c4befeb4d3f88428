import { Transaction } from "ethers/transaction";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DeviceJob } from "../core/device/job.ts";
import {
  codesOfDevice,
  deviceWorld,
  firstAddress,
  inputReport,
  outcome,
  path,
  patience,
  until,
} from "./device.test-kit.ts";
import { openLine } from "./line.ts";

const { unsignedSerialized } = Transaction.from({
  type: 2,
  chainId: 1,
  nonce: 7,
  to: firstAddress,
  value: 1n,
});
const job: DeviceJob = {
  id: "job",
  deviceId: "device",
  address: firstAddress,
  path,
  createdAt: 1,
  kind: "transaction",
  chainId: 1,
  unsigned: unsignedSerialized as `0x${string}`,
};

const commands = [
  ["B0 01", 0x01],
  ["E0 06", 0x06],
  ["E0 02", 0x02],
  ["E0 04", 0x04],
] as const;

/** All of a signature: open, address, sign. */
const sign = (world: ReturnType<typeof deviceWorld>): Promise<unknown> =>
  outcome(
    world.open().then(async (session) => {
      try {
        return await session.sign(job, world.options());
      } finally {
        await session.close();
      }
    }),
  );

describe.each(commands)("a spoilt answer to %s", (_, instruction) => {
  it.each([
    [{ kind: "garbage" }, ["device/answer-invalid"]],
    [{ kind: "wrong-sequence" }, ["device/answer-invalid"]],
    [{ kind: "wrong-channel" }, ["device/busy"]],
    [{ kind: "wrong-length", by: 40_000 }, ["device/answer-invalid"]],
    [{ kind: "wrong-length", by: 60 }, ["device/answer-invalid"]],
    [{ kind: "wrong-length", by: -2 }, ["device/answer-invalid", "device/data-refused"]],
    [{ kind: "truncated" }, ["device/answer-invalid", "device/data-refused"]],
    [{ kind: "packets", packets: [new Uint8Array(64)] }, ["device/answer-invalid"]],
    [{ kind: "answer", bytes: Uint8Array.of(0x90, 0x00) }, ["device/answer-invalid"]],
    [{ kind: "answer", bytes: Uint8Array.of(1, 0x90, 0x00) }, ["device/answer-invalid"]],
    [{ kind: "answer", bytes: Uint8Array.of(1, 200, 65, 0x90, 0x00) }, ["device/answer-invalid"]],
    [
      { kind: "answer", bytes: new Uint8Array(80).fill(0x90) },
      ["device/answer-invalid", "device/data-refused"],
    ],
  ] as const)("is called by its name: $kind", async (fault, codes) => {
    const world = deviceWorld();
    const packets = "packets" in fault ? { packets: [...fault.packets] } : {};
    world.device.fault({ ...fault, ...packets } as Parameters<typeof world.device.fault>[0], {
      instruction,
      times: 3,
    });
    const code = await sign(world);
    expect(codes).toContain(code);
    world.device.clearFaults();
    expect(await sign(world)).toHaveProperty("gave.v");
  });
});

describe("frames nobody asked for", () => {
  it("are passed over while nothing is asked", async () => {
    const world = deviceWorld();
    const session = await world.open();
    const [hidDevice] = await world.hid.hid.getDevices();
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 0, maxLength: 80 }), (bytes) => {
        hidDevice?.oninputreport?.(inputReport(bytes));
      }),
      { numRuns: 500 },
    );
    expect(await session.sign(job, world.options())).toHaveProperty("v");
  });

  it("never become a signature: 10 000 of them in place of one", async () => {
    let frames = 0;
    const world = deviceWorld({ answerWith: "wait" });
    let session = await world.open();
    await fc.assert(
      fc.asyncProperty(fc.array(frame, { minLength: 500, maxLength: 500 }), async (series) => {
        const signing = outcome(session.sign(job, world.options()));
        await until(() => world.device.screen() !== undefined);
        const [hidDevice] = await world.hid.hid.getDevices();
        const channel = world.sent.at(-1)?.slice(0, 2) ?? new Uint8Array(2);
        for (const made of series) {
          frames++;
          hidDevice?.oninputreport?.(inputReport(reportOf(made, channel)));
        }
        const code = await signing;
        expect(codesOfDevice).toContain(code);
        await session.close();
        world.device.press("refuse");
        session = await world.open();
      }),
      { numRuns: 20, endOnFailure: true },
    );
    expect(frames).toBeGreaterThanOrEqual(10_000);
  });

  it("are let through as an answer only when they are one: 10 000 of them, each on a line of its own", async () => {
    const ends = new Map<unknown, number>();
    let answers = 0;
    await fc.assert(
      fc.asyncProperty(frame, async (made) => {
        const line = openLine({ ...patience, answer: 1, frame: 1 }, new Set());
        line.useChannel(0x1234);
        const report = reportOf(made, Uint8Array.of(0x12, 0x34));
        const answer = deferredAnswer();
        // What asks the person has no time of its own.
        const exchange = line.exchange(Uint8Array.of(0xe0, 0x04, 0, 0, 0), () => answer.promise);
        const admitted = line.admits(report);
        const wellFormed = isFirstFrame(report);
        expect(admitted).toBe(wellFormed);
        if (admitted && isWhole(report)) {
          answers++;
          answer.resolve({ statusCode: report.slice(7, 9), data: new Uint8Array() });
          await exchange;
          return;
        }
        const code = await outcome(line.over);
        ends.set(code, (ends.get(code) ?? 0) + 1);
        expect(codesOfDevice).toContain(code);
      }),
      { numRuns: 10_000, endOnFailure: true },
    );
    expect(answers).toBeGreaterThan(100);
    expect(ends.size).toBeGreaterThan(1);
  });
});

/** Random bytes; the frame's beginning and then random bytes; the same with a length that fits into one frame, or on another channel. */
const frame = fc.tuple(
  fc.constantFrom("random", "begun", "whole", "foreign"),
  fc.uint8Array({ minLength: 64, maxLength: 64 }),
);
type MadeFrame = typeof frame extends fc.Arbitrary<infer T> ? T : never;

function reportOf([shape, bytes]: MadeFrame, channel: Uint8Array): Uint8Array {
  const report = bytes.slice();
  if (shape !== "random") report.set([...channel, 5, 0, 0]);
  if (shape === "foreign") report.set([(channel[0] ?? 0) ^ 1]);
  if (shape === "whole") report.set([0, (report[6] ?? 0) % 60], 5);
  return report;
}

const lengthIn = (report: Uint8Array): number => (report[5] ?? 0) * 256 + (report[6] ?? 0);
const isFirstFrame = (report: Uint8Array): boolean =>
  [0x12, 0x34, 5, 0, 0].every((byte, at) => report[at] === byte) &&
  lengthIn(report) >= 2 &&
  lengthIn(report) <= 258;
const isWhole = (report: Uint8Array): boolean => lengthIn(report) <= 57;

function deferredAnswer() {
  type Answer = { statusCode: Uint8Array; data: Uint8Array };
  let resolve: (answer: Answer) => void = () => undefined;
  const promise = new Promise<Answer>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
