import type { Address } from "../core/account/account.ts";
import type { Asset } from "../core/asset/asset.ts";
import type { ChainAccess } from "../core/chain/access.ts";
import type { Clock, KeyValueStore } from "../core/environment/environment.ts";
import { WeirError } from "../core/errors/index.ts";
import type { Snapshot } from "../core/snapshot/snapshot.ts";
import type { Position } from "../core/staking/position.ts";
import type { BlockRef, Protocol, ProtocolState } from "../core/staking/protocol.ts";
import { failedPart, freshPart, type Part } from "./assemble.ts";
import { decodeFiat, fiatReads } from "./fiat.ts";
import { addEarned } from "./history.ts";
import { type ChainReading, readChain, type Subject } from "./reading.ts";
import { logsAreDue, type ReportLogs, readReportLogs, reportLogStore } from "./report-logs.ts";
import type { SnapshotStore } from "./snapshots.ts";
import { watchedBalances, watchedReads } from "./watched.ts";

export interface RefreshInput {
  access: ChainAccess;
  protocols: readonly Protocol[];
  accounts: readonly Address[];
  previous: Snapshot | undefined;
  snapshots: SnapshotStore;
  /** The newest verdict on the endpoints. */
  secondOpinion(): Snapshot["secondOpinion"];
  /** A protocol's rate when a second endpoint agrees on it; asked for a doubtful reading only. */
  agreedRate(protocolId: string): Promise<bigint | undefined>;
  fiat: boolean;
  /** Tokens whose balances are read beside. */
  watched: readonly Asset[];
  local: KeyValueStore;
  clock: Clock;
}

/** A block this much older than the last one seen comes from an endpoint that lags. */
const LAG_SECONDS = 900;

/** Chain time must not run back, but for a test network that had run ahead of the clock and was begun anew. */
function refuseOlder(block: BlockRef, endpoint: string, previous: Snapshot | undefined, now: number): void {
  if (previous === undefined || previous.block.timestamp > now) return;
  const behindSeconds = previous.block.timestamp - block.timestamp;
  if (behindSeconds > LAG_SECONDS) throw new WeirError("chain/stale", { endpoint, behindSeconds });
}

/** One share's growth past a millionth: a report, not the rounding of somebody's stake. */
function rateMoved(protocol: Protocol, before: ProtocolState | undefined, now: ProtocolState): boolean {
  const token = protocol.definition.tokens[0];
  if (before === undefined || token === undefined || protocol.worthOf === undefined) return true;
  try {
    const one = 10n ** 18n;
    const [old, fresh] = [protocol.worthOf(before, token.id, one), protocol.worthOf(now, token.id, one)];
    const apart = old > fresh ? old - fresh : fresh - old;
    return apart * 1_000_000n > old;
  } catch {
    return true;
  }
}

export interface Refreshed {
  snapshot: Snapshot;
  /**
   * Reads the report logs that are due and amends the stored snapshot with what they tell; undefined when none are.
   * Resolves with what is stored then. Begun after the snapshot is written, so that balances never wait for logs.
   */
  readLogs: (() => Promise<Snapshot | undefined>) | undefined;
}

/**
 * Reads one network and stores its new snapshot, together with the accounts' samples: one HTTP request, fees in it,
 * while nothing new happened. Rejects with chain/* when the network cannot be read; then nothing was written.
 */
export async function refreshChain(input: RefreshInput): Promise<Refreshed> {
  const { access, protocols, accounts, previous, local } = input;
  const { chainId } = access;
  const store = reportLogStore(local, chainId);
  const logs = new Map<string, ReportLogs>();
  for (const { definition } of protocols) {
    const record = await store.get(definition.id);
    if (record !== undefined) logs.set(definition.id, record);
  }
  const agreedRates = new Map<string, bigint>();
  const subjectOf = (protocol: Protocol, at: number): Subject => {
    const { id } = protocol.definition;
    const record = logs.get(id);
    return {
      protocol,
      known: (previous?.redemptions ?? []).filter((one) => one.protocol === id),
      previous: previous?.protocols.find((one) => one.protocol === id)?.state,
      queue: record && protocol.measureQueue?.(record.payouts, Math.max(at, record.readAt)),
      agreedRate: agreedRates.get(id),
    };
  };
  const subjects = protocols.map((protocol) => subjectOf(protocol, previous?.block.timestamp ?? 0));
  // Asked in the same turn, both travel in one request.
  const [chain, fees] = await Promise.all([
    readChain(access, accounts, subjects, [
      ...(input.fiat ? fiatReads(chainId) : []),
      ...watchedReads(input.watched, accounts),
    ]),
    access.fees().catch(() => undefined),
  ]);
  const { block } = chain;
  const now = input.clock.nowSeconds();
  refuseOlder(block, chain.endpoint, previous, now);
  const outcomeOf = (protocol: Protocol) => chain.protocols.get(protocol.definition.id);
  for (const protocol of protocols) {
    const outcome = outcomeOf(protocol);
    if (outcome === undefined || "failure" in outcome || outcome.reading.doubtful !== true) continue;
    const rate = await input.agreedRate(protocol.definition.id).catch(() => undefined);
    if (rate !== undefined) agreedRates.set(protocol.definition.id, rate);
  }

  const partOf = (protocol: Protocol): Part => {
    const { id } = protocol.definition;
    const before = { snapshot: previous, accounts };
    const outcome = outcomeOf(protocol);
    if (outcome === undefined || "failure" in outcome) {
      return failedPart(protocol, outcome?.failure, before, now);
    }
    const record = logs.get(id);
    return freshPart({
      protocol,
      reading: chain.again(subjectOf(protocol, block.timestamp)),
      yield: record && protocol.measureYield(record.reports, block.timestamp),
      before,
      block,
      readAt: now,
    });
  };
  const gasPrice = fees
    ? { wei: fees.baseFee + fees.normal.maxPriorityFeePerGas, at: now }
    : previous?.gasPrice;
  const { snapshot, changed } = await assembled(input, chain, protocols.map(partOf), now, gasPrice);
  await input.snapshots.write(snapshot, changed);

  const moved = (protocol: Protocol): boolean => {
    const outcome = outcomeOf(protocol);
    const old = previous?.protocols.find((one) => one.protocol === protocol.definition.id)?.state;
    return outcome !== undefined && "reading" in outcome && rateMoved(protocol, old, outcome.reading.state);
  };
  const due = protocols.filter((protocol) => {
    const outcome = outcomeOf(protocol);
    if (outcome === undefined || "failure" in outcome) return false;
    return logsAreDue(logs.get(protocol.definition.id), block, moved(protocol));
  });
  const readLogs = async (): Promise<Snapshot | undefined> => {
    for (const protocol of due) {
      const { id } = protocol.definition;
      const known = await store.get(id);
      // Another refresh's may have come first.
      const behind = known === undefined || known.toBlock < block.number;
      const record =
        known && !logsAreDue(known, block, behind && moved(protocol))
          ? known
          : await logsOrAttempt(access, protocol, known, block);
      logs.set(id, record);
      await store.put(id, record);
    }
    const parts = new Map(due.map((protocol) => [protocol.definition.id, partOf(protocol)]));
    return input.snapshots.amend(chainId, (stored) => withParts(stored, snapshot, parts));
  };
  return { snapshot, readLogs: due.length > 0 ? readLogs : undefined };
}

/** The stored snapshot with what logs told: all of it in the snapshot it was read for, the yield alone in a newer one. */
function withParts(stored: Snapshot, readFor: Snapshot, parts: ReadonlyMap<string, Part>): Snapshot {
  const same = stored.block.number === readFor.block.number && stored.takenAt === readFor.takenAt;
  const protocols = stored.protocols.map((one) => {
    const part = parts.get(one.protocol)?.protocol;
    if (part === undefined || one.failure !== undefined) return one;
    if (same) return part;
    return part.yield === undefined ? one : { ...one, yield: part.yield };
  });
  if (!same) return { ...stored, protocols };
  const others = stored.redemptions.filter((one) => !parts.has(one.protocol));
  return {
    ...stored,
    protocols,
    redemptions: [...others, ...[...parts.values()].flatMap((part) => part.redemptions)],
  };
}

/** A node without logs costs the yield, not the balances. The attempt counts, so that it is not repeated at once. */
async function logsOrAttempt(
  access: ChainAccess,
  protocol: Protocol,
  record: ReportLogs | undefined,
  block: BlockRef,
): Promise<ReportLogs> {
  try {
    return await readReportLogs(access, protocol, record, block);
  } catch {
    const kept = record ?? { version: 1, toBlock: 0, readAt: 0, reports: [], payouts: [] };
    return { ...kept, readAt: block.timestamp };
  }
}

/** The snapshot of the parts, positions with what they earned, and the sample records that changed. */
async function assembled(
  input: RefreshInput,
  chain: ChainReading,
  parts: readonly Part[],
  takenAt: number,
  gasPrice: Snapshot["gasPrice"],
): Promise<{ snapshot: Snapshot; changed: Record<string, unknown> }> {
  const { accounts, protocols, local } = input;
  const { chainId } = input.access;
  const { block } = chain;
  const pricing = (position: Position) => {
    const part = parts.find((one) => one.protocol.protocol === position.protocol);
    const worthOf = protocols.find((one) => one.definition.id === position.protocol)?.worthOf;
    if (part === undefined || part.protocol.failure !== undefined || worthOf === undefined) return undefined;
    return (units: bigint) => worthOf(part.protocol.state, position.token.id, units);
  };
  const all = parts.flatMap((part) => part.positions);
  const { positions, changed } = await addEarned(local, chainId, all, block.timestamp, pricing);
  const fiat = decodeFiat(chain.extra, block);
  const tokens = watchedBalances(input.watched, accounts, chain.extra);
  const snapshot: Snapshot = {
    version: 1,
    chainId,
    block,
    takenAt,
    endpoint: chain.endpoint,
    native: accounts.map((account) => ({ account, balance: chain.native.get(account) ?? 0n })),
    positions,
    redemptions: parts.flatMap((part) => part.redemptions),
    protocols: parts.map((part) => part.protocol),
    secondOpinion: input.secondOpinion(),
    ...(tokens.length > 0 && { tokens }),
    ...(gasPrice && { gasPrice }),
    ...(fiat && { fiat }),
  };
  return { snapshot, changed };
}
