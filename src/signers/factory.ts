import type { SignerFactory } from "../core/account/signer.ts";
import type { AuditWriter } from "../core/audit/audit.ts";
import { WeirError } from "../core/errors/index.ts";
import { type KeyLender, memorySigner } from "./memory/memory-signer.ts";
import { watchSigner } from "./watch/watch-signer.ts";

/** Who signs for which kind of account. `vault` is asked at once whether it is open, and again for each signature. */
export function createSignerFactory(parts: {
  vault: KeyLender & { isUnlocked(): Promise<boolean> };
  audit: AuditWriter;
}): SignerFactory {
  const { vault, audit } = parts;
  return {
    capacityOf: ({ kind }) => (kind === "ledger" ? "device" : "any"),
    async signerFor(account) {
      if (account.kind === "watch") return watchSigner();
      if (!(await vault.isUnlocked())) throw new WeirError("vault/locked", {});
      return memorySigner(vault, account, audit);
    },
  };
}
