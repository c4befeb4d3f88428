import { WeirError } from "../../core/errors/index.ts";
import type { Serial } from "../../core/serial/serial.ts";

/** What this worker is doing for operations just now: it may take as long as a person takes to look at a device. */
export interface Works {
  /** Does `work` in the operation's queue; until it is done the operation is busy. */
  hold<T>(id: string, work: () => Promise<T>): Promise<T>;
  isBusy(id: string): boolean;
  /** Until the returned function is called nothing more is signed for the operation, and nothing waits for its turn to be. */
  withdraw(id: string): () => void;
  /** Throws operation/rejected-by-user while the operation is withdrawn. Ask it in the turn in which a signer is asked. */
  requireWanted(id: string): void;
  /** `work` in the queue `key`; rejects with operation/rejected-by-user at once when it is withdrawn before its turn. */
  inTurn<T>(key: string, id: string, work: () => Promise<T>): Promise<T>;
}

const rejected = (): WeirError => new WeirError("operation/rejected-by-user", {});

export function createWorks(serial: Serial): Works {
  const held = new Map<string, number>();
  const withdrawn = new Map<string, number>();
  const waiting = new Map<string, Set<() => void>>();
  const count = (counts: Map<string, number>, id: string, change: 1 | -1): void => {
    const now = (counts.get(id) ?? 0) + change;
    if (now === 0) counts.delete(id);
    else counts.set(id, now);
  };

  return {
    hold(id, work) {
      count(held, id, 1);
      return serial(`operation:${id}`, work).finally(() => count(held, id, -1));
    },
    isBusy: (id) => held.has(id),
    withdraw(id) {
      count(withdrawn, id, 1);
      for (const giveUp of waiting.get(id) ?? []) giveUp();
      return () => count(withdrawn, id, -1);
    },
    requireWanted(id) {
      if (withdrawn.has(id)) throw rejected();
    },
    inTurn: (key, id, work) =>
      new Promise((resolve, reject) => {
        const those = waiting.get(id) ?? new Set();
        waiting.set(id, those);
        let givenUp = false;
        const giveUp = (): void => {
          givenUp = true;
          reject(rejected());
        };
        those.add(giveUp);
        const leave = (): void => {
          those.delete(giveUp);
          if (those.size === 0 && waiting.get(id) === those) waiting.delete(id);
        };
        const turn = async (): Promise<void> => {
          leave();
          if (!givenUp) resolve(await work());
        };
        serial(key, turn).catch(reject);
      }),
  };
}
