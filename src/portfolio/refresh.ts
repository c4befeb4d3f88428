import type { Address } from "../core/account/account.ts";
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

export interface RefreshInput {
  access: ChainAccess;
  protocols: readonly Protocol[];
  accounts: readonly Address[];
  previous: Snapshot | undefined;
  snapshots: SnapshotStore;
  /** The newest verdict on the endpoints. */
  secondOpinion(): Snapshot["secondOpinion"];
  fiat: boolean;
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

/**
 * Reads one network and stores its new snapshot, together with the accounts' samples. Where report logs are due they
 * are read after that, and the snapshot is written once more with what they tell: balances never wait for them.
 * Rejects with chain/* when the network cannot be read; then nothing was written.
 */
export async function refreshChain(input: RefreshInput): Promise<Snapshot> {
  const { access, protocols, accounts, previous, local } = input;
  const { chainId } = access;
  const store = reportLogStore(local, chainId);
  const logs = new Map<string, ReportLogs>();
  for (const { definition } of protocols) {
    const record = await store.get(definition.id);
    if (record !== undefined) logs.set(definition.id, record);
  }
  const subjectOf = (protocol: Protocol, at: number): Subject => {
    const { id } = protocol.definition;
    const record = logs.get(id);
    return {
      protocol,
      known: (previous?.redemptions ?? []).filter((one) => one.protocol === id),
      previous: previous?.protocols.find((one) => one.protocol === id)?.state,
      queue: record && protocol.measureQueue?.(record.payouts, Math.max(at, record.readAt)),
    };
  };
  const subjects = protocols.map((protocol) => subjectOf(protocol, previous?.block.timestamp ?? 0));
  const chain = await readChain(access, accounts, subjects, input.fiat ? fiatReads(chainId) : []);
  const { block } = chain;
  const now = input.clock.nowSeconds();
  refuseOlder(block, chain.endpoint, previous, now);

  const partOf = (protocol: Protocol): Part => {
    const { id } = protocol.definition;
    const before = { snapshot: previous, accounts };
    const outcome = chain.protocols.get(id);
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
  const write = async (): Promise<Snapshot> => {
    const { snapshot, changed } = await assembled(input, chain, protocols.map(partOf), now);
    await input.snapshots.write(snapshot, changed);
    return snapshot;
  };

  const snapshot = await write();
  const due = protocols.filter((protocol) => {
    const { id } = protocol.definition;
    const outcome = chain.protocols.get(id);
    if (outcome === undefined || "failure" in outcome) return false;
    const old = previous?.protocols.find((one) => one.protocol === id)?.state;
    return logsAreDue(logs.get(id), block, rateMoved(protocol, old, outcome.reading.state));
  });
  if (due.length === 0) return snapshot;
  for (const protocol of due) {
    const { id } = protocol.definition;
    const record = await logsOrAttempt(access, protocol, logs.get(id), block);
    logs.set(id, record);
    await store.put(id, record);
  }
  return write();
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
    ...(fiat && { fiat }),
  };
  return { snapshot, changed };
}
