import type { DeviceOptions, LedgerSession } from "../core/device/ledger.ts";
import { WeirError } from "../core/errors/index.ts";
import { addressOn } from "./address.ts";
import type { Patience } from "./line.ts";
import type { ReadyDevice } from "./open-session.ts";
import type { GiveBack } from "./owner.ts";
import { signOn } from "./sign.ts";

/**
 * The session of a device that is ready. It ends by `close`, and by whatever makes the connection of no use any more:
 * unplugged, silent, cancelled, an answer that makes no sense.
 */
export function ledgerSession(
  { connection, facts }: ReadyDevice,
  patience: Patience,
  giveBack: GiveBack,
): LedgerSession {
  const { line } = connection;
  let working = false;
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing ??= giveBack(connection.close());
    return closing;
  };
  line.over.catch(close);

  /** One work at a time; cancelling it ends the session, since the device may still be showing something. */
  async function work<T>({ signal }: DeviceOptions, task: () => Promise<T>): Promise<T> {
    if (working) throw new WeirError("device/busy", {});
    const cancel = () => line.end(new WeirError("device/cancelled", {}));
    signal.addEventListener("abort", cancel);
    working = true;
    try {
      if (signal.aborted) cancel();
      return await line.within(line.ended ? line.over : task());
    } finally {
      working = false;
      signal.removeEventListener("abort", cancel);
    }
  }

  return {
    facts,
    addressAt: (path, options) => work(options, () => addressOn(connection, patience, path, options)),
    sign: (job, options) => work(options, () => signOn(connection, patience, job, options.onStage)),
    close,
  };
}
