import type { DeviceFacts, DeviceOptions } from "../core/device/ledger.ts";
import { isWeirError, WeirError } from "../core/errors/index.ts";
import { type Connection, connect, type Surroundings } from "./connection.ts";
import { grantedLedgers } from "./hid.ts";
import type { Line } from "./line.ts";
import { comeBack, towardsEthereum } from "./open-ethereum.ts";
import {
  blindSigningAllowed,
  dashboardName,
  ethereumName,
  firmwareOf,
  requireVersion,
  runningApp,
} from "./running-app.ts";

export interface ReadyDevice {
  connection: Connection;
  facts: DeviceFacts;
}

/** Locked, another app, the dashboard, each with a little to spare. */
const MOST_ROUNDS = 8;

/**
 * A device with the Ethereum app open, connected anew after each change: the library asks for the app when it connects,
 * and not again. `closing` is told of every connection that is given up. Rejects device/*; device/cancelled at once,
 * whatever the device does.
 */
export async function openSession(
  surroundings: Surroundings,
  usedBefore: () => boolean | Promise<boolean>,
  { signal, onStage }: DeviceOptions,
  closing: (done: Promise<void>) => void,
): Promise<ReadyDevice> {
  const { hid, patience } = surroundings;
  let line: Line | undefined;
  let close: () => Promise<void> = async () => undefined;
  const giveUp = () => closing(close());
  const stillWanted = () => {
    if (signal.aborted) throw new WeirError("device/cancelled", {});
  };

  const connectNow = async (): Promise<Connection> => {
    const [device] = await grantedLedgers(hid);
    stillWanted();
    if (device === undefined) {
      throw new WeirError((await usedBefore()) ? "device/not-found" : "device/no-grant", {});
    }
    return connect(surroundings, device, (newLine, newClose) => {
      line = newLine;
      close = newClose;
    });
  };

  const work = async (): Promise<ReadyDevice> => {
    let firmware: string | undefined;
    let changedAt = Number.NEGATIVE_INFINITY;
    onStage({ kind: "connecting" });
    for (let round = 0; round < MOST_ROUNDS; round++) {
      stillWanted();
      try {
        const connection = await connectNow();
        const app = await runningApp(connection, patience, onStage);
        if (!app.waited && app.name === ethereumName) {
          requireVersion(app.version);
          onStage({ kind: "checking" });
          const blindSigning = await blindSigningAllowed(connection);
          const facts = { model: connection.model, appVersion: app.version, blindSigning };
          return { connection, facts: firmware === undefined ? facts : { ...facts, firmware } };
        }
        if (app.name === dashboardName) firmware ??= await firmwareOf(connection);
        if (app.name !== ethereumName) {
          const change = await towardsEthereum(connection, app.name, patience, onStage);
          if (change === "changed") {
            changedAt = Date.now();
            onStage({ kind: "reconnecting" });
          }
        }
        await close();
      } catch (error) {
        // The bus may be left later than the answer came.
        const mayStillLeave = Date.now() - changedAt < patience.comeBack;
        if (!mayStillLeave || !isWeirError(error, "device/unplugged")) throw error;
        await close();
      }
      if (Number.isFinite(changedAt)) await comeBack(hid, patience, stillWanted);
    }
    throw new WeirError("device/silent", {});
  };

  let cancel: () => void = () => undefined;
  const cancelled = new Promise<never>((_, reject) => {
    cancel = () => {
      const error = new WeirError("device/cancelled", {});
      reject(error);
      line?.end(error);
    };
  });
  signal.addEventListener("abort", cancel);
  try {
    if (signal.aborted) cancel();
    return await Promise.race([cancelled, work()]);
  } catch (error) {
    giveUp();
    throw error;
  } finally {
    signal.removeEventListener("abort", cancel);
  }
}
