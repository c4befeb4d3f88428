import type { Signer } from "../../core/account/signer.ts";
import { WeirError } from "../../core/errors/index.ts";

/** There is no key for a watched account, so there is no signer: always rejects with account/watch-only. */
export async function watchSigner(): Promise<Signer> {
  throw new WeirError("account/watch-only", {});
}
