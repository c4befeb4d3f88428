import { createEvmAccess, type EvmAccessParts } from "../chains/evm/index.ts";
import type { ChainAccess } from "../core/chain/access.ts";
import type { Chain } from "../core/chain/chain.ts";
import { chainById } from "../core/chain/chains.ts";
import { networkById } from "../core/chain/networks.ts";
import { WeirError } from "../core/errors/index.ts";
import type { Settings } from "../core/settings/settings.ts";

export interface Accesses {
  /** The access of a network; of one that is not there every request rejects with chain/unknown. */
  of(chainId: number): ChainAccess;
  /** A removed network's access is not used again. */
  forget(chainId: number): void;
}

/** One access per network, made when first used: the wallet's own at once, added ones as the settings have them. */
export function createAccesses(
  parts: Omit<EvmAccessParts, "chain" | "endpoints"> & {
    settings(): Promise<Settings>;
    endpoints(chainId: number): Promise<string[]>;
  },
): Accesses {
  const { settings, endpoints, ...rest } = parts;
  const known = new Map<number, ChainAccess>();
  const made = (chain: Chain): ChainAccess =>
    createEvmAccess({ ...rest, chain, endpoints: () => endpoints(chain.chainId) });

  function added(chainId: number): ChainAccess {
    let real: Promise<ChainAccess> | undefined;
    const find = async (): Promise<ChainAccess> => {
      const chain = networkById(await settings(), chainId);
      if (!chain) throw new WeirError("chain/unknown", { chainId });
      return made(chain);
    };
    const ready = (): Promise<ChainAccess> => {
      real ??= find();
      real.catch(() => {
        real = undefined;
      });
      return real;
    };
    // Every function of an access is asynchronous: this one stands in for it while the settings are read.
    return new Proxy({ chainId } as ChainAccess, {
      get: (target, name: keyof ChainAccess) =>
        name === "chainId"
          ? target.chainId
          : async (...args: unknown[]) =>
              ((await ready())[name] as (...given: unknown[]) => Promise<unknown>)(...args),
    });
  }

  return {
    of(chainId) {
      const before = known.get(chainId);
      if (before) return before;
      const own = chainById(chainId);
      const access = own ? made(own) : added(chainId);
      known.set(chainId, access);
      return access;
    },
    forget: (chainId) => void known.delete(chainId),
  };
}
