import * as v from "valibot";
import { Account } from "../../core/account/account.ts";
import { Device, deviceModels } from "../../core/device/device.ts";
import { SignatureParts } from "../../core/staking/plan.ts";
import { address, baseUnits, chainId, errorReport, recordId } from "../../core/wire/schemas.ts";
import { command } from "./command.ts";

const done = v.strictObject({});
const label = v.pipe(v.string(), v.maxLength(200));
const version = v.optional(v.pipe(v.string(), v.maxLength(32)));
const path = v.pipe(v.string(), v.maxLength(120));
/** A page's claim on a job: `owner` is an id that the page drew for itself. */
const claim = { jobId: recordId, owner: recordId };

/** What one network holds for one address. */
export const AddressHoldings = v.strictObject({
  address,
  chainId,
  /** Wei. */
  native: baseUnits,
  /** Tokens of the network's protocols with a balance, and redemptions under way as one amount of the native coin. */
  holdings: v.array(
    v.strictObject({
      assetId: v.string(),
      symbol: v.string(),
      decimals: v.number(),
      amount: baseUnits,
      kind: v.picklist(["token", "unbonding", "claimable"]),
    }),
  ),
});
export type AddressHoldings = v.InferOutput<typeof AddressHoldings>;

export const deviceCommands = {
  /** A device that a full tab reached: known by its first address, so pairing it again renews its record. */
  "devices.pair": command(
    v.strictObject({
      model: v.picklist(deviceModels),
      firstAddress: address,
      firmware: version,
      appVersion: version,
      label: v.optional(label),
    }),
    Device,
  ),
  /** Accounts of a paired device. A watched address among them becomes the device's. */
  "devices.add": command(
    v.strictObject({
      deviceId: recordId,
      accounts: v.pipe(
        v.array(v.strictObject({ address, path, label: v.optional(label) })),
        v.minLength(1),
        v.maxLength(50),
      ),
    }),
    v.array(Account),
  ),
  "devices.rename": command(v.strictObject({ id: recordId, label }), done),
  /** Forgets a device and its accounts. Nothing on the device changes. */
  "devices.remove": command(v.strictObject({ id: recordId }), done),
  /** Takes one account without a key here (a device's or a watched one) off the list. */
  "accounts.remove": command(v.strictObject({ id: recordId }), done),
  /** Balances and positions of addresses that are no accounts yet, on every network; a network that fails is left out of `read`. */
  "devices.look": command(
    v.strictObject({ addresses: v.pipe(v.array(address), v.minLength(1), v.maxLength(10)) }),
    v.strictObject({
      read: v.array(AddressHoldings),
      failed: v.array(v.strictObject({ chainId, error: errorReport })),
    }),
  ),

  /** A visible full tab takes the job that lies in storage; false: another page has it, or it is gone. */
  "devices.take": command(v.strictObject(claim), v.strictObject({ taken: v.boolean() })),
  /** Every few seconds while it works. false: the job is gone, stop. A job without beats ends with device/tab-closed. */
  "devices.beat": command(v.strictObject(claim), v.strictObject({ wanted: v.boolean() })),
  /** The device's signature. Rejects device/signature when it does not verify, device/job-gone when it is not wanted. */
  "devices.answer": command(v.strictObject({ ...claim, signature: SignatureParts }), done),
  /** What keeps the device from signing; the operation asks again with this error. */
  "devices.fail": command(v.strictObject({ ...claim, error: errorReport }), done),
  /** From any page: the person does not want it any more. */
  "devices.cancel": command(v.strictObject({ jobId: recordId }), done),

  /**
   * Makes a device's account the second factor of critical operations, or (null) none. Needs the password; a change of an
   * existing one is confirmed by the existing one. Rejects vault/wrong-password and device/*.
   */
  "devices.setSecondFactor": command(
    v.strictObject({ accountId: v.nullable(recordId), password: v.string() }),
    done,
  ),
};
