import { type Lease, Lease as LeaseSchema, leaseKey } from "../core/allowance/allowance.ts";
import { WeirError } from "../core/errors/index.ts";
import type { AllowanceChange, Operation } from "../core/operation/operation.ts";
import { localKeys } from "../core/store/keys.ts";
import { recordStore } from "../core/store/record-store.ts";
import type { AllowanceDependencies } from "./dependencies.ts";

const standingForm = (form: AllowanceChange["form"]): Lease["form"] | undefined => {
  switch (form) {
    case "operator":
      return "operator";
    case "permit2-allowance":
      return "permit2";
    // Used up with the one transfer it allows; nothing stands.
    case "permit2-transfer":
      return undefined;
    default:
      return "erc20";
  }
};

/** Whether what the operation grants can be used by now: its transactions are confirmed, or its signature is out. */
const isGiven = (operation: Operation): boolean => operation.state === "confirmed";

function leaseOf(operation: Operation, change: AllowanceChange): Lease | undefined {
  const form = standingForm(change.form);
  const until = change.until ?? operation.leaseUntil;
  if (form === undefined || until === undefined) return undefined;
  const { token, symbol, decimals } = change;
  return {
    chainId: operation.chainId,
    account: operation.account,
    form,
    token: {
      id: token.toLowerCase(),
      symbol: symbol.slice(0, 16),
      name: symbol.slice(0, 60),
      decimals,
      address: token,
    },
    spender: change.spender,
    amount: change.after,
    grantedAt: operation.updatedAt,
    until,
    onChain: form === "permit2",
    origin: operation.origin,
    operationId: operation.id,
  };
}

/** The ends that grants were given. */
export function createLeases(deps: AllowanceDependencies) {
  const store = recordStore(deps.local, localKeys.lease, LeaseSchema);

  return {
    all: async (): Promise<Lease[]> => (await store.list()).records,

    /** Takes note of what an operation grants or ends; bears repetition. */
    async note(operation: Operation): Promise<void> {
      if (!isGiven(operation) || !operation.preview) return;
      let changed = false;
      for (const change of operation.preview.allowances) {
        const lease = leaseOf(operation, change);
        const form = standingForm(change.form);
        if (!form) continue;
        const key = lease
          ? leaseKey(lease)
          : leaseKey({
              ...operation,
              form,
              token: { id: "", symbol: "", name: "", decimals: 0, address: change.token },
              spender: change.spender,
            });
        const known = await store.get(key).catch(() => undefined);
        if (change.after === 0n) {
          if (known && known.grantedAt <= operation.updatedAt) {
            await store.remove(key);
            changed = true;
          }
        } else if (lease && known?.operationId !== operation.id) {
          await store.put(key, lease);
          changed = true;
        }
      }
      if (changed) deps.leasesChanged?.();
    },

    /** Gives a lease another end, or an allowance found on the chain its first. Rejects allowance/lease-unknown. */
    async setEnd(key: string, until: number, found?: Lease): Promise<void> {
      const lease = (await store.get(key).catch(() => undefined)) ?? found;
      if (!lease) throw new WeirError("allowance/lease-unknown", {});
      await store.put(key, { ...lease, until });
      await deps.audit("lease.set", { spender: lease.spender, token: lease.token.symbol, until });
      deps.leasesChanged?.();
    },

    /** Leases that are over and whose grants do not end by themselves. */
    async due(): Promise<Lease[]> {
      const now = deps.clock.nowSeconds();
      return (await store.list()).records.filter((lease) => lease.until <= now && !lease.onChain);
    },

    /** When the next lease ends that somebody has to be told of; undefined when none does. */
    async nextEnd(): Promise<number | undefined> {
      const now = deps.clock.nowSeconds();
      const ends = (await store.list()).records
        .filter((lease) => lease.until > now && !lease.onChain)
        .map(({ until }) => until);
      return ends.length === 0 ? undefined : Math.min(...ends);
    },
  };
}
