import type { Address } from "../core/account/account.ts";
import { WeirError } from "../core/errors/index.ts";
import type { Snapshot } from "../core/snapshot/snapshot.ts";
import type { StakingIntent } from "../core/staking/intent.ts";
import type { Protocol, StakingQuote } from "../core/staking/protocol.ts";
import { gasOfIntent } from "./gas.ts";

/** Drops properties without a value, as messages want them. */
function present<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as never;
}

/**
 * What an intent would bring by the stored snapshot, and its network fee when the snapshot knows what gas costs. Throws
 * staking/state-unknown when the protocol was never read.
 */
export function quoteOf(input: {
  protocol: Protocol;
  snapshot: Snapshot | undefined;
  account: Address;
  intent: StakingIntent;
}): Omit<StakingQuote, "expected" | "yield" | "breakEvenDays" | "rewardFeeBasisPoints"> &
  Partial<{
    [K in "expected" | "yield" | "breakEvenDays" | "rewardFeeBasisPoints"]: NonNullable<StakingQuote[K]>;
  }> & {
    gasWei?: bigint;
  } {
  const { protocol, snapshot, intent } = input;
  const { id, name } = protocol.definition;
  const own = snapshot?.protocols.find((one) => one.protocol === id);
  if (snapshot === undefined || own === undefined) {
    throw new WeirError("staking/state-unknown", { protocol: name });
  }
  const ask = (gasWei: bigint | undefined): StakingQuote =>
    protocol.quote({
      intent,
      state: own.state,
      redemptions: snapshot.redemptions.filter(
        (one) => one.protocol === id && one.account.toLowerCase() === input.account.toLowerCase(),
      ),
      yield: own.yield,
      gasWei,
      now: snapshot.block.timestamp,
    });
  const bare = ask(undefined);
  if (snapshot.gasPrice === undefined) return present(bare);
  const gasWei = gasOfIntent(intent, bare.parts.length) * snapshot.gasPrice.wei;
  return present({ ...ask(gasWei), gasWei });
}
