import type { Asset } from "../asset/asset.ts";

/** A network as data. Default endpoints need no key; the user can change all of them in settings. */
export interface Chain {
  chainId: number;
  /** CAIP-2 id. */
  caip2: string;
  name: string;
  native: Asset;
  /** Where an address or transaction can be looked up; opened only on a click. */
  explorer?: { name: string; url: string };
  defaultEndpoints: readonly string[];
  /** Multicall3, the same address on nearly every EVM network (github mds1/multicall). Absent: reads go one by one. */
  multicall3?: `0x${string}`;
  /** Seconds a block takes, for estimates and staleness. */
  blockSeconds: number;
}
