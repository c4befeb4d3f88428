import { pageLimits } from "../messages/page/limits.ts";
import { disconnectedError, type RpcError } from "../messages/page/reply.ts";
import { emitter, type Listener } from "./emitter.ts";
import type { Primordials } from "./primordials.ts";

/** EIP-1193's provider. */
export interface Provider {
  readonly isWeir: true;
  request(args: { method: string; params?: unknown }): Promise<unknown>;
  isConnected(): boolean;
  on(event: string, listener: Listener): Provider;
  once(event: string, listener: Listener): Provider;
  off(event: string, listener: Listener): Provider;
  removeListener(event: string, listener: Listener): Provider;
}

interface Waiting {
  method: string;
  resolve(value: unknown): void;
  reject(error: Error): void;
}

const accountMethods = ["eth_accounts", "eth_requestAccounts"];

/**
 * The provider and the ear for the relay's replies. `send` hands JSON text to the relay and tells whether it was
 * heard; when not, the request fails at once instead of hanging. `lose` ends all that waits: the relay is gone.
 */
export function makeProvider(
  safe: Primordials,
  send: (text: string) => boolean,
): { provider: Provider; hear(text: unknown): void; lose(): void } {
  const events = emitter(safe);
  const waiting = safe.table<number, Waiting>();
  let lastId = 0;
  let reachable = true;
  /** What the page was last told, as JSON text, so that it hears of changes alone. */
  let accounts = "[]";
  let chain: unknown;

  function rpcError({ code, message, data }: RpcError): Error {
    const error = safe.fix(new safe.Error(message), "code", code);
    return data === undefined ? error : safe.fix(error, "data", data);
  }

  function request(args: unknown): Promise<unknown> {
    return new safe.Promise((resolve, reject) => {
      const refuse = (code: number, message: string): void => reject(rpcError({ code, message }));
      if (typeof args !== "object" || args === null || safe.isArray(args)) {
        return refuse(-32600, "Expected one { method, params } object.");
      }
      const { method, params } = args as { method?: unknown; params?: unknown };
      if (typeof method !== "string" || method === "" || method.length > pageLimits.methodLength) {
        return refuse(-32600, "Expected the method's name as a text.");
      }
      if (params !== undefined && (typeof params !== "object" || params === null)) {
        return refuse(-32602, "Expected params as an array or an object.");
      }
      let text: string;
      try {
        text = safe.stringify(params ?? []);
      } catch {
        return refuse(-32602, "Expected params that have a JSON form.");
      }
      if (typeof text !== "string") return refuse(-32602, "Expected params that have a JSON form.");
      if (text.length > pageLimits.paramsLength) return refuse(-32600, "Request too large.");
      lastId += 1;
      const id = lastId;
      waiting.set(id, { method, resolve, reject });
      if (!send(safe.stringify([id, method, text]))) {
        waiting.delete(id);
        reject(rpcError(disconnectedError));
      }
    });
  }

  function hearEvent(event: unknown, data: unknown): void {
    if (event === "accountsChanged") {
      const told = safe.stringify(data);
      if (told === accounts) return;
      accounts = told;
      events.emit(event, data);
    } else if (event === "chainChanged") {
      if (data === chain) return;
      chain = data;
      events.emit(event, data);
    } else if (event === "connect") {
      chain = (data as { chainId?: unknown } | null)?.chainId;
      events.emit(event, data);
    } else if (event === "message") {
      events.emit(event, data);
    } else if (event === "disconnect" && reachable) {
      reachable = false;
      events.emit(event, rpcError(data as RpcError));
    }
  }

  function hear(text: unknown): void {
    if (typeof text !== "string") return;
    const reply = safe.parse(text);
    const id = reply[0];
    if (id === 0) hearEvent(reply[1], reply[2]);
    const waiter = waiting.get(id);
    if (!waiter) return;
    waiting.delete(id);
    if (reply[1] !== true) {
      waiter.reject(rpcError(reply[2]));
      return;
    }
    if (waiter.method === accountMethods[0] || waiter.method === accountMethods[1]) {
      accounts = safe.stringify(reply[2]);
    }
    waiter.resolve(reply[2]);
  }

  function lose(): void {
    waiting.each(({ reject }, id) => {
      waiting.delete(id);
      reject(rpcError(disconnectedError));
    });
    hearEvent("disconnect", disconnectedError);
  }

  const provider = {};
  const chainable =
    (act: (event: string, listener: Listener) => void) =>
    (event: string, listener: Listener): unknown => {
      act(event, listener);
      return provider;
    };
  safe.fix(provider, "isWeir", true);
  safe.fix(provider, "request", request);
  safe.fix(provider, "isConnected", () => reachable);
  safe.fix(provider, "on", chainable(events.on));
  safe.fix(provider, "once", chainable(events.once));
  safe.fix(provider, "off", chainable(events.off));
  safe.fix(provider, "removeListener", chainable(events.off));
  return { provider: provider as Provider, hear, lose };
}
