import type { Reply } from "../messages/page/reply.ts";
import type { Channels } from "./channels.ts";
import type { SiteDependencies } from "./dependencies.ts";
import type { SitePort } from "./port.ts";

export type Connections = ReturnType<typeof connections>;

/** The ports that are open now, by channel, and the way to documents whose port ended with the last worker. */
export function connections({ wake }: Pick<SiteDependencies, "wake">, byChannel: Channels) {
  const ports = new Map<string, SitePort>();

  function post(channel: string, reply: Reply): boolean {
    const port = ports.get(channel);
    if (!port) return false;
    try {
      port.postMessage(reply);
      return true;
    } catch {
      return false;
    }
  }

  async function call(channel: string): Promise<boolean> {
    const target = byChannel.get(channel);
    if (!target || target.closed) return false;
    const there = await wake(target).catch(() => false);
    if (!there) byChannel.close(channel);
    return there;
  }

  return {
    post,
    attach: (channel: string, port: SitePort): void => void ports.set(channel, port),

    /** True when `port` was the channel's present one. */
    detach(channel: string, port: SitePort): boolean {
      return ports.get(channel) === port && ports.delete(channel);
    },

    /** Whether the channel's document is still there to hear an answer. */
    reachable: async (channel: string): Promise<boolean> => ports.has(channel) || (await call(channel)),

    /** Posts, or calls the document back; it then gets the state and its answers when its port is there. */
    async tell(channel: string, reply: Reply): Promise<void> {
      if (!post(channel, reply)) await call(channel);
    },
  };
}
