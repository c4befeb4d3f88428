/** An error as EIP-1193 and JSON-RPC know it. Never repeats what was sent. */
export interface RpcError {
  code: number;
  message: string;
  data?: unknown;
}

export const siteEvents = ["connect", "chainChanged", "accountsChanged", "message"] as const;
export type SiteEvent = (typeof siteEvents)[number];

/** Worker → relay. */
export type Reply =
  | { id: number; result: unknown }
  | { id: number; error: RpcError }
  | { event: SiteEvent; data: unknown }
  /** To the relay itself: send a tick this often while the page is seen, 0 = no more. */
  | { tickMs: number };

/** What of it goes on to the page. */
export type PageBound = Exclude<Reply, { tickMs: number }>;

/** Relay → page script, as JSON text: [id, true, result], [id, false, error] or [0, event, data]. */
export type PageReply = [id: number, what: boolean | string, value: unknown];

/** The page's form of a worker's reply. */
export function pageReply(reply: PageBound): PageReply {
  if ("event" in reply) return [0, reply.event, reply.data ?? null];
  return "error" in reply ? [reply.id, false, reply.error] : [reply.id, true, reply.result ?? null];
}

/** The extension was updated or removed under the page (EIP-1193: 4900). */
export const disconnectedError: RpcError = {
  code: 4900,
  message: "Weir is not reachable from this page. Reload the page.",
};
/** EIP-1193: 4200. */
export const unsupportedError: RpcError = { code: 4200, message: "Method not supported." };
/** EIP-1474: -32005. */
export const tooManyError: RpcError = { code: -32005, message: "Too many requests at once." };
