import type { Signature, TypedData } from "@ledgerhq/device-signer-kit-ethereum";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { DeviceJob } from "../core/device/job.ts";
import type { DeviceOptions } from "../core/device/ledger.ts";
import { WeirError } from "../core/errors/index.ts";
import { runAction } from "./action.ts";
import { libraryPath } from "./address.ts";
import { commandKind, signatureLength } from "./commands.ts";
import type { Connection } from "./connection.ts";
import type { Watcher } from "./line.ts";
import { ok, statusError } from "./status-words.ts";

type TypedDataJob = Extract<DeviceJob, { kind: "typed-data" }>;

/**
 * EIP-712: the device is given types and values and hashes them itself; where it cannot, the library sends the two hashes.
 * They are let through only when they are the job's.
 */
export function signTypedData(
  connection: Connection,
  job: TypedDataJob,
  onStage: DeviceOptions["onStage"],
): Promise<Signature> {
  return runAction(connection, typedDataWatcher(job, onStage), () =>
    connection.signer.signTypedData(libraryPath(job.path), JSON.parse(job.json) as TypedData, {
      skipOpenApp: true,
    }),
  );
}

function typedDataWatcher(
  { domainHash, messageHash }: TypedDataJob,
  onStage: DeviceOptions["onStage"],
): Pick<Watcher, "sending" | "answered"> {
  let form: "fields" | "hashes" | undefined;
  const show = (next: "fields" | "hashes") => {
    if (form === next) return;
    form = next;
    onStage({ kind: "confirm", form: next });
  };
  return {
    sending(apdu) {
      const kind = commandKind(apdu);
      // The app shows each value as it comes.
      if (kind === "struct-value" || kind === "typed-data") show("fields");
      if (kind !== "typed-data-hashes") return;
      const hashes = `${domainHash}${messageHash.slice(2)}`.toLowerCase();
      if (`0x${bytesToHex(apdu.slice(-64))}` !== hashes) throw new WeirError("device/signature", {});
      show("hashes");
    },
    answered(apdu, status, data) {
      const kind = commandKind(apdu);
      if (status === ok) {
        const signs = kind === "typed-data" || kind === "typed-data-hashes";
        return signs && data.length !== signatureLength
          ? new WeirError("device/answer-invalid", {})
          : undefined;
      }
      const error = statusError(status);
      // An app that does not know the structures, or has no room for them, is given the hashes.
      const tryHashes = ["struct-definition", "struct-value", "typed-data"].includes(kind);
      if (tryHashes) return ["device/refused", "device/locked"].includes(error.code) ? error : undefined;
      return kind === "typed-data-hashes" || kind === "address" || kind === "configuration"
        ? error
        : undefined;
    },
  };
}
