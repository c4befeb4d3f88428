import type { StakingIntent } from "../core/staking/intent.ts";

// Gas that operations use, rounded up from runs of the same calls on the development chain, with room for the proxies of
// mainnet's contracts (about 10 000 per call). Too much only keeps a little more back; the preview estimates exactly.
const STAKE = 200_000n;
const APPROVE = 60_000n;
const CONVERT = 150_000n;
const REQUEST = 100_000n;
const PER_REQUEST = 170_000n;
const CLAIM = 60_000n;
const PER_CLAIM = 80_000n;
/** A plain transfer is 21 000 (yellow paper); a token's is below this. */
const SEND_NATIVE = 21_000n;
const SEND_TOKEN = 80_000n;

/** Gas of all transactions of an intent; `parts` are the requests it makes. */
export function gasOfIntent(intent: StakingIntent, parts: number): bigint {
  switch (intent.kind) {
    case "stake":
      return STAKE;
    case "convert":
      return APPROVE + CONVERT;
    case "redeem":
      return APPROVE + REQUEST + PER_REQUEST * BigInt(Math.max(1, parts));
    case "claim":
      return CLAIM + PER_CLAIM * BigInt(Math.max(1, intent.ids.length));
  }
}

/** Gas to keep back before "max" of a kind of operation is named. */
export function gasOfKind(kind: "stake" | "convert" | "redeem" | "send", native: boolean): bigint {
  if (kind === "stake") return STAKE;
  if (kind === "convert") return APPROVE + CONVERT;
  if (kind === "redeem") return APPROVE + REQUEST + PER_REQUEST;
  return native ? SEND_NATIVE : SEND_TOKEN;
}
