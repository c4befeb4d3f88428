import { WeirError } from "../../core/errors/index.ts";

/** Most gas a transaction may ask for (EIP-7825, since Fusaka). */
export const gasCap = 16_777_216n;
/** Gas of the plainest transaction (yellow paper, G_transaction). */
export const gasFloor = 21_000n;

/**
 * Gas limit for an estimate: a quarter more, at most the protocol's cap. An estimate below the floor of any transaction
 * or above the cap is no estimate: throws operation/gas-implausible.
 */
export function gasLimitFor(estimate: bigint): bigint {
  if (estimate < gasFloor || estimate > gasCap) {
    throw new WeirError("operation/gas-implausible", { gas: estimate.toString() });
  }
  const limit = estimate + (estimate + 3n) / 4n;
  return limit > gasCap ? gasCap : limit;
}

/**
 * The estimate behind the gas that a simulated call used. Used gas is counted after refunds, which give back a fifth
 * at most (EIP-3529) but only at the end, so up to a quarter more is needed on the way.
 */
export function estimateFromUsed(gasUsed: bigint): bigint {
  const needed = gasUsed + (gasUsed + 3n) / 4n;
  return gasUsed <= gasCap && needed > gasCap ? gasCap : needed;
}
