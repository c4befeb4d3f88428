import * as v from "valibot";
import type { ChainAccess } from "../core/chain/access.ts";
import { chainById } from "../core/chain/chains.ts";
import type { KeyValueStore } from "../core/environment/environment.ts";
import type { BlockRef, LogQuery, Protocol } from "../core/staking/protocol.ts";
import { localKeys } from "../core/store/keys.ts";
import { recordStore } from "../core/store/record-store.ts";
import { address, hexData, unixSeconds } from "../core/wire/schemas.ts";

const LogSchema = v.object({
  address,
  topics: v.array(hexData),
  data: hexData,
  blockNumber: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

type StoredLog = v.InferOutput<typeof LogSchema>;

/** A protocol's report and payout logs of the last days, so that only new blocks are asked for. */
const ReportLogs = v.object({
  version: v.literal(1),
  toBlock: v.pipe(v.number(), v.integer(), v.minValue(0)),
  readAt: unixSeconds,
  reports: v.array(LogSchema),
  payouts: v.array(LogSchema),
});
export type ReportLogs = v.InferOutput<typeof ReportLogs>;

/** A little more than the seven days that yields are measured over. */
const KEPT_SECONDS = 8 * 86_400;
/** Blocks that may still be replaced are read again. */
const REREAD_BLOCKS = 64;
const INTERVAL_SECONDS = 3600;

/** The record of a protocol's logs; a damaged one counts as absent, since the chain has them all. */
export function reportLogStore(local: KeyValueStore, chainId: number) {
  const store = recordStore(local, `${localKeys.history}${chainId}:logs:`, ReportLogs);
  return {
    get: (protocolId: string): Promise<ReportLogs | undefined> =>
      store.get(protocolId).catch(() => undefined),
    put: store.put,
  };
}

/** Whether logs should be read again: never read, an hour of chain time old, or the rate shows a new report. */
export function logsAreDue(record: ReportLogs | undefined, block: BlockRef, rateChanged: boolean): boolean {
  if (record === undefined || rateChanged) return true;
  return block.number < record.toBlock || block.timestamp - record.readAt >= INTERVAL_SECONDS;
}

/** The record brought up to `block`. Rejects with chain/* errors. */
export async function readReportLogs(
  access: ChainAccess,
  protocol: Protocol,
  record: ReportLogs | undefined,
  block: BlockRef,
): Promise<ReportLogs> {
  const blockSeconds = chainById(access.chainId)?.blockSeconds ?? 12;
  const oldest = Math.max(0, block.number - Math.ceil(KEPT_SECONDS / blockSeconds));
  const usable = record !== undefined && record.toBlock <= block.number ? record : undefined;
  const from = usable === undefined ? oldest : Math.max(oldest, usable.toBlock - REREAD_BLOCKS);
  const grown = async (query: LogQuery | undefined, kept: readonly StoredLog[]): Promise<StoredLog[]> => {
    if (query === undefined) return [];
    const fresh = await access.logs(query, from, block.number);
    return [
      ...kept.filter((log) => log.blockNumber >= oldest && log.blockNumber < from),
      ...fresh.map(({ address, topics, data, blockNumber }) => ({
        address,
        topics: [...topics],
        data,
        blockNumber,
      })),
    ];
  };
  const [reports, payouts] = await Promise.all([
    grown(protocol.yieldLogs(), usable?.reports ?? []),
    grown(protocol.queueLogs?.(), usable?.payouts ?? []),
  ]);
  return { version: 1, toBlock: block.number, readAt: block.timestamp, reports, payouts };
}
