import { WeirError } from "../core/errors/index.ts";
import type { SiteRequest } from "../core/site/site.ts";
import type { SiteDependencies } from "./dependencies.ts";
import { defaultChainId, type Grants } from "./grants.ts";
import type { RequestQueue } from "./request-queue.ts";
import type { Requests } from "./requests.ts";
import type { StateEvents } from "./state-events.ts";

export type Decisions = ReturnType<typeof decisions>;

/** What a person's yes does where no operation comes of it: a network, a switch of network, a token. */
export function decisions(
  deps: Pick<SiteDependencies, "networks" | "addChain" | "watchAsset">,
  parts: { queue: RequestQueue; grants: Grants; requests: Requests; events: StateEvents },
) {
  async function move(origin: string, chainId: number): Promise<null> {
    await parts.grants.setChain(origin, chainId);
    await parts.events.broadcast([origin]);
    return null;
  }

  const has = async (wanted: number): Promise<boolean> =>
    (await deps.networks()).some(({ chainId }) => chainId === wanted);

  /** Answers null or true, as EIP-3085, EIP-3326 and EIP-747 say. Each may be done twice: the worker may end before the answer. */
  async function carryOut({ ask, origin, chainId = defaultChainId }: SiteRequest): Promise<null | true> {
    switch (ask.kind) {
      case "add-chain":
        if (!(await has(ask.chain.chainId))) await deps.addChain(ask.chain, origin);
        // Clients add a network to be on it, and take a wallet that stays where it was for a refusal.
        return move(origin, ask.chain.chainId);
      case "switch-chain":
        if (!(await has(ask.chainId))) throw new WeirError("site/chain-unknown", { chainId: ask.chainId });
        return move(origin, ask.chainId);
      case "watch-asset": {
        const { token, symbol, decimals } = ask;
        const asset = { id: token.toLowerCase(), symbol, name: symbol, decimals, address: token };
        await deps.watchAsset(chainId, asset, origin);
        return true;
      }
      default:
        throw new WeirError("site/request-unknown", {});
    }
  }

  /** Does what an approved request is about and answers it. When that fails the request waits again, and this rejects. */
  async function finish(request: SiteRequest): Promise<void> {
    try {
      await parts.requests.answerWith(request, await carryOut(request));
    } catch (error) {
      await parts.queue.move(request.id, ["approved"], { state: "waiting" });
      throw error;
    }
  }

  return { finish };
}
