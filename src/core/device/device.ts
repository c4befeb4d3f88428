import * as v from "valibot";
import { address, recordId, unixSeconds } from "../wire/schemas.ts";

/** Ledger's models, by the names of its Device Management Kit. */
export const deviceModels = ["nanoS", "nanoSP", "nanoX", "stax", "flex", "apex"] as const;
export type DeviceModel = (typeof deviceModels)[number];

/** What the models are sold as; the first name of a paired device. */
export const modelNames: Readonly<Record<DeviceModel, string>> = {
  nanoS: "Ledger Nano S",
  nanoSP: "Ledger Nano S Plus",
  nanoX: "Ledger Nano X",
  stax: "Ledger Stax",
  flex: "Ledger Flex",
  apex: "Ledger Nano Gen5",
};

/**
 * A paired Ledger. It is known by what its phrase derives, not by the plastic: `firstAddress` is the account at
 * m/44'/60'/0'/0/0, so that a new device with the same phrase is the same record, and another phrase (or passphrase) is not.
 */
export const Device = v.object({
  id: recordId,
  label: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
  model: v.picklist(deviceModels),
  firstAddress: address,
  pairedAt: unixSeconds,
  /** As they were when it was last paired; absent: not told. */
  firmware: v.optional(v.pipe(v.string(), v.maxLength(32))),
  appVersion: v.optional(v.pipe(v.string(), v.maxLength(32))),
});
export type Device = v.InferOutput<typeof Device>;

/** BIP-32 path of a device's `firstAddress`. */
export const firstPath = "m/44'/60'/0'/0/0";
