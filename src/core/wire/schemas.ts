import * as v from "valibot";

/** Unsigned base units as a decimal string, at most 2^256-1, read as bigint. */
export const baseUnits = v.pipe(
  v.string(),
  v.regex(/^(0|[1-9]\d{0,77})$/),
  v.transform((text) => BigInt(text)),
);

/** Signed base units (a balance change) as a decimal string, read as bigint. */
export const signedBaseUnits = v.pipe(
  v.string(),
  v.regex(/^-?(0|[1-9]\d{0,77})$/),
  v.transform((text) => BigInt(text)),
);

/** A 20-byte EVM address: 0x and 40 hex digits, kept as written (EIP-55 is checked where people type). */
export const address = v.pipe(
  v.string(),
  v.regex(/^0x[0-9a-fA-F]{40}$/),
  v.transform((text) => text as `0x${string}`),
);

/** 0x-prefixed hex of whole bytes. */
export const hexData = v.pipe(
  v.string(),
  v.regex(/^0x([0-9a-fA-F]{2})*$/),
  v.transform((text) => text as `0x${string}`),
);

/** A 32-byte hash. */
export const hash32 = v.pipe(
  v.string(),
  v.regex(/^0x[0-9a-fA-F]{64}$/),
  v.transform((text) => text as `0x${string}`),
);

/** A name or phrase that somebody else chose, cut elsewhere: at most 60 characters. */
export const shortText = v.pipe(v.string(), v.maxLength(60));

/** Seconds since 1970, whole. */
export const unixSeconds = v.pipe(v.number(), v.integer(), v.minValue(0));

/** An EVM chain id. */
export const chainId = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Number.MAX_SAFE_INTEGER));

/** A record's id: 1 to 64 of letters, digits, dash, underscore, colon and dot. */
export const recordId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_.:-]{1,64}$/));

/** A reported error: code and plain parameters. */
export const errorReport = v.object({
  code: v.pipe(v.string(), v.maxLength(64)),
  params: v.record(v.string(), v.union([v.string(), v.number()])),
});
