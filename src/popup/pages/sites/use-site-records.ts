import { SignIns, SiteHealth } from "../../../core/site/site.ts";
import { localKeys } from "../../../core/store/keys.ts";
import { usePage } from "../../data/page-context.ts";
import { type StoredList, useStoredList } from "../../data/stored.ts";

/** Refused messages of sites, and which are suspended. */
export const useSiteHealth = (): StoredList<SiteHealth> =>
  useStoredList(usePage().local, localKeys.siteHealth, SiteHealth);

/** Sign-ins given to sites. */
export const useSignIns = (): StoredList<SignIns> =>
  useStoredList(usePage().local, localKeys.signIn, SignIns);
