import type { Address } from "../account/account.ts";
import type { SignatureParts } from "../staking/plan.ts";
import type { DeviceModel } from "./device.ts";
import type { DeviceJob } from "./job.ts";

/** Where a device and its program stand, as the person is told within a second. What ends the work is an error instead. */
export type DeviceStage =
  | { kind: "connecting" }
  /** Locked: waits for the PIN. */
  | { kind: "unlock" }
  /** Another app or the dashboard is open; the device asks whether to open Ethereum. `app` is what is open ("" = dashboard). */
  | { kind: "open-app"; app: string }
  /** The app opens; the device is away from the bus for some seconds. */
  | { kind: "reconnecting" }
  /** Nothing for the person to do: address, flags. */
  | { kind: "checking" }
  /** Something is on the device's screen. `form`: how typed data is shown there. */
  | { kind: "confirm"; form?: "fields" | "hashes" };

/** What a connected device says of itself. */
export interface DeviceFacts {
  model: DeviceModel;
  firmware?: string;
  /** Version of the open Ethereum app, e.g. "1.10.4". */
  appVersion: string;
  /** The person allowed blind signing in the app's settings. */
  blindSigning: boolean;
}

export interface DeviceOptions {
  /** Ends the work with device/cancelled, whatever the device does. */
  signal: AbortSignal;
  onStage(stage: DeviceStage): void;
}

/** A device with its Ethereum app open. One owner at a time; `close` gives it back to other programs. */
export interface LedgerSession {
  facts: DeviceFacts;
  /** The address at `path`, silently, or shown on the device until the person agrees. Rejects device/*. */
  addressAt(path: string, options: DeviceOptions & { show: boolean }): Promise<Address>;
  /**
   * The job's signature. The address at the job's path is derived first and compared (device/wrong-device); calls with
   * data need blind signing switched on (device/blind-signing-off). Rejects device/*. Whether the signature is right is
   * checked by the worker.
   */
  sign(job: DeviceJob, options: DeviceOptions): Promise<SignatureParts>;
  close(): Promise<void>;
}

/** The way to Ledger devices of a full tab. Nothing in it asks the network. */
export interface Ledger {
  /** Whether this browser let the extension use a Ledger before; asks nobody. */
  hasGrant(): Promise<boolean>;
  /** The browser's own dialog. Call it in a click. False: the person chose none. Rejects device/unsupported-browser. */
  choose(): Promise<boolean>;
  /** Calls back when a granted device is plugged in or out. Returns how to stop. */
  onPlugged(listener: () => void): () => void;
  /**
   * Connects, waits for the PIN and the Ethereum app. Rejects device/* (no-grant, not-found, busy, app-missing,
   * app-outdated, refused, unplugged, cancelled, …).
   */
  open(options: DeviceOptions): Promise<LedgerSession>;
}
