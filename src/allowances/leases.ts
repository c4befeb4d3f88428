import { type Allowance, type Lease, Lease as LeaseSchema, leaseKey } from "../core/allowance/allowance.ts";
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

/** An end on the chain that is further away than this is none that somebody waits for. */
const longSeconds = 366 * 86_400;

/** What was granted lately may be younger than what a reading saw. */
const youngSeconds = 600;

/** States in which a batch stands still: what of it was done stays, and the rest may never come. */
const stopped: readonly Operation["state"][] = ["planned", "failed", "rejected", "cancelled"];

/**
 * What can be used by now: all that was shown of an operation whose transactions are confirmed or whose signature is out;
 * of one that stopped half-way the approvals that are on the chain, which a later call was perhaps to use up.
 */
function givenBy(operation: Operation): readonly AllowanceChange[] {
  const { state, plan, preview } = operation;
  if (state === "confirmed") return preview?.allowances ?? [];
  if (!stopped.includes(state)) return [];
  const given = new Map<string, AllowanceChange>();
  for (const [place, step] of plan.steps.entries()) {
    const address = step.kind === "approve" && step.token.address;
    if (!address || operation.steps[place]?.state !== "confirmed") continue;
    const { token, spender, amount: after } = step;
    const { symbol, decimals } = token;
    const change: AllowanceChange = {
      token: address,
      symbol,
      decimals,
      spender,
      before: 0n,
      after,
      form: "approve",
    };
    given.set(`${address}:${spender}`.toLowerCase(), change);
  }
  return [...given.values()];
}

const usable = ({ until }: AllowanceChange): Pick<Lease, "usableUntil"> =>
  until === undefined ? {} : { usableUntil: until };

function leaseOf(operation: Operation, change: AllowanceChange): Lease | undefined {
  const form = standingForm(change.form);
  // A permit's own end is that of its use: the allowance it gives stays, and ends when the person said.
  // Permit2's rights end by themselves; one that does so in years has a lease like the rest.
  const endsBy = change.until ?? Number.POSITIVE_INFINITY;
  const onChain = form === "permit2" && endsBy - operation.updatedAt <= longSeconds;
  const until = onChain ? change.until : (operation.leaseUntil ?? change.until);
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
    onChain,
    ...(change.form === "permit" || change.form === "dai-permit" ? usable(change) : {}),
    origin: operation.origin,
    operationId: operation.id,
  };
}

/** For keys, which need a token's address alone. */
const nameless = { id: "", symbol: "", name: "", decimals: 0 };

/** The ends that grants were given. */
export function createLeases(deps: AllowanceDependencies) {
  const store = recordStore(deps.local, localKeys.lease, LeaseSchema);

  return {
    all: async (): Promise<Lease[]> => (await store.list()).records,

    /** Takes note of what an operation grants or ends; bears repetition. */
    async note(operation: Operation): Promise<void> {
      let changed = false;
      const { intent } = operation;
      if (operation.state === "confirmed" && intent.kind === "revoke") {
        // Also of those that were nothing any more, and so changed nothing.
        for (const { form, token, spender } of intent.items) {
          const key = leaseKey({ ...operation, form, token: { ...nameless, address: token }, spender });
          const known = await store.get(key).catch(() => undefined);
          if (!known || known.grantedAt > operation.updatedAt) continue;
          await store.remove(key);
          changed = true;
        }
      }
      for (const change of givenBy(operation)) {
        const lease = leaseOf(operation, change);
        const form = standingForm(change.form);
        if (!form) continue;
        const key = lease
          ? leaseKey(lease)
          : leaseKey({
              ...operation,
              form,
              token: { ...nameless, address: change.token },
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

    /** After a whole reading of a network: leases of which nothing stands any more and nothing can come, are over. */
    async settle(chainId: number, standing: readonly Allowance[]): Promise<void> {
      const now = deps.clock.nowSeconds();
      const stands = new Set(standing.map((each) => leaseKey({ ...each, chainId })));
      const over = (await store.list()).records.filter(
        (lease) =>
          lease.chainId === chainId &&
          !stands.has(leaseKey(lease)) &&
          (lease.usableUntil ?? 0) <= now &&
          now - lease.grantedAt > youngSeconds,
      );
      for (const lease of over) await store.remove(leaseKey(lease));
      if (over.length > 0) deps.leasesChanged?.();
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
