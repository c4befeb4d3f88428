import { WeirError } from "../core/errors/index.ts";
import type { ReplayRefusal } from "../core/replay/window.ts";
import { readEnvelope } from "../messages/page/envelope.ts";
import { askerOf, framedBy } from "./asker.ts";
import type { Channels } from "./channels.ts";
import type { Connections } from "./connections.ts";
import type { SiteDependencies } from "./dependencies.ts";
import type { Dispatcher } from "./dispatch.ts";
import type { SitePort } from "./port.ts";
import { rpcError } from "./rpc-error.ts";
import type { StateEvents } from "./state-events.ts";

/** Serves the ports of pages: who it is, whether each message is taken, and to whom it goes. */
export function pagePorts(
  { settings }: Pick<SiteDependencies, "settings">,
  parts: {
    channels: Channels;
    connections: Connections;
    events: StateEvents;
    dispatch: Dispatcher;
    /** Resolves when what is stored is in memory. */
    ready(): Promise<void>;
    /** A message was not taken. */
    refused(origin: string, why: ReplayRefusal): Promise<void>;
    /** The documents of these channels are gone. */
    left(channels: readonly string[]): Promise<void>;
  },
): (port: SitePort) => void {
  const { channels, connections, events, dispatch } = parts;

  return (port) => {
    const asker = askerOf(port.sender);
    if (asker === "not-yet") {
      port.disconnect();
      return;
    }
    let channel: string | undefined;
    let gone = false;

    async function hear(message: unknown, validityMs: number): Promise<void> {
      const envelope = readEnvelope(message);
      if (!envelope) return;
      const { body } = envelope;
      if (asker === "refused" || asker === "not-yet") {
        const error = rpcError(new WeirError("site/origin-refused", {}));
        if (body.kind === "request") port.postMessage({ id: body.id, error });
        return;
      }
      if (gone) return;
      if (channel !== undefined && channel !== envelope.channel) return port.disconnect();
      const verdict = channels.take(envelope, asker, validityMs);
      if (!verdict.taken) {
        if (verdict.why === "foreign") return port.disconnect();
        // A late one (the machine slept in between) is an error the page may hear of; a repeated one was answered.
        const error = rpcError(new WeirError("site/replayed", {}));
        if (verdict.why === "late" && body.kind === "request") port.postMessage({ id: body.id, error });
        return parts.refused(asker.origin, verdict.why);
      }
      const first = channel === undefined;
      channel = envelope.channel;
      connections.attach(channel, port);
      if (verdict.replaced.length > 0) await parts.left(verdict.replaced);
      if (first) {
        const told = verdict.fresh
          ? events.greet(channel, asker.origin)
          : events.refresh(channel, asker.origin);
        // Beside the request, which must not wait for it; a page that missed it asks.
        told.catch(() => undefined);
      }
      if (body.kind === "tick") return dispatch.tick(channel, asker);
      if (body.kind !== "request") return;
      await dispatch.request(channel, { ...asker, framedBy: framedBy(asker, envelope.top) }, body);
    }

    async function validityMs(): Promise<number> {
      await parts.ready();
      return (await settings()).messageSeconds * 1000;
    }

    // One after another up to the point where a message is taken; a failing storage is the page's retry.
    let order: Promise<unknown> = Promise.resolve();
    port.onMessage((message) => {
      const turn = order.then(validityMs);
      order = turn.catch(() => undefined);
      void turn.then((validity) => hear(message, validity)).catch(() => port.disconnect());
    });
    port.onDisconnect(() => {
      gone = true;
      if (channel === undefined || !connections.detach(channel, port)) return;
      channels.close(channel);
      void parts.left([channel]).catch(() => undefined);
    });
  };
}
