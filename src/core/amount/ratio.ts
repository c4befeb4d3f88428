/** value × numerator ÷ denominator, rounded towards minus infinity. RangeError for a denominator of 0. */
export function mulDivFloor(value: bigint, numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new RangeError("mulDivFloor: denominator must be above 0");
  const product = value * numerator;
  const quotient = product / denominator;
  return product < 0n && quotient * denominator !== product ? quotient - 1n : quotient;
}

/** value × numerator ÷ denominator, rounded towards plus infinity. RangeError for a denominator of 0. */
export function mulDivCeil(value: bigint, numerator: bigint, denominator: bigint): bigint {
  return -mulDivFloor(-value, numerator, denominator);
}

/** A share of `amount` in basis points (10 000 = all of it), rounded down. */
export function basisPointsOf(amount: bigint, basisPoints: number): bigint {
  return mulDivFloor(amount, BigInt(basisPoints), 10_000n);
}

/** A share of `amount` in millionths, rounded down. */
export function ppmOf(amount: bigint, ppm: number): bigint {
  return mulDivFloor(amount, BigInt(ppm), 1_000_000n);
}

/** part ÷ whole in millionths, rounded down, as a number for display and comparison only. */
export function ratioPpm(part: bigint, whole: bigint): number {
  return Number(mulDivFloor(part, 1_000_000n, whole));
}

/** The smaller of two amounts. */
export function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
