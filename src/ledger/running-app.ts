import type { DeviceOptions } from "../core/device/ledger.ts";
import { WeirError } from "../core/errors/index.ts";
import { appAndVersion, appConfiguration, osVersion } from "./commands.ts";
import { type Connection, pause } from "./connection.ts";
import type { Patience } from "./line.ts";
import { isLocked, ok, statusError, stillBusy } from "./status-words.ts";

/** What is open on the device. The dashboard's name is BOLOS, its version the firmware's. */
export interface RunningApp {
  name: string;
  version: string;
}

export const dashboardName = "BOLOS";
export const ethereumName = "Ethereum";

/** Text with its length before it, printable ASCII. */
function textAt(data: Uint8Array, at: number): { text: string; next: number } {
  const length = data[at];
  const bytes = data.subarray(at + 1, at + 1 + (length ?? 0));
  if (length === undefined || bytes.length !== length || bytes.some((byte) => byte < 0x20 || byte > 0x7e)) {
    throw new WeirError("device/answer-invalid", {});
  }
  return { text: String.fromCharCode(...bytes), next: at + 1 + length };
}

/**
 * B0 01, once the device is unlocked: `waited` tells whether it had to be. Nothing hurries the person; only what ends the
 * line does. Rejects device/wrong-app, device/answer-invalid and what ends the line.
 */
export async function runningApp(
  connection: Connection,
  patience: Patience,
  onStage: DeviceOptions["onStage"],
): Promise<RunningApp & { waited: boolean }> {
  let waited = false;
  const busyUntil = Date.now() + patience.answer;
  for (;;) {
    const { status, data } = await connection.ask(appAndVersion);
    if (isLocked(status)) {
      if (!waited) onStage({ kind: "unlock" });
      waited = true;
    } else if (status !== stillBusy) {
      if (status !== ok) throw statusError(status);
      if (data[0] !== 1) throw new WeirError("device/answer-invalid", {});
      const name = textAt(data, 1);
      return { name: name.text, version: textAt(data, name.next).text, waited };
    } else if (Date.now() > busyUntil) {
      throw new WeirError("device/silent", {});
    }
    await connection.line.within(pause(patience.unlockPoll));
  }
}

/** The firmware's version, E0 01 on the dashboard: target id (4 bytes), then the version. Undefined where it is not told. */
export async function firmwareOf(connection: Connection): Promise<string | undefined> {
  const { status, data } = await connection.ask(osVersion);
  return status === ok && data.length > 5 ? textAt(data, 4).text.slice(0, 32) || undefined : undefined;
}

/** Bit 0 of E0 06: the person allowed blind signing in the app. Rejects device/*. */
export async function blindSigningAllowed(connection: Connection): Promise<boolean> {
  const { status, data } = await connection.ask(appConfiguration);
  const [flags] = data;
  if (status !== ok) throw statusError(status);
  if (flags === undefined || data.length < 4) throw new WeirError("device/answer-invalid", {});
  return (flags & 1) === 1;
}

/**
 * The oldest Ethereum app that is used: 1.9.0 brought EIP-1559, 1.9.2 large chain ids, and 1.9.20 shows the whole of a
 * personal message, without which a text on the device is no second factor. Source: CHANGELOG.md of
 * LedgerHQ/app-ethereum; Ledger's own program asks for 1.9.20 too (ledger-live, pull request 1302).
 */
export const oldestApp = "1.9.20";

/** Throws device/app-outdated, or device/answer-invalid when it is no version. */
export function requireVersion(version: string): void {
  const numbers = (text: string) => /^(\d+)\.(\d+)\.(\d+)/.exec(text)?.slice(1).map(Number);
  const [found, needed] = [numbers(version), numbers(oldestApp)];
  if (found === undefined || needed === undefined) throw new WeirError("device/answer-invalid", {});
  const at = found.findIndex((number, index) => number !== needed[index]);
  if (at >= 0 && (found[at] ?? 0) < (needed[at] ?? 0)) {
    throw new WeirError("device/app-outdated", { version: version.slice(0, 32), needed: oldestApp });
  }
}
