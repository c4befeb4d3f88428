import * as v from "valibot";

/** EIP-1474's quantity: 0x and up to 256 bits of hex. Leading zeros, which some clients write, are taken. */
export const quantity = v.pipe(v.string(), v.regex(/^0x[0-9a-fA-F]{1,64}$/));

/** A quantity as bigint. */
export const quantityBigint = v.pipe(
  quantity,
  v.transform((text) => BigInt(text)),
);

/** A quantity as a number; beyond the exact ones it is refused. */
export const quantityNumber = v.pipe(
  quantity,
  v.transform((text) => Number(text)),
  v.number(),
  v.safeInteger(),
);
