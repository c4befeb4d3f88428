export type Fault = { readonly methods?: readonly string[] } & (
  | { readonly kind: "ok" | "dead" | "hang" | "html" | "huge" | "not-json" }
  | { readonly kind: "slow"; readonly ms: number }
  | { readonly kind: "http"; readonly status: number }
  | { readonly kind: "wrong-chain"; readonly chainId: number }
  | { readonly kind: "rate"; readonly factor: number }
  | { readonly kind: "stale"; readonly seconds: number }
  | { readonly kind: "error"; readonly code?: number; readonly message?: string }
  | { readonly kind: "malformed"; readonly result: unknown }
);

export interface RpcProxy {
  readonly url: string;
  setFault(next: Fault): void;
  counts(): { httpRequests: number; byMethod: Record<string, number> };
  resetCounts(): void;
  // biome-ignore lint/suspicious/noExplicitAny: a node's answer has no type of its own
  direct(method: string, params?: readonly unknown[]): Promise<any>;
  stop(): Promise<void>;
}

export function startProxy(options: { target: string; port?: number; fault?: Fault }): Promise<RpcProxy>;
