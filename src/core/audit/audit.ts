import * as v from "valibot";
import { unixSeconds } from "../wire/schemas.ts";

export const auditEvents = [
  "vault.created",
  "vault.unlocked",
  "vault.unlock-failed",
  "vault.locked",
  "vault.password-changed",
  "vault.reencrypted",
  "vault.restored",
  "vault.exported",
  "phrase.revealed",
  "phrase.backed-up",
  "key.exported",
  "account.added",
  "account.renamed",
  "account.hidden",
  "account.shown",
  "permit.signed",
  "transaction.signed",
  "transaction.broadcast",
  "operation.rejected",
  "site.connected",
  "site.disconnected",
  "site.request-rejected",
  "site.grant-changed",
  "site.session-ended",
  "site.suspended",
  "site.resumed",
  "site.sign-in",
  "message.signed",
  "typed-data.signed",
  "lease.set",
  "network.added",
  "network.removed",
  "asset.watched",
  "asset.removed",
  "phishing-list.updated",
  "site.refused",
  "settings.changed",
  "device.paired",
  "device.removed",
  "account.removed",
  "device.refused",
  "second-factor.set",
  "second-factor.confirmed",
  "contact.added",
  "contact.removed",
  "log.exported",
] as const;
export type AuditEvent = (typeof auditEvents)[number];

/** One line of the log. `hash` = SHA-256 over the previous hash and this entry, so that a removed line shows. */
export const AuditEntry = v.object({
  index: v.pipe(v.number(), v.integer(), v.minValue(0)),
  at: unixSeconds,
  event: v.picklist(auditEvents),
  /** Addresses, hashes, origins, amounts as text: never a secret. */
  details: v.record(v.string(), v.union([v.string(), v.number()])),
  previous: v.string(),
  hash: v.string(),
});
export type AuditEntry = v.InferOutput<typeof AuditEntry>;

/** How the parts write to the log. Never rejects: a failing log must not stop a lock. */
export type AuditWriter = (event: AuditEvent, details?: Record<string, string | number>) => Promise<void>;
