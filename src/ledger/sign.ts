import type { Signature } from "@ledgerhq/device-signer-kit-ethereum";
import { hexToBytes } from "@noble/hashes/utils.js";
import { Transaction } from "ethers/transaction";
import { sameAddress } from "../core/account/address.ts";
import type { DeviceJob } from "../core/device/job.ts";
import type { DeviceOptions } from "../core/device/ledger.ts";
import { isWeirError, WeirError } from "../core/errors/index.ts";
import type { SignatureParts } from "../core/staking/plan.ts";
import { runAction } from "./action.ts";
import { addressOn, libraryPath } from "./address.ts";
import { type CommandKind, commandKind, signatureLength } from "./commands.ts";
import type { Connection } from "./connection.ts";
import type { Patience, Watcher } from "./line.ts";
import { blindSigningAllowed } from "./running-app.ts";
import { ok, statusError } from "./status-words.ts";
import { signTypedData } from "./typed-data.ts";

type Job<K extends DeviceJob["kind"]> = Extract<DeviceJob, { kind: K }>;

/**
 * Ends the work at the first answer that is no yes: the library would send the same bytes once more, and the device ask
 * the person again. `signing`: the commands that are answered with a signature at the end.
 */
export function strictWatcher(
  signing: readonly CommandKind[],
  onStage: DeviceOptions["onStage"],
): Pick<Watcher, "sending" | "answered"> {
  let shown = false;
  return {
    sending(apdu) {
      if (shown || !signing.includes(commandKind(apdu))) return;
      shown = true;
      onStage({ kind: "confirm" });
    },
    answered(apdu, status, data) {
      const kind = commandKind(apdu);
      if (signing.includes(kind)) return signatureAnswerError(status, data);
      // Whatever else the library asks may stay unanswered, but for what says that the app is not there.
      return status === ok || (kind !== "address" && kind !== "configuration")
        ? undefined
        : statusError(status);
    },
  };
}

/** Nothing, while more is to be sent, or a signature: 65 bytes. */
export function signatureAnswerError(status: number, data: Uint8Array): WeirError | undefined {
  if (status !== ok) return statusError(status);
  const whole = data.length === 0 || data.length === signatureLength;
  return whole ? undefined : new WeirError("device/answer-invalid", {});
}

/** v as 27 or 28. The app gives 0 and 1 for typed transactions (EIP-2718), 27 and 28 for messages. */
function signatureParts({ v, r, s }: Signature): SignatureParts {
  const parity = v === 0 || v === 27 ? 27 : v === 1 || v === 28 ? 28 : undefined;
  if (parity === undefined || !/^0x[0-9a-f]{64}$/i.test(r) || !/^0x[0-9a-f]{64}$/i.test(s)) {
    throw new WeirError("device/answer-invalid", {});
  }
  return { v: parity, r, s };
}

function signTransaction(
  connection: Connection,
  { path, unsigned }: Job<"transaction">,
  onStage: DeviceOptions["onStage"],
): Promise<Signature> {
  return runAction(connection, strictWatcher(["transaction"], onStage), () =>
    connection.signer.signTransaction(libraryPath(path), hexToBytes(unsigned.slice(2)), {
      skipOpenApp: true,
    }),
  );
}

function signMessage(
  connection: Connection,
  { path, bytes }: Job<"message" | "second-factor">,
  onStage: DeviceOptions["onStage"],
): Promise<Signature> {
  return runAction(connection, strictWatcher(["message"], onStage), () =>
    connection.signer.signMessage(libraryPath(path), hexToBytes(bytes.slice(2)), { skipOpenApp: true }),
  );
}

/** Whether a transaction calls or creates a contract: what the app shows in words of its own only for plain transfers. */
function hasCallData({ unsigned }: Job<"transaction">): boolean {
  return Transaction.from(unsigned).data !== "0x";
}

/**
 * The job's signature, after the address at its path was compared with the account's. Rejects device/wrong-device,
 * device/blind-signing-off (read from the device just before), and device/* otherwise.
 */
export async function signOn(
  connection: Connection,
  patience: Patience,
  job: DeviceJob,
  onStage: DeviceOptions["onStage"],
): Promise<SignatureParts> {
  const found = await addressOn(connection, patience, job.path, { show: false, onStage });
  if (!sameAddress(found, job.address)) {
    throw new WeirError("device/wrong-device", { expected: job.address, found });
  }
  const blind = job.kind === "transaction" && hasCallData(job);
  if (blind && !(await blindSigningAllowed(connection))) throw new WeirError("device/blind-signing-off", {});
  try {
    switch (job.kind) {
      case "transaction":
        return signatureParts(await signTransaction(connection, job, onStage));
      case "message":
      case "second-factor":
        return signatureParts(await signMessage(connection, job, onStage));
      case "typed-data":
        return signatureParts(await signTypedData(connection, job, onStage));
    }
  } catch (error) {
    // 6a80 also says that blind signing is off, and typed data may need it too; who switches it off just now is told so.
    const maybeSetting = isWeirError(error, "device/data-refused") && error.params.status === "6a80";
    if (maybeSetting && (blind || job.kind === "typed-data") && !(await blindSigningAllowed(connection))) {
      throw new WeirError("device/blind-signing-off", {}, { cause: error });
    }
    throw error;
  }
}
