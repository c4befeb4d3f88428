import { describe, expect, it } from "vitest";
import type { SoftwareLedgerOptions } from "../../test/ledger-device/software-ledger.ts";
import type { DeviceStage } from "../core/device/ledger.ts";
import { deviceWorld, firstAddress, outcome, path, until } from "./device.test-kit.ts";

interface Case {
  stage: DeviceStage["kind"];
  device: Partial<SoftwareLedgerOptions>;
  silent?: number;
}

/** A device that stays in each stage of opening. */
const cases: Case[] = [
  { stage: "connecting", device: {}, silent: 0x01 },
  { stage: "unlock", device: { locked: true } },
  { stage: "open-app", device: { app: "BOLOS", answerWith: "wait" } },
  { stage: "reconnecting", device: { app: "BOLOS", awayFor: 300 } },
  { stage: "checking", device: {}, silent: 0x06 },
];

describe("cancelling", () => {
  it.each(cases)("works in the stage $stage, and opening goes on from there", async (step) => {
    const { open, stages, device, options, hid } = deviceWorld(step.device);
    if (step.silent !== undefined) device.fault({ kind: "silent" }, { instruction: step.silent });
    const abort = new AbortController();
    const opening = outcome(open(abort.signal));
    await until(() => stages.at(-1)?.kind === step.stage);
    abort.abort();
    expect(await opening).toBe("device/cancelled");
    device.clearFaults();
    device.unlock();
    device.answerWith = "approve";
    if (device.screen()) device.press("approve");
    if (step.device.app) await until(() => device.plugged && device.app === "Ethereum");
    const session = await open();
    expect(await session.addressAt(path, { ...options(), show: false })).toBe(firstAddress);
    await session.close();
    for (const { opened } of await hid.hid.getDevices()) expect(opened).toBe(false);
  });

  it("before anything began asks the device nothing", async () => {
    const { open, device } = deviceWorld();
    expect(await outcome(open(AbortSignal.abort()))).toBe("device/cancelled");
    expect(device.requests).toEqual([]);
    await open();
  });

  it("works while an address stands on the screen", async () => {
    const { open, options, device, hid } = deviceWorld({ answerWith: "wait" });
    const session = await open();
    const abort = new AbortController();
    const showing = outcome(session.addressAt(path, { ...options(abort.signal), show: true }));
    await until(() => device.screen() !== undefined);
    abort.abort();
    expect(await showing).toBe("device/cancelled");
    expect(await outcome(session.addressAt(path, { ...options(), show: false }))).toBe("device/cancelled");
    await session.close();
    for (const { opened } of await hid.hid.getDevices()) expect(opened).toBe(false);
  });
});
