import * as v from "valibot";
import type { Address } from "../../core/account/account.ts";
import type { SiteGrant } from "../../core/site/site.ts";
import { chainIdHex } from "../method.ts";

/** EIP-2255: the permission to see accounts. Some clients name the one for networks beside it, which comes with it here. */
export const accountsPermission = v.tuple([
  v.strictObject({
    eth_accounts: v.looseObject({}),
    "endowment:permitted-chains": v.optional(v.looseObject({})),
  }),
]);

/**
 * EIP-2255's answer for a grant: which accounts the origin may see, and which networks it may be on (in the words that
 * MetaMask's clients know). Nothing for a site that may see no account.
 */
export function permissionList(
  grant: Pick<SiteGrant, "origin" | "chainIds"> | undefined,
  accounts: readonly Address[],
): unknown[] {
  if (!grant || accounts.length === 0) return [];
  const { origin: invoker, chainIds } = grant;
  return [
    {
      invoker,
      parentCapability: "eth_accounts",
      caveats: [{ type: "restrictReturnedAccounts", value: [...accounts] }],
    },
    {
      invoker,
      parentCapability: "endowment:permitted-chains",
      caveats: [{ type: "restrictNetworkSwitching", value: chainIds.map(chainIdHex) }],
    },
  ];
}
