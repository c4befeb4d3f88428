import type { DeviceOptions } from "../core/device/ledger.ts";
import { WeirError } from "../core/errors/index.ts";
import { closeApp, openApp } from "./commands.ts";
import { type Connection, pause } from "./connection.ts";
import { grantedLedgers, type Hid } from "./hid.ts";
import type { Patience } from "./line.ts";
import { dashboardName, ethereumName } from "./running-app.ts";
import { isLocked, ok, statusError } from "./status-words.ts";

/** What became of the device: "changed" its app, "locked" before it could. */
export type AppChange = "changed" | "locked";

/**
 * Asks the device to open the Ethereum app; from another app it goes to the dashboard first, and has to be asked again
 * from there. Many devices leave the bus for that, so the connection is of no use afterwards. Rejects
 * device/wrong-app, app-missing, refused, unplugged and what ends the line.
 */
export async function towardsEthereum(
  connection: Connection,
  app: string,
  patience: Patience,
  onStage: DeviceOptions["onStage"],
): Promise<AppChange> {
  const fromDashboard = app === dashboardName;
  onStage({ kind: "open-app", app: fromDashboard ? "" : app });
  connection.mayLeave();
  const answered = connection.ask(fromDashboard ? openApp(ethereumName) : closeApp);
  // The library tells of the answer after the device has left; without an answer the cable was pulled.
  const pulled = connection.left.then(() => pause(patience.unlockPoll)).then(() => undefined);
  const answer = await Promise.race([answered, pulled]);
  answered.catch(() => undefined);
  if (answer === undefined) throw new WeirError("device/unplugged", {});
  if (answer.status === ok) return "changed";
  if (isLocked(answer.status)) return "locked";
  throw fromDashboard ? statusError(answer.status) : new WeirError("device/wrong-app", { app });
}

/**
 * Waits for a device to be back on the bus. Rejects device/no-grant when none that may be used comes: the app has a
 * product id of its own, which a grant need not cover.
 */
export async function comeBack(hid: Hid, patience: Patience, wanted: () => void): Promise<void> {
  const until = Date.now() + patience.comeBack;
  while ((await grantedLedgers(hid)).length === 0) {
    wanted();
    if (Date.now() > until) throw new WeirError("device/no-grant", {});
    await pause(100);
  }
}
