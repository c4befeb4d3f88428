import { type Allowance, type Lease, leaseKey } from "../../../core/allowance/allowance.ts";

/** A standing allowance with its end, as lists show it. */
export interface ShownAllowance {
  key: string;
  allowance: Allowance;
  lease: Lease | undefined;
  /** When it ends by itself or is to be ended, seconds since 1970. */
  until: number | undefined;
  /** Its end has come and it still stands. */
  isDue: boolean;
}

export const allowanceOrders = ["exposure", "risk", "age", "spender"] as const;
export type AllowanceOrder = (typeof allowanceOrders)[number];

const riskRank = { high: 0, medium: 1, low: 2, none: 3 } as const;

/** Joins what stands on the chain with the leases given here. */
export function shownAllowances(
  chainId: number,
  allowances: readonly Allowance[],
  leases: readonly Lease[],
  nowSeconds: number,
): ShownAllowance[] {
  const ends = new Map(leases.map((lease) => [leaseKey(lease), lease]));
  return allowances.map((allowance) => {
    const key = leaseKey({ ...allowance, chainId });
    const lease = ends.get(key);
    const until = allowance.expiresAt ?? lease?.until;
    const endsByItself = allowance.expiresAt !== undefined;
    return {
      key,
      allowance,
      lease,
      until,
      isDue: !endsByItself && until !== undefined && until <= nowSeconds,
    };
  });
}

/** One spender with what it may take; the worst first within it. */
export interface SpenderGroup {
  spender: `0x${string}`;
  items: ShownAllowance[];
  /** Wei of all that has a known worth; undefined when nothing has. */
  exposureWei: bigint | undefined;
}

function exposureOf(items: readonly ShownAllowance[]): bigint | undefined {
  const known = items.flatMap(({ allowance }) => allowance.exposureWei ?? []);
  return known.length === 0 ? undefined : known.reduce((sum, each) => sum + each, 0n);
}

const falling = (a: bigint | undefined, b: bigint | undefined): number =>
  (a ?? -1n) > (b ?? -1n) ? -1 : (a ?? -1n) < (b ?? -1n) ? 1 : 0;

const byOrder: Record<AllowanceOrder, (a: SpenderGroup, b: SpenderGroup) => number> = {
  exposure: (a, b) => falling(a.exposureWei, b.exposureWei),
  risk: (a, b) => riskOf(a) - riskOf(b),
  age: (a, b) => oldest(a) - oldest(b),
  spender: (a, b) => nameOf(a).localeCompare(nameOf(b)),
};

const riskOf = (group: SpenderGroup): number =>
  Math.min(...group.items.map(({ allowance }) => riskRank[allowance.risk]));
const oldest = (group: SpenderGroup): number =>
  Math.min(...group.items.map(({ allowance }) => allowance.setAt ?? Number.MAX_SAFE_INTEGER));
const nameOf = (group: SpenderGroup): string => group.items[0]?.allowance.spenderName ?? group.spender;

/** Whether the words of a search are all in what the row says of itself. */
function matches({ allowance }: ShownAllowance, search: string): boolean {
  const { token, spender, spenderName = "", account } = allowance;
  const text = [token.symbol, token.name, token.address, spender, spenderName, account]
    .join(" ")
    .toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** The list grouped by spender, filtered and in order. */
export function groupedBySpender(
  shown: readonly ShownAllowance[],
  choice: { order: AllowanceOrder; search: string; only: "all" | "risky" | "due" },
): SpenderGroup[] {
  const groups = new Map<string, ShownAllowance[]>();
  for (const each of shown) {
    if (!matches(each, choice.search.trim())) continue;
    if (choice.only === "due" && !each.isDue) continue;
    if (choice.only === "risky" && each.allowance.risk !== "high" && each.allowance.risk !== "medium")
      continue;
    const key = each.allowance.spender.toLowerCase();
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()]
    .map((items) => ({
      spender: items[0]?.allowance.spender ?? "0x",
      items: items.toSorted((a, b) => falling(a.allowance.exposureWei, b.allowance.exposureWei)),
      exposureWei: exposureOf(items),
    }))
    .sort(byOrder[choice.order]);
}
