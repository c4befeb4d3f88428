import { hexToBytes } from "@noble/hashes/utils.js";
import type { Address } from "../core/account/account.ts";
import { addressOfPublicKey, sameAddress } from "../core/account/address.ts";
import type { DeviceOptions } from "../core/device/ledger.ts";
import { isWeirError, WeirError } from "../core/errors/index.ts";
import { runAction } from "./action.ts";
import { commandKind } from "./commands.ts";
import type { Connection } from "./connection.ts";
import type { Patience } from "./line.ts";
import { runningApp } from "./running-app.ts";
import { ok, statusError } from "./status-words.ts";

/** The library's spelling of a path, without "m/". */
export function libraryPath(path: string): string {
  return path.replace(/^m\//, "");
}

/** The account of an answer whose address is the one of its public key. Throws device/answer-invalid. */
function provenAddress(publicKey: string, address: string): Address {
  const digits = publicKey.replace(/^0x/, "");
  if (!/^04[0-9a-f]{128}$/i.test(digits)) throw new WeirError("device/answer-invalid", {});
  const proven = addressOfPublicKey(hexToBytes(digits));
  if (!sameAddress(proven, address)) throw new WeirError("device/answer-invalid", {});
  return proven;
}

async function askAddress(
  connection: Connection,
  path: string,
  { show, onStage }: Pick<DeviceOptions, "onStage"> & { show: boolean },
): Promise<Address> {
  const { publicKey, address } = await runAction(
    connection,
    {
      sending(apdu) {
        if (commandKind(apdu) === "address-shown") onStage({ kind: "confirm" });
      },
      answered: (_, status) => (status === ok ? undefined : statusError(status)),
    },
    () =>
      connection.signer.getAddress(libraryPath(path), {
        checkOnDevice: show,
        returnChainCode: false,
        skipOpenApp: true,
      }),
  );
  return provenAddress(publicKey, address);
}

/**
 * The address at `path`, silently or shown until the person agrees; waits for the PIN first where the device is locked.
 * Rejects device/*.
 */
export async function addressOn(
  connection: Connection,
  patience: Patience,
  path: string,
  options: Pick<DeviceOptions, "onStage"> & { show: boolean },
): Promise<Address> {
  options.onStage({ kind: "checking" });
  try {
    return await askAddress(connection, path, options);
  } catch (error) {
    if (isWeirError(error, "device/wrong-app")) {
      const { name } = await runningApp(connection, patience, options.onStage);
      throw new WeirError("device/wrong-app", { app: name }, { cause: error });
    }
    if (!isWeirError(error, "device/locked")) throw error;
    await runningApp(connection, patience, options.onStage);
    options.onStage({ kind: "checking" });
    return askAddress(connection, path, options);
  }
}
