import { isWeirError } from "../../core/errors/index.ts";
import { type PopupClient, popupClient, type SendMessage } from "../../messages/popup/client.ts";
import type { CommandName } from "../../messages/popup/index.ts";

/** Commands that may be sent twice: they only read, or doing them again changes nothing. */
const repeatable: ReadonlySet<CommandName> = new Set<CommandName>([
  "worker.ping",
  "vault.status",
  "vault.touch",
  "portfolio.refresh",
  "portfolio.quote",
  "portfolio.max",
  "portfolio.protocols",
  "devices.look",
  "sites.request",
  "audit.list",
  "accounts.select",
]);

/** A client that asks once more when the worker was ended in the middle of a repeatable command. */
export function retryingClient(send: SendMessage): PopupClient {
  const client = popupClient(send);
  return async (name, input) => {
    try {
      return await client(name, input);
    } catch (error) {
      if (!repeatable.has(name) || !isWeirError(error, "message/worker-gone")) throw error;
      return client(name, input);
    }
  };
}
