import type { Asset } from "../../../core/asset/asset.ts";
import type { Snapshot } from "../../../core/snapshot/snapshot.ts";
import type { Position, Redemption } from "../../../core/staking/position.ts";

/** One token over all shown accounts. Amounts in base units of `token` (balance) and `worthAsset`. */
export interface Holding {
  protocol: string;
  token: Asset;
  growth: Position["growth"];
  balance: bigint;
  worth: bigint;
  worthAsset: Asset;
  earned: Earned | undefined;
}

/** In base units of the staked asset, since the earliest date the wallet knows. */
export interface Earned {
  amount: bigint;
  since: number;
}

/** What the shown accounts have on one network. Amounts in base units of the native asset where no other is named. */
export interface Holdings {
  native: bigint;
  /** Tokens with a balance or something earned. */
  tokens: Holding[];
  /** Worth of all tokens that stand for the native asset. */
  staked: bigint;
  earned: Earned | undefined;
  /** Asked for and not payable yet; what a claim would pay now. */
  queued: bigint;
  ready: bigint;
  /** Ready first, then queued by age, then claimed, the newest first. */
  redemptions: Redemption[];
}

const order: Record<Redemption["state"], number> = { ready: 0, queued: 1, claimed: 2 };

function byUrgency(a: Redemption, b: Redemption): number {
  if (a.state !== b.state) return order[a.state] - order[b.state];
  if (a.state === "claimed") return (b.claimedAt ?? b.requestedAt) - (a.claimedAt ?? a.requestedAt);
  return a.requestedAt - b.requestedAt || a.id.length - b.id.length || a.id.localeCompare(b.id);
}

function together(a: Earned | undefined, b: Earned | undefined): Earned | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return { amount: a.amount + b.amount, since: Math.min(a.since, b.since) };
}

/** What a claim of a ready redemption pays, in base units of its asset. */
export const payout = (redemption: Redemption): bigint => redemption.claimable ?? redemption.amount;

const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);

/** The sums over `accounts` of what the snapshot knows of them. */
export function holdingsOf(snapshot: Snapshot, accounts: readonly string[]): Holdings {
  const shown = new Set(accounts.map((account) => account.toLowerCase()));
  const own = <T extends { account: string }>(items: readonly T[]): T[] =>
    items.filter((item) => shown.has(item.account.toLowerCase()));

  const tokens = new Map<string, Holding>();
  for (const position of own(snapshot.positions)) {
    const key = `${position.protocol} ${position.token.id}`;
    const before = tokens.get(key);
    tokens.set(key, {
      protocol: position.protocol,
      token: position.token,
      growth: position.growth,
      balance: (before?.balance ?? 0n) + position.balance,
      worth: (before?.worth ?? 0n) + position.worth,
      worthAsset: position.worthAsset,
      earned: together(before?.earned, position.earned),
    });
  }
  const held = [...tokens.values()].filter(
    (holding) => holding.balance > 0n || (holding.earned !== undefined && holding.earned.amount !== 0n),
  );
  const native = held.filter((holding) => holding.worthAsset.id === "native");
  const redemptions = own(snapshot.redemptions).sort(byUrgency);
  const inNative = redemptions.filter((one) => one.asset.id === "native");
  return {
    native: sum(own(snapshot.native).map((one) => one.balance)),
    tokens: held,
    staked: sum(native.map((holding) => holding.worth)),
    earned: native.reduce<Earned | undefined>((all, holding) => together(all, holding.earned), undefined),
    queued: sum(inNative.filter((one) => one.state === "queued").map((one) => one.amount)),
    ready: sum(inNative.filter((one) => one.state === "ready").map(payout)),
    redemptions,
  };
}
