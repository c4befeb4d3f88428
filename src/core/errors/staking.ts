/** Why a protocol cannot do now what was asked. Amounts are exact decimal texts with their unit beside them. */
export interface StakingErrors {
  "staking/paused": { protocol: string };
  "staking/limit-reached": { protocol: string };
  "staking/above-limit": { limit: string; unit: string };
  "staking/below-minimum": { minimum: string; unit: string };
  "staking/above-balance": { balance: string; unit: string };
  "staking/queue-paused": { protocol: string };
  "staking/nothing-to-claim": Record<never, never>;
  "staking/not-claimable": { id: string };
  "staking/too-many-parts": { parts: number; max: number };
  "staking/rate-implausible": { protocol: string };
  "staking/state-unknown": { protocol: string };
  "staking/unknown-protocol": { protocol: string };
  "staking/unsupported": { protocol: string };
}
