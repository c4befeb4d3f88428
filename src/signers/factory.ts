import type { SignerFactory } from "../core/account/signer.ts";
import type { AuditWriter } from "../core/audit/audit.ts";
import { WeirError } from "../core/errors/index.ts";
import type { Desk } from "./ledger/desk.ts";
import { ledgerSigner } from "./ledger/ledger-signer.ts";
import { type KeyLender, memorySigner } from "./memory/memory-signer.ts";
import { watchSigner } from "./watch/watch-signer.ts";

/** Who signs for which kind of account. `vault` is asked at once whether it is open, and again for each signature. */
export function createSignerFactory(parts: {
  vault: KeyLender & { isUnlocked(): Promise<boolean> };
  desk: Pick<Desk, "request">;
  audit: AuditWriter;
}): SignerFactory {
  const { vault, desk, audit } = parts;
  return {
    capacityOf: ({ kind }) => (kind === "ledger" ? "device" : "any"),
    async signerFor(account, operationId) {
      if (account.kind === "watch") return watchSigner();
      if (!(await vault.isUnlocked())) throw new WeirError("vault/locked", {});
      return account.kind === "ledger"
        ? ledgerSigner(desk, account, audit, operationId)
        : memorySigner(vault, account, audit);
    },
  };
}
