import type { Lease } from "../core/allowance/allowance.ts";
import type { Operation } from "../core/operation/operation.ts";
import type { CommandHandlers } from "../messages/popup/index.ts";
import type { AllowanceDependencies } from "./dependencies.ts";
import { createLeases } from "./leases.ts";
import { scanAllowances } from "./scan.ts";

export interface Allowances {
  handlers: Pick<CommandHandlers, "allowances.scan" | "allowances.stop" | "leases.set">;
  /** Call on every change of an operation's record. Never rejects. */
  operationChanged(operation: Operation): Promise<void>;
  /** Leases that are over and whose grants the person should end. */
  dueLeases(): Promise<Lease[]>;
  /** When the next lease ends, seconds since 1970; for the alarm. */
  nextLeaseEnd(): Promise<number | undefined>;
}

/** Every allowance the accounts have given, as the chain has it, and the ends that they were given here. */
export function createAllowances(deps: AllowanceDependencies): Allowances {
  const leases = createLeases(deps);
  const running = new Map<number, { stopped: boolean }>();

  async function scan(chainId: number): Promise<void> {
    if (running.has(chainId)) return;
    const turn = { stopped: false };
    running.set(chainId, turn);
    try {
      await scanAllowances(deps, chainId, () => turn.stopped);
    } finally {
      running.delete(chainId);
    }
  }

  return {
    handlers: {
      async "allowances.scan"({ chainId }) {
        deps.access(chainId);
        // Progress and failures are in the record, which pages follow.
        void scan(chainId).catch(() => undefined);
        return {};
      },
      async "allowances.stop"({ chainId }) {
        const turn = running.get(chainId);
        if (turn) turn.stopped = true;
        return {};
      },
      async "leases.set"({ key, until }) {
        await leases.setEnd(key, until);
        return {};
      },
    },
    operationChanged: (operation) => leases.note(operation).catch(() => undefined),
    dueLeases: leases.due,
    nextLeaseEnd: leases.nextEnd,
  };
}
