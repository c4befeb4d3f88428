import { DeviceActionStatus, type ExecuteDeviceActionReturnType } from "@ledgerhq/device-management-kit";
import { isWeirError, WeirError } from "../core/errors/index.ts";
import type { Connection } from "./connection.ts";
import type { Watcher } from "./line.ts";
import { statusError } from "./status-words.ts";

/** What the library throws and returns; only the status word in it is of use. */
function fromLibrary(error: unknown): WeirError {
  if (isWeirError(error)) return error;
  const { errorCode } = (error ?? {}) as { errorCode?: unknown };
  const status = typeof errorCode === "string" ? Number.parseInt(errorCode, 16) : Number.NaN;
  return Number.isNaN(status)
    ? new WeirError("device/answer-invalid", {}, { cause: error })
    : statusError(status);
}

// biome-ignore lint/suspicious/noExplicitAny: the error and the intermediate value differ from action to action and are not looked at
type Action<T> = ExecuteDeviceActionReturnType<T, any, any>;

/**
 * Runs one of the library's actions to its end. `start` begins it; `watcher` sees its commands and may end it. Rejects
 * device/* alone.
 */
export async function runAction<T>(
  { line }: Connection,
  watcher: Pick<Watcher, "sending" | "answered">,
  start: () => Action<T>,
): Promise<T> {
  let action: Action<T> | undefined;
  let release: () => void = () => undefined;
  try {
    return await line.within(
      new Promise<T>((resolve, reject) => {
        release = line.watch({ ...watcher, stop: reject });
        action = start();
        action.observable.subscribe({
          next(state) {
            if (state.status === DeviceActionStatus.Completed) resolve(state.output);
            if (state.status === DeviceActionStatus.Error) reject(state.error);
          },
          error: reject,
          // After a result this changes nothing.
          complete: () => reject(new WeirError("device/answer-invalid", {})),
        });
      }),
    );
  } catch (error) {
    throw fromLibrary(error);
  } finally {
    release();
    action?.cancel();
  }
}
