/** Why a site's request is refused. `rpcCode` of each is in sites/rpc-error.ts (EIP-1193, EIP-1474). */
export interface SiteErrors {
  "site/not-connected": Record<never, never>;
  "site/rejected": Record<never, never>;
  "site/method-unsupported": Record<never, never>;
  "site/params-invalid": { detail: string };
  "site/too-large": Record<never, never>;
  "site/already-pending": Record<never, never>;
  "site/too-many": Record<never, never>;
  "site/origin-refused": Record<never, never>;
  "site/chain-mismatch": { requested: number; active: number };
  "site/chain-unknown": { chainId: number };
  "site/expired": Record<never, never>;
  "site/gone": Record<never, never>;
  "site/replayed": Record<never, never>;
  "site/request-unknown": Record<never, never>;
  "site/method-refused": { method: string; reason: string };
  "site/suspended": Record<never, never>;
  "site/blocked": Record<never, never>;
  "site/bundle-unknown": Record<never, never>;
  "site/bundle-duplicate": Record<never, never>;
  "site/bundle-chain": { chainId: number };
  "site/bundle-too-large": Record<never, never>;
  "site/atomicity-unsupported": Record<never, never>;
  "site/capability-unsupported": Record<never, never>;
  "site/chain-clash": { chainId: number };
  "site/chain-endpoint": { chainId: number };
  "site/asset-refused": { reason: string };
  "site/filter-unknown": Record<never, never>;
}
