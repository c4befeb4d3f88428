import type { DeviceErrors } from "../../core/errors/device.ts";
import { type ErrorCode, WeirError } from "../../core/errors/index.ts";

/** What a page may say of a device, with the parameters that each sentence needs. */
const failures: { readonly [C in keyof DeviceErrors]?: readonly (keyof DeviceErrors[C])[] } = {
  "device/unsupported-browser": [],
  "device/no-grant": [],
  "device/not-found": [],
  "device/locked": [],
  "device/wrong-app": ["app"],
  "device/app-missing": [],
  "device/app-outdated": ["version", "needed"],
  "device/blind-signing-off": [],
  "device/busy": [],
  "device/refused": [],
  "device/unplugged": [],
  "device/wrong-device": ["expected", "found"],
  "device/answer-invalid": [],
  "device/data-refused": ["status"],
  "device/silent": [],
  "device/cancelled": [],
  "device/tab-closed": [],
  "device/unknown": [],
};

const longest = 64;

/** The error that a page reports of its work with a device. Anything that is none of these is device/unknown. */
export function deviceFailure(report: {
  code: string;
  params: Readonly<Record<string, string | number>>;
}): WeirError {
  const { code, params } = report;
  const names = Object.hasOwn(failures, code)
    ? (failures[code as keyof DeviceErrors] as readonly string[])
    : undefined;
  const known = names?.map((name) => [name, Object.hasOwn(params, name) ? params[name] : undefined] as const);
  if (!known?.every(([, value]) => typeof value === "string" && value.length <= longest)) {
    return new WeirError("device/unknown", {});
  }
  return new WeirError(code as ErrorCode, Object.fromEntries(known) as never);
}
