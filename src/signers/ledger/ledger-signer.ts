import type { Account, Hex } from "../../core/account/account.ts";
import { messageDigest } from "../../core/account/message-digest.ts";
import type { Signer } from "../../core/account/signer.ts";
import { typedDataForDevice } from "../../core/account/typed-data-digest.ts";
import type { AuditWriter } from "../../core/audit/audit.ts";
import { unsignedTransaction } from "../../core/chain/transaction-bytes.ts";
import { WeirError } from "../../core/errors/index.ts";
import type { SignatureParts } from "../../core/staking/plan.ts";
import { auditedSigner, type Signable } from "../audited-signer.ts";
import type { Desk, WantedJob } from "./desk.ts";
import { requireSignature } from "./verified.ts";

type JobBase = Pick<WantedJob, "deviceId" | "address" | "path" | "operationId">;

function jobBase({ kind, deviceId, path, address }: Account, operationId: string | undefined): JobBase {
  if (kind !== "ledger" || deviceId === undefined || path === undefined) {
    throw new WeirError("account/unknown", {});
  }
  return { deviceId, address, path, ...(operationId === undefined ? {} : { operationId }) };
}

function jobOf(base: JobBase, signable: Signable): WantedJob {
  switch (signable.kind) {
    case "transaction": {
      const { chainId } = signable.transaction;
      return { ...base, kind: "transaction", chainId, unsigned: unsignedTransaction(signable.transaction) };
    }
    case "typed-data":
      return { ...base, kind: "typed-data", ...typedDataForDevice(signable.data) };
    case "message":
      return { ...base, kind: "message", bytes: signable.bytes };
  }
}

/**
 * Signs on a device, by way of the desk. Bytes and digest are made here, and what comes back is verified against both the
 * account and that digest. `operationId`: what the signatures are for. Throws account/unknown for an account of no device.
 * Rejects: vault/locked, account/typed-data, device/*.
 */
export function ledgerSigner(
  desk: Pick<Desk, "request">,
  account: Account,
  audit: AuditWriter,
  operationId: string | undefined,
): Signer {
  const base = jobBase(account, operationId);
  return auditedSigner(account, audit, (digest, signable) =>
    desk.request(jobOf(base, signable), (signature) => requireSignature(digest, signature, account.address)),
  );
}

/**
 * A device's yes to what another account is to do: its EIP-191 signature of `bytes`, verified. Their text must say all of
 * it in words and hold something that was never signed before. Rejects as ledgerSigner, account/unknown included.
 */
export async function secondFactorSignature(
  desk: Pick<Desk, "request">,
  account: Account,
  bytes: Hex,
  operationId: string | undefined,
): Promise<SignatureParts> {
  const digest = messageDigest(bytes);
  return desk.request({ ...jobBase(account, operationId), kind: "second-factor", bytes }, (signature) =>
    requireSignature(digest, signature, account.address),
  );
}
