import { WeirError } from "../core/errors/index.ts";

const lockName = "weir-ledger";

interface Locks {
  request(
    name: string,
    options: { ifAvailable: true },
    held: (lock: unknown) => Promise<void> | undefined,
  ): Promise<unknown>;
}

/** One owner of the device at a time, in this page and, by a Web Lock, in this browser. */
export interface Owner {
  /** How to give it back. Rejects device/busy. */
  take(): Promise<GiveBack>;
}

/** Gives the device back once `after` has settled; resolves when others may have it. Never rejects. */
export type GiveBack = (after: Promise<unknown>) => Promise<void>;

export function owner(locks: Locks | undefined): Owner {
  let taken = false;
  /** Giving back goes on in the background; who comes next waits for it. */
  let givenBack: Promise<void> = Promise.resolve();
  return {
    async take() {
      if (taken) throw new WeirError("device/busy", {});
      taken = true;
      try {
        await givenBack;
        const unlock = await lock(locks);
        return (after) => {
          taken = false;
          givenBack = after.then(unlock, unlock).then(
            () => undefined,
            () => undefined,
          );
          return givenBack;
        };
      } catch (error) {
        taken = false;
        throw error;
      }
    },
  };
}

/** The browser's lock; resolves how to leave it. Rejects device/busy when another page has it. */
function lock(locks: Locks | undefined): Promise<() => Promise<unknown>> {
  if (locks === undefined) return Promise.resolve(async () => undefined);
  return new Promise((resolve, reject) => {
    const over = locks.request(lockName, { ifAvailable: true }, (granted) => {
      if (granted === null) {
        reject(new WeirError("device/busy", {}));
        return undefined;
      }
      return new Promise<void>((leave) => {
        resolve(() => {
          leave();
          return over;
        });
      });
    });
    over.catch(reject);
  });
}
