import { WeirError } from "../core/errors/index.ts";

/** A status word, as the device sends it in the last two bytes of an answer. */
export type StatusWord = number;

export const ok: StatusWord = 0x9000;
/** The device is still at something else; it was so between two apps. */
export const stillBusy: StatusWord = 0x6601;

export function hexOf(status: StatusWord): string {
  return status.toString(16).padStart(4, "0");
}

/** 5515 of the operating system, 6b0c of the Nano X; 6982 and 5303 as the Device Management Kit reads them. */
const locked: readonly StatusWord[] = [0x5515, 0x6b0c, 0x6982, 0x5303];
/** 6985 of the app, 5501 of the operating system's own questions. */
const refused: readonly StatusWord[] = [0x6985, 0x5501];
/** Class or instruction unknown to what is open; 650f: the app was left just now. */
const wrongApp: readonly StatusWord[] = [0x6e00, 0x6e01, 0x6d00, 0x6d02, 0x6511, 0x650f];
const appMissing: readonly StatusWord[] = [0x6807];

export function isLocked(status: StatusWord): boolean {
  return locked.includes(status);
}

/** What a status word means to the person. `app`: the name of what is open, where it is known. */
export function statusError(status: StatusWord, app = ""): WeirError {
  if (isLocked(status)) return new WeirError("device/locked", {});
  if (refused.includes(status)) return new WeirError("device/refused", {});
  if (wrongApp.includes(status)) return new WeirError("device/wrong-app", { app });
  if (appMissing.includes(status)) return new WeirError("device/app-missing", {});
  // "Well" without what was asked for, or no status word at all (they begin with 5, 6 and 9).
  if (status === ok || ![5, 6, 9].includes(status >> 12)) return new WeirError("device/answer-invalid", {});
  return new WeirError("device/data-refused", { status: hexOf(status) });
}
