import type { Channels } from "./channels.ts";
import type { Connections } from "./connections.ts";
import type { SiteDependencies } from "./dependencies.ts";
import { defaultChainId, type Grants } from "./grants.ts";
import type { Health } from "./health.ts";
import { chainIdHex } from "./method.ts";

export type StateEvents = ReturnType<typeof stateEvents>;

/** Tells pages where they stand. The page script passes on what is a change for its page and drops the rest. */
export function stateEvents(
  { lock }: Pick<SiteDependencies, "lock">,
  parts: { grants: Grants; channels: Channels; connections: Connections; health: Health },
) {
  async function stateOf(origin: string) {
    const grant = await parts.grants.of(origin);
    const sees = (await lock.isUnlocked()) && !(await parts.health.isSuspended(origin));
    const accounts = sees ? await parts.grants.permitted(grant) : [];
    return { accounts, chainId: chainIdHex(grant?.chainId ?? defaultChainId) };
  }

  return {
    /** A new page's first event. */
    async greet(channel: string, origin: string): Promise<void> {
      const { chainId } = await stateOf(origin);
      parts.connections.post(channel, { event: "connect", data: { chainId } });
    },

    /** To one page that is back. */
    async refresh(channel: string, origin: string): Promise<void> {
      const { accounts, chainId } = await stateOf(origin);
      parts.connections.post(channel, { event: "chainChanged", data: chainId });
      parts.connections.post(channel, { event: "accountsChanged", data: accounts });
    },

    /** To every page of the origin, or of all origins: accounts and network as they are now. */
    async broadcast(origins: readonly string[]): Promise<void> {
      for (const origin of new Set(origins)) {
        const { accounts, chainId } = await stateOf(origin);
        await Promise.all(
          parts.channels.of(origin).map(async ({ id }) => {
            parts.connections.post(id, { event: "chainChanged", data: chainId });
            await parts.connections.tell(id, { event: "accountsChanged", data: accounts });
          }),
        );
      }
    },
  };
}
