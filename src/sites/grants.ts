import type { Address } from "../core/account/account.ts";
import { isWeirError } from "../core/errors/index.ts";
import { createSerial } from "../core/serial/serial.ts";
import { sessionEnd } from "../core/site/session.ts";
import { SiteGrant } from "../core/site/site.ts";
import { localKeys, sessionKeys } from "../core/store/keys.ts";
import { recordStore } from "../core/store/record-store.ts";
import type { SiteDependencies } from "./dependencies.ts";

const touchEverySeconds = 60;
export const defaultChainId = 1;

/** What a person gives a site. `expiresAt` and `idleSeconds` are its ends. */
export type Given = Pick<SiteGrant, "origin" | "accounts" | "chainIds" | "expiresAt" | "idleSeconds">;

export type Grants = ReturnType<typeof grants>;

/** What sites may see, read from storage each time: a permission counts at the moment it is used, not when it was asked. */
export function grants({
  local,
  session,
  clock,
  accounts,
  audit,
  settings,
}: Pick<SiteDependencies, "local" | "session" | "clock" | "accounts" | "audit" | "settings">) {
  const store = recordStore(local, localKeys.site, SiteGrant);
  /** Changes of one grant happen one after another: a use noted late must not bring back what was just ended. */
  const serial = createSerial();
  /** No session ends before this. Kept for the next worker, which then need not read every grant at its start. */
  let earliest: number | undefined;

  async function setEarliest(at: number): Promise<void> {
    if (at === earliest) return;
    earliest = at;
    await session.set(sessionKeys.sessionEnds, at).catch(() => undefined);
  }

  async function knownEarliest(): Promise<number | undefined> {
    const stored = earliest ?? (await session.get(sessionKeys.sessionEnds).catch(() => undefined));
    earliest = typeof stored === "number" ? stored : undefined;
    return earliest;
  }

  const endOf = async (grant: SiteGrant) => sessionEnd(grant, await settings());
  const isOver = ({ at }: { at: number }): boolean => at <= clock.nowSeconds();

  /** The origin's grant while its session lasts. A damaged record grants nothing. */
  async function of(origin: string): Promise<SiteGrant | undefined> {
    try {
      const grant = await store.get(origin);
      return grant?.origin === origin && !isOver(await endOf(grant)) ? grant : undefined;
    } catch (error) {
      if (isWeirError(error, "storage/damaged")) return undefined;
      throw error;
    }
  }

  async function put(grant: SiteGrant): Promise<SiteGrant> {
    await store.put(grant.origin, grant);
    await setEarliest(Math.min((await knownEarliest()) ?? Number.MAX_SAFE_INTEGER, (await endOf(grant)).at));
    return grant;
  }

  /** Changes the grant as it is now; undefined when there is none any more. */
  function change(
    origin: string,
    next: (grant: SiteGrant) => Partial<SiteGrant>,
  ): Promise<SiteGrant | undefined> {
    return serial(origin, async () => {
      const grant = await of(origin);
      return grant && put({ ...grant, ...next(grant) });
    });
  }

  return {
    of,
    change,

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

    /** Every grant whose session lasts. */
    async all(): Promise<SiteGrant[]> {
      const { records } = await store.list();
      const ends = await Promise.all(records.map(endOf));
      return records.filter((_, index) => !isOver(ends[index] ?? { at: 0 }));
    },

    give: (given: Given): Promise<SiteGrant> =>
      serial(given.origin, async () => {
        const before = await of(given.origin);
        const now = clock.nowSeconds();
        const wanted = before?.chainId ?? defaultChainId;
        const chainId = given.chainIds.includes(wanted) ? wanted : (given.chainIds[0] ?? defaultChainId);
        const grant = await put({ ...given, chainId, grantedAt: now, lastUsedAt: now });
        await audit("site.connected", { origin: given.origin, accounts: given.accounts.join(" ") });
        return grant;
      }),

    /** Puts the site on a network, which it may be on from now. */
    setChain: (origin: string, chainId: number): Promise<SiteGrant | undefined> =>
      change(origin, ({ chainIds }) => ({ chainId, chainIds: [...new Set([...chainIds, chainId])] })),

    /** Notes the use, at most once a minute. */
    async touch({ origin, lastUsedAt }: SiteGrant): Promise<void> {
      const now = clock.nowSeconds();
      if (now - lastUsedAt >= touchEverySeconds) await change(origin, () => ({ lastUsedAt: now }));
    },

    /** Ends the grant; false when there was none. */
    end: (origin: string): Promise<boolean> =>
      serial(origin, async () => {
        const had = (await local.get(localKeys.site + origin)) !== undefined;
        if (had) {
          await store.remove(origin);
          await audit("site.disconnected", { origin });
        }
        return had;
      }),

    /** Ends the sessions whose time is over; gives their origins. */
    async endOver(): Promise<string[]> {
      if (((await knownEarliest()) ?? 0) > clock.nowSeconds()) return [];
      const ended: string[] = [];
      let next = Number.MAX_SAFE_INTEGER;
      for (const { origin } of (await store.list()).records) {
        await serial(origin, async () => {
          const grant = await store.get(origin).catch(() => undefined);
          if (!grant) return;
          const end = await endOf(grant);
          if (!isOver(end)) {
            next = Math.min(next, end.at);
            return;
          }
          await store.remove(origin);
          ended.push(origin);
          await audit("site.session-ended", { origin, why: end.why });
        });
      }
      await setEarliest(next);
      return ended;
    },

    /** No session ends before this; undefined when none is known of. */
    async nextEnd(): Promise<number | undefined> {
      const at = await knownEarliest();
      return at === Number.MAX_SAFE_INTEGER ? undefined : at;
    },
  };
}
