import * as v from "valibot";
import { address, chainId, hash32, hexData, recordId, unixSeconds } from "../wire/schemas.ts";

const common = {
  id: recordId,
  deviceId: recordId,
  /** The account that must sign: its address is derived on the device again before anything is signed. */
  address,
  path: v.string(),
  createdAt: unixSeconds,
  /** The operation it belongs to, where it is one. */
  operationId: v.optional(recordId),
  /** The page that took it; nobody yet when absent. */
  owner: v.optional(recordId),
};

/** The signature of a transaction: `unsigned` is what is signed, 0x02 ‖ rlp([…]) (EIP-1559). */
const TransactionJob = v.object({
  ...common,
  kind: v.literal("transaction"),
  chainId,
  unsigned: hexData,
});

/** EIP-191 signature, version 0x45, of `bytes`. `second-factor`: the text asks to confirm what another account does. */
const MessageJob = v.object({
  ...common,
  kind: v.picklist(["message", "second-factor"]),
  bytes: hexData,
});

/** EIP-712. The device hashes `json` itself where it can; older apps are shown the two hashes. */
const TypedDataJob = v.object({
  ...common,
  kind: v.literal("typed-data"),
  json: v.string(),
  domainHash: hash32,
  messageHash: hash32,
});

/** One signature that a device is to give. Lies in storage.session under `device-job` while it is wanted. */
export const DeviceJob = v.variant("kind", [TransactionJob, MessageJob, TypedDataJob]);
export type DeviceJob = v.InferOutput<typeof DeviceJob>;
