import type { Address } from "../core/account/account.ts";
import { errorReport, WeirError } from "../core/errors/index.ts";
import type { ProtocolSnapshot, Snapshot } from "../core/snapshot/snapshot.ts";
import type { MeasuredYield, Position, Redemption } from "../core/staking/position.ts";
import type { BlockRef, Protocol, ProtocolReading } from "../core/staking/protocol.ts";

/** Claimed redemptions stay on the timeline this long. */
const KEPT_SECONDS = 90 * 86_400;

/** One protocol's part of a new snapshot. */
export interface Part {
  positions: Position[];
  redemptions: Redemption[];
  protocol: ProtocolSnapshot;
}

interface Before {
  snapshot: Snapshot | undefined;
  accounts: readonly Address[];
}

function ofProtocol<T extends { protocol: string; account: Address }>(
  items: readonly T[] | undefined,
  id: string,
  accounts: readonly Address[],
): T[] {
  const own = new Set(accounts.map((account) => account.toLowerCase()));
  return (items ?? []).filter((item) => item.protocol === id && own.has(item.account.toLowerCase()));
}

/** Redemptions as read, and the claimed ones of the last 90 days that the chain no longer lists. */
function withClaimed(before: readonly Redemption[], read: readonly Redemption[], now: number): Redemption[] {
  const ids = new Set(read.map((one) => one.id));
  const remembered = before.filter(
    (one) =>
      one.state === "claimed" && !ids.has(one.id) && (one.claimedAt ?? one.requestedAt) + KEPT_SECONDS > now,
  );
  return [...read, ...remembered];
}

/** A protocol that was read. A doubtful reading is kept for what it says of itself; positions stay as they were. */
export function freshPart(input: {
  protocol: Protocol;
  reading: ProtocolReading;
  yield: MeasuredYield | undefined;
  before: Before;
  block: BlockRef;
  readAt: number;
}): Part {
  const { protocol, reading, before, block } = input;
  const { id, name } = protocol.definition;
  const remembered = ofProtocol(before.snapshot?.redemptions, id, before.accounts);
  const earlier = ofProtocol(before.snapshot?.positions, id, before.accounts);
  const doubtful = reading.doubtful === true;
  return {
    positions: doubtful && earlier.length > 0 ? earlier : reading.positions,
    redemptions: withClaimed(remembered, reading.redemptions, block.timestamp),
    protocol: {
      protocol: id,
      state: { ...reading.state },
      ...(input.yield !== undefined && !doubtful && { yield: input.yield }),
      ...(doubtful && {
        failure: errorReport(new WeirError("staking/rate-implausible", { protocol: name }), id),
      }),
      readAt: input.readAt,
    },
  };
}

/** A protocol that could not be read: everything stays as it was, with the reason and its old age. */
export function failedPart(protocol: Protocol, failure: unknown, before: Before, now: number): Part {
  const { id } = protocol.definition;
  const earlier = before.snapshot?.protocols.find((one) => one.protocol === id);
  return {
    positions: ofProtocol(before.snapshot?.positions, id, before.accounts),
    redemptions: ofProtocol(before.snapshot?.redemptions, id, before.accounts),
    protocol: {
      protocol: id,
      state: earlier?.state ?? {},
      ...(earlier?.yield && { yield: earlier.yield }),
      failure: errorReport(failure, id),
      readAt: earlier?.readAt ?? now,
    },
  };
}
