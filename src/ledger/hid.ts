import { WeirError } from "../core/errors/index.ts";

/** Vendor id of Ledger: the library's LEDGER_VENDOR_ID. */
const vendorId = 0x2c97;

/** What is used of WebHID (wicg.github.io/webhid); TypeScript's DOM library does not describe it. */
export interface HidDevice {
  readonly vendorId: number;
  readonly productId: number;
  close(): Promise<void>;
}

export interface Hid extends EventTarget {
  getDevices(): Promise<HidDevice[]>;
  requestDevice(options: { filters: { vendorId: number }[] }): Promise<HidDevice[]>;
}

/** WebHID of this browser. Throws device/unsupported-browser. */
export function hidOfBrowser(): Hid {
  const { hid } = (globalThis.navigator ?? {}) as { hid?: Hid };
  if (hid === undefined) throw new WeirError("device/unsupported-browser", {});
  return hid;
}

/**
 * The Ledgers that are plugged in and that the browser lets the extension use. Empty may mean either: a grant whose
 * device is away is not told.
 */
export async function grantedLedgers(hid: Hid): Promise<HidDevice[]> {
  return (await hid.getDevices()).filter((device) => device.vendorId === vendorId);
}

/** The browser's own dialog, in a click. False: none was chosen. */
export async function chooseLedger(hid: Hid): Promise<boolean> {
  return (await hid.requestDevice({ filters: [{ vendorId }] })).length > 0;
}

/** The device that a connect or disconnect event is about. */
export function deviceOf(event: Event): HidDevice | undefined {
  return (event as Event & { device?: HidDevice }).device;
}

/** Calls back when a Ledger with a grant comes or goes. Returns how to stop. */
export function onPlugged(hid: Hid, listener: () => void): () => void {
  const heard = (event: Event) => {
    if (deviceOf(event)?.vendorId === vendorId) listener();
  };
  for (const name of ["connect", "disconnect"]) hid.addEventListener(name, heard);
  return () => {
    for (const name of ["connect", "disconnect"]) hid.removeEventListener(name, heard);
  };
}
