/** A JSON-RPC call and how its result must look; `decode` throws Malformed on anything else. */
export interface RpcRequest<T = unknown> {
  method: string;
  params: readonly unknown[];
  decode(value: unknown): T;
  /**
   * Whether a node's refusal is the final word on this call. Without it a refusal about the node itself (method
   * unknown, limits, internal errors) makes the wallet ask the next endpoint.
   */
  isFinal?(refusal: RpcRefusal): boolean;
}

/** A node's JSON-RPC error. The text is foreign: it is looked at here and never shown or stored. */
export interface RpcRefusal {
  code: number;
  message: string;
  /** Revert data, when it is hex. */
  data: `0x${string}` | undefined;
}

export type RpcOutcome<T = unknown> = { ok: true; value: T } | { ok: false; refusal: RpcRefusal };

export type RpcOutcomes<T extends readonly unknown[]> = { [K in keyof T]: RpcOutcome<T[K]> };

export type RpcRequests<T extends readonly unknown[]> = { readonly [K in keyof T]: RpcRequest<T[K]> };

/** JSON-RPC 2.0 and EIP-1474: unknown method, internal error, resource unavailable, limit exceeded. */
const nodeTroubles = new Set([-32601, -32603, -32002, -32005, 429]);

/** Whether the refusal speaks about the node rather than about the call. */
export function isNodeTrouble(refusal: RpcRefusal): boolean {
  return nodeTroubles.has(refusal.code);
}
