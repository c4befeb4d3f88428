import { type ErrorReport, errorReport } from "../../../core/errors/index.ts";
import type { SecretInput } from "../../../messages/popup/vault.ts";

async function check(secret: SecretInput): Promise<void> {
  switch (secret.kind) {
    case "phrase":
      (await import("../../../core/account/phrase.ts")).parsePhrase(secret.phrase);
      return;
    case "key":
      (await import("../../../core/account/private-key.ts")).parsePrivateKey(secret.key).fill(0);
      return;
    case "keystore":
      (await import("../../../core/account/keystore-file.ts")).parseKeystoreFile(secret.json);
  }
}

/**
 * What is wrong with a secret's form, so that it can be said where it was typed, before a password is chosen;
 * undefined = nothing. A key file's own password is tried by the worker alone, since that takes its time. The code
 * that reads secrets is loaded when it is needed.
 */
export async function secretProblem(secret: SecretInput): Promise<ErrorReport | undefined> {
  try {
    await check(secret);
    return undefined;
  } catch (error) {
    return errorReport(error, "vault.create");
  }
}
