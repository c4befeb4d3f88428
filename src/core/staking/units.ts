/** Seconds since 1970, whole. On-chain times and wall-clock times alike; names say which. */
export type UnixSeconds = number;
