import type { Address } from "../../core/account/account.ts";
import { sameAddress } from "../../core/account/address.ts";
import type { AuditWriter } from "../../core/audit/audit.ts";
import type { DeviceJob } from "../../core/device/job.ts";
import type { Clock, KeyValueStore, RandomBytes, Sleep } from "../../core/environment/environment.ts";
import { isWeirError, WeirError } from "../../core/errors/index.ts";
import { createSerial } from "../../core/serial/serial.ts";
import type { SignatureParts } from "../../core/staking/plan.ts";
import { sessionKeys } from "../../core/store/keys.ts";
import type { CommandHandlers } from "../../messages/popup/index.ts";
import { deviceFailure } from "./device-failure.ts";

/** A page that works with the device beats every three seconds. */
const silentMs = 15_000;
/** A full tab is opened, painted and takes the job within. */
const untakenMs = 20_000;
const lookMs = 1_000;

export interface DeskParts {
  /** storage.session: pages follow the job there. */
  session: KeyValueStore;
  clock: Clock;
  sleep: Sleep;
  random: RandomBytes;
  audit: AuditWriter;
  isUnlocked(): Promise<boolean>;
  /** Brings a full tab before the person, for this operation when it must be opened; undefined where no page can reach a device. */
  showTab: ((operationId: string | undefined) => Promise<void>) | undefined;
}

type DeskCommand = "devices.take" | "devices.beat" | "devices.answer" | "devices.fail" | "devices.cancel";
type Omitted<T, K extends string> = T extends unknown ? Omit<T, K> : never;

/** A job before the desk numbers it. */
export type WantedJob = Omitted<DeviceJob, "id" | "createdAt" | "owner">;

/**
 * Where signatures of devices are had. The worker reaches no device: a wanted signature lies here as a job, one at a time,
 * until the full tab that took it brings it, says why not, or falls silent.
 */
export interface Desk {
  /**
   * The signature of a job, in its turn. `verify` throws for one that is not it; such a signature ends the job. In the same
   * turn the job is in the line, so that `cancelFor` finds it. Rejects with vault/locked and device/*, device/signature,
   * device/cancelled, device/tab-closed and device/unsupported-browser among them.
   */
  request(job: WantedJob, verify: (signature: SignatureParts) => void): Promise<SignatureParts>;
  handlers: Pick<CommandHandlers, DeskCommand>;
  /** Ends what is wanted for an operation, in its turn or not yet. */
  cancelFor(operationId: string): void;
  /** Ends what is wanted of accounts that are not among these addresses any more. */
  keepOnly(addresses: readonly Address[]): void;
  /** Call after locking and unlocking. */
  lockChanged(): Promise<void>;
  /** Call when a worker starts: a job that the last one left is wanted by nobody. */
  restore(): Promise<void>;
}

interface Wanted {
  job: DeviceJob;
  verify: (signature: SignatureParts) => void;
  resolve: (signature: SignatureParts) => void;
  reject: (error: WeirError) => void;
  /** When a page was last heard of, by the monotonic clock. */
  heardMs: number;
}

/** The one desk of a worker. Its line lives in memory: with the worker every job is over. */
export function createDesk(parts: DeskParts): Desk {
  const { session, clock } = parts;
  /** The first is the one that lies in storage. */
  const line: Wanted[] = [];
  const serial = createSerial();
  const stored = (work: () => Promise<void>): Promise<void> => serial("job", work);

  function end(wanted: Wanted, outcome: SignatureParts | WeirError): void {
    const place = line.indexOf(wanted);
    if (place < 0) return;
    line.splice(place, 1);
    const settle = (): void => {
      if (outcome instanceof WeirError) wanted.reject(outcome);
      else wanted.resolve(outcome);
    };
    // Pages see the job go before anything comes of it. One that cannot be removed is refused to whoever takes it.
    const gone = place > 0 ? Promise.resolve() : stored(() => session.remove(sessionKeys.deviceJob));
    void gone.then(settle, settle);
    if (place === 0 && line[0]) void begin(line[0]);
  }

  async function begin(wanted: Wanted): Promise<void> {
    try {
      await stored(() => session.set(sessionKeys.deviceJob, wanted.job));
    } catch (error) {
      return end(wanted, isWeirError(error) ? error : new WeirError("device/unknown", {}));
    }
    if (!line.includes(wanted)) return;
    wanted.heardMs = clock.monotonicMs();
    // The time runs while the tab opens: a browser that never answers is no reason to wait for ever.
    parts.showTab?.(wanted.job.operationId).catch(() => {
      end(wanted, new WeirError("device/unsupported-browser", {}));
    });
    while (line.includes(wanted)) {
      const patience = wanted.job.owner === undefined ? untakenMs : silentMs;
      if (clock.monotonicMs() - wanted.heardMs >= patience) {
        return end(wanted, new WeirError("device/tab-closed", {}));
      }
      await parts.sleep(lookMs);
    }
  }

  /** The job that this page has, while it is wanted. */
  function taken(jobId: string, owner: string): Wanted | undefined {
    const first = line[0];
    return first?.job.id === jobId && first.job.owner === owner ? first : undefined;
  }

  function takenOrGone(jobId: string, owner: string): Wanted {
    const wanted = taken(jobId, owner);
    if (!wanted) throw new WeirError("device/job-gone", {});
    return wanted;
  }

  async function endLocked(which: readonly Wanted[]): Promise<void> {
    if (await parts.isUnlocked()) return;
    for (const wanted of which) end(wanted, new WeirError("vault/locked", {}));
  }

  function cancelWhere(unwanted: (job: DeviceJob) => boolean): void {
    for (const wanted of line.filter(({ job }) => unwanted(job))) {
      end(wanted, new WeirError("device/cancelled", {}));
    }
  }

  const handlers: Desk["handlers"] = {
    async "devices.take"({ jobId, owner }) {
      const wanted = line[0];
      if (wanted?.job.id !== jobId) return { taken: false };
      if (wanted.job.owner !== undefined && wanted.job.owner !== owner) return { taken: false };
      wanted.heardMs = clock.monotonicMs();
      if (wanted.job.owner === undefined) {
        wanted.job = { ...wanted.job, owner };
        await stored(async () => {
          if (line[0] === wanted) await session.set(sessionKeys.deviceJob, wanted.job);
        });
      }
      return { taken: line[0] === wanted };
    },

    async "devices.beat"({ jobId, owner }) {
      const wanted = taken(jobId, owner);
      if (wanted) wanted.heardMs = clock.monotonicMs();
      return { wanted: wanted !== undefined };
    },

    async "devices.answer"({ jobId, owner, signature }) {
      const wanted = takenOrGone(jobId, owner);
      try {
        wanted.verify(signature);
      } catch (cause) {
        const wrong = new WeirError("device/signature", {}, { cause });
        end(wanted, wrong);
        await refused(wanted.job, wrong);
        throw wrong;
      }
      end(wanted, signature);
      return {};
    },

    async "devices.fail"({ jobId, owner, error }) {
      const wanted = takenOrGone(jobId, owner);
      const failure = deviceFailure(error);
      end(wanted, failure);
      await refused(wanted.job, failure);
      return {};
    },

    async "devices.cancel"({ jobId }) {
      const wanted = line.find(({ job }) => job.id === jobId);
      if (wanted) end(wanted, new WeirError("device/cancelled", {}));
      return {};
    },
  };

  /** What a device, or somebody in its place, said no to or answered wrongly is worth a line of the log. */
  async function refused({ address, kind }: DeviceJob, { code }: WeirError): Promise<void> {
    if (code !== "device/refused" && code !== "device/signature" && code !== "device/wrong-device") return;
    await parts.audit("device.refused", { account: address, kind, code });
  }

  return {
    handlers,
    request(asked, verify) {
      if (!parts.showTab) return Promise.reject(new WeirError("device/unsupported-browser", {}));
      const id = Array.from(parts.random(16), (byte) => byte.toString(16).padStart(2, "0")).join("");
      const job: DeviceJob = { ...asked, id, createdAt: clock.nowSeconds() };
      return new Promise((resolve, reject) => {
        const wanted: Wanted = { job, verify, resolve, reject, heardMs: 0 };
        line.push(wanted);
        if (line[0] === wanted) void begin(wanted);
        // Whoever asked looked at the lock before; it may have fallen since.
        endLocked([wanted]).catch(() => undefined);
      });
    },
    cancelFor: (operationId) => cancelWhere((job) => job.operationId === operationId),
    keepOnly: (addresses) =>
      cancelWhere((job) => !addresses.some((address) => sameAddress(address, job.address))),
    lockChanged: () => endLocked([...line]),
    restore: () => stored(() => session.remove(sessionKeys.deviceJob)),
  };
}
