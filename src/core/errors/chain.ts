/** What can go wrong between the wallet and a network's nodes. `endpoint` is a host name, never a URL with a key. */
export interface ChainErrors {
  "chain/unknown": { chainId: number };
  "chain/no-endpoint": { chainId: number };
  "chain/unreachable": { endpoint: string };
  "chain/timeout": { endpoint: string };
  "chain/rate-limited": { endpoint: string };
  "chain/http": { endpoint: string; status: number };
  "chain/not-json": { endpoint: string };
  "chain/answer-too-large": { endpoint: string };
  "chain/answer-malformed": { endpoint: string; method: string };
  "chain/rpc": {
    endpoint: string;
    method: string;
    rpcCode: number;
    /** Of a refused broadcast. */
    reason?: "nonce-too-low" | "underpriced" | "insufficient-funds" | "other";
    /** Revert data (hex) of a call passed through for a site. */
    data?: string;
  };
  "chain/wrong-chain": { endpoint: string; expected: number; actual: number };
  "chain/stale": { endpoint: string; behindSeconds: number };
  "chain/disagree": { first: string; second: string };
  "chain/endpoint-malformed": Record<never, never>;
  "chain/endpoint-insecure": Record<never, never>;
  "chain/endpoint-exists": { endpoint: string };
  "chain/endpoint-last": Record<never, never>;
  "chain/built-in": { chainId: number };
}
