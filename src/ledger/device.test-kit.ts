import { onTestFinished } from "vitest";
import { type FakeHid, type FakeHidOptions, fakeHid } from "../../test/ledger-device/fake-hid.ts";
import {
  createSoftwareLedger,
  type SoftwareLedger,
  type SoftwareLedgerOptions,
} from "../../test/ledger-device/software-ledger.ts";
import type { DeviceOptions, DeviceStage, Ledger, LedgerSession } from "../core/device/ledger.ts";
import { isWeirError } from "../core/errors/index.ts";
import { deviceErrors } from "../popup/i18n/en/errors-device.ts";
import { createLedger, type LedgerConditions } from "./index.ts";

/** Public test phrase of many tools. */
export const phrase = "test test test test test test test test test test test junk";
export const firstAddress = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
export const path = "m/44'/60'/0'/0/0";

/** Short waits, so that what never comes is told soon. */
export const patience = { answer: 3000, frame: 100, comeBack: 400, unlockPoll: 10 };

export interface DeviceWorld {
  device: SoftwareLedger;
  hid: FakeHid;
  ledger: Ledger;
  stages: DeviceStage[];
  /** Every packet of 64 bytes that went to the device. */
  sent: Uint8Array[];
  /** Options of one piece of work, whose stages are collected. */
  options(signal?: AbortSignal): DeviceOptions;
  open(signal?: AbortSignal): Promise<LedgerSession>;
}

/** Puts a software device behind this test's navigator.hid; what stood there comes back afterwards. */
export function deviceWorld(
  device: Partial<SoftwareLedgerOptions> = {},
  browser: FakeHidOptions = { granted: true },
  conditions: LedgerConditions = {},
): DeviceWorld {
  const software = createSoftwareLedger({ phrase, ...device });
  const sent: Uint8Array[] = [];
  const write = software.write.bind(software);
  software.write = (packet) => {
    sent.push(packet.slice());
    write(packet);
  };
  const hid = fakeHid(software, browser);
  putNavigator({ hid: hid.hid });
  const ledger = createLedger({ patience, ...conditions });
  const stages: DeviceStage[] = [];
  const options = (signal = new AbortController().signal): DeviceOptions => ({
    signal,
    onStage: (stage) => stages.push(stage),
  });
  return {
    device: software,
    hid,
    ledger,
    stages,
    sent,
    options,
    async open(signal) {
      const session = await ledger.open(options(signal));
      onTestFinished(() => session.close());
      return session;
    },
  };
}

export function putNavigator(value: object): void {
  const before = Object.getOwnPropertyDescriptor(globalThis, "navigator");
  Object.defineProperty(globalThis, "navigator", { value, configurable: true });
  onTestFinished(() => {
    if (before) Object.defineProperty(globalThis, "navigator", before);
    else Reflect.deleteProperty(globalThis, "navigator");
  });
}

/** What a promise rejects with, as code; what it gives when it does not. */
export async function outcome(work: Promise<unknown>): Promise<unknown> {
  try {
    return { gave: await work };
  } catch (error) {
    return isWeirError(error) ? error.code : error;
  }
}

/** Every name that a Ledger's trouble has. */
export const codesOfDevice: readonly string[] = Object.keys(deviceErrors);

/** A report that comes from nowhere. */
export function inputReport(bytes: Uint8Array): Event {
  return Object.assign(new Event("inputreport"), { data: new DataView(bytes.slice().buffer) });
}

export const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 1));
};
