import { type Lease, leaseKey } from "../core/allowance/allowance.ts";
import type { Operation } from "../core/operation/operation.ts";
import type { CommandHandlers } from "../messages/popup/index.ts";
import type { AllowanceDependencies } from "./dependencies.ts";
import { createLeases } from "./leases.ts";
import { scanAllowances, storedList } from "./scan.ts";

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
      const list = await storedList(deps, chainId);
      const isWhole = list !== undefined && !list.failure && list.scannedTo >= list.head;
      if (isWhole) await leases.settle(chainId, list.allowances);
    } finally {
      running.delete(chainId);
    }
  }

  /** A standing allowance that was given elsewhere, as a lease from now on. */
  async function foundOnChain(key: string, until: number): Promise<Lease | undefined> {
    const list = await storedList(deps, Number(key.split(":")[0]));
    const found = list?.allowances.find((each) => leaseKey({ ...each, chainId: list.chainId }) === key);
    if (!list || !found) return undefined;
    const { account, form, token, spender, amount } = found;
    const grantedAt = found.setAt ?? deps.clock.nowSeconds();
    const onChain = found.expiresAt !== undefined;
    return {
      chainId: list.chainId,
      account,
      form,
      token,
      spender,
      amount,
      grantedAt,
      until,
      onChain,
      origin: "chain",
    };
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
        await leases.setEnd(key, until, await foundOnChain(key, until));
        return {};
      },
    },
    operationChanged: (operation) => leases.note(operation).catch(() => undefined),
    dueLeases: leases.due,
    nextLeaseEnd: leases.nextEnd,
  };
}
