import type { Address } from "../core/account/account.ts";
import { isWeirError } from "../core/errors/index.ts";
import { SiteGrant } from "../core/site/site.ts";
import { localKeys } from "../core/store/keys.ts";
import { recordStore } from "../core/store/record-store.ts";
import type { SiteDependencies } from "./dependencies.ts";

const touchEverySeconds = 60;
export const defaultChainId = 1;

export type Grants = ReturnType<typeof grants>;

/** What sites may see, read from storage each time: a permission counts at the moment it is used, not when it was asked. */
export function grants({
  local,
  clock,
  accounts,
  audit,
}: Pick<SiteDependencies, "local" | "clock" | "accounts" | "audit">) {
  const store = recordStore(local, localKeys.site, SiteGrant);

  /** The origin's grant. A damaged record grants nothing. */
  async function of(origin: string): Promise<SiteGrant | undefined> {
    try {
      const grant = await store.get(origin);
      return grant?.origin === origin ? grant : undefined;
    } catch (error) {
      if (isWeirError(error, "storage/damaged")) return undefined;
      throw error;
    }
  }

  return {
    of,

    /** Accounts of the grant that still exist and are not hidden, in the grant's order. */
    async permitted(grant: SiteGrant | undefined): Promise<Address[]> {
      if (!grant) return [];
      const list = await accounts();
      const shown = new Map(
        list.accounts
          .filter((account) => !account.hidden)
          .map((account) => [account.address.toLowerCase(), account.address] as const),
      );
      return grant.accounts.flatMap((address) => shown.get(address.toLowerCase()) ?? []);
    },

    async give(origin: string, addresses: readonly Address[]): Promise<void> {
      const before = await of(origin);
      const now = clock.nowSeconds();
      await store.put(origin, {
        origin,
        accounts: [...addresses],
        chainId: before?.chainId ?? defaultChainId,
        chainIds: [defaultChainId],
        grantedAt: now,
        lastUsedAt: now,
      });
      await audit("site.connected", { origin, accounts: addresses.join(" ") });
    },

    async setChain(grant: SiteGrant, chainId: number): Promise<void> {
      await store.put(grant.origin, { ...grant, chainId });
    },

    /** Notes the use, at most once a minute. */
    async touch(grant: SiteGrant): Promise<void> {
      const now = clock.nowSeconds();
      if (now - grant.lastUsedAt >= touchEverySeconds)
        await store.put(grant.origin, { ...grant, lastUsedAt: now });
    },

    /** Ends the grant; false when there was none. */
    async end(origin: string): Promise<boolean> {
      const had = (await local.get(localKeys.site + origin)) !== undefined;
      if (had) {
        await store.remove(origin);
        await audit("site.disconnected", { origin });
      }
      return had;
    },
  };
}
