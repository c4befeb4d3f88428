import type { Address } from "../core/account/account.ts";
import { pagePortName } from "../messages/page/envelope.ts";
import type { Reply } from "../messages/page/reply.ts";
import type { SitePort } from "./port.ts";
import type { Sites } from "./sites.ts";

/** What a page needs around it. */
interface PageWorld {
  sites: Sites;
  state: { seconds: number; there: Set<string> };
  settle(): Promise<void>;
}

let pages = 0;

/** One document with its relay's channel. `connect` gives it a port to the present worker. */
export function fakePage(around: PageWorld, origin: string, sender: Partial<SitePort["sender"]>) {
  pages += 1;
  const tabId = pages;
  const documentId = `doc-${tabId}`;
  const channel = tabId.toString(16).padStart(32, "0");
  around.state.there.add(documentId);
  let hear: ((message: unknown) => void) | undefined;
  let drop: (() => void) | undefined;
  let sequence = 0;
  const replies: Reply[] = [];
  const page = {
    channel,
    documentId,
    replies,
    disconnected: 0,
    name: pagePortName,
    connect() {
      around.sites.handlePort({
        sender: {
          origin,
          url: `${origin}/app`,
          tabId,
          frameId: 0,
          documentId,
          documentLifecycle: "active",
          ...sender,
        },
        postMessage: (message) => void replies.push(JSON.parse(JSON.stringify(message)) as Reply),
        onMessage: (listener) => {
          hear = listener;
        },
        onDisconnect: (listener) => {
          drop = listener;
        },
        disconnect: () => {
          page.disconnected += 1;
        },
      });
      return page;
    },
    envelope(id: number, method: string, params: unknown, change: Record<string, unknown> = {}) {
      sequence += 1;
      return {
        channel,
        sequence,
        nonce: (0xabc000 + sequence).toString(16).padStart(32, "0"),
        time: around.state.seconds * 1000,
        body: {
          kind: "request",
          id,
          method,
          params: typeof params === "string" ? params : JSON.stringify(params),
        },
        ...change,
      };
    },
    /** Posts anything at all. */
    async post(message: unknown) {
      hear?.(message);
      await around.settle();
    },
    /** Sends a request and gives the reply to it, undefined while there is none. */
    async ask(id: number, method: string, params: unknown = []) {
      await page.post(page.envelope(id, method, params));
      return page.reply(id);
    },
    reply(id: number) {
      const found = replies.findLast((one) => "id" in one && one.id === id);
      return found as { id: number; result?: unknown; error?: { code: number; message: string } } | undefined;
    },
    events: (name: string) =>
      replies.flatMap((one) => ("event" in one && one.event === name ? [one.data] : [])),
    /** The page goes away: closed or navigated. */
    async leave() {
      around.state.there.delete(documentId);
      drop?.();
      await around.settle();
    },
    /** Connected and granted `accounts` through the window. */
    async granted(accounts: Address[], change: { chainIds?: number[]; expiresAt?: number } = {}) {
      page.connect();
      await page.ask(1, "eth_requestAccounts");
      await around.sites.handlers["sites.approveConnect"]({ id: `${channel}.1`, accounts, ...change });
      await around.settle();
      return page;
    },
  };
  return page;
}
