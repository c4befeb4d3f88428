import * as v from "valibot";
import type { Address } from "../../core/account/account.ts";

/** EIP-2255: the one permission there is. */
export const accountsPermission = v.tuple([v.strictObject({ eth_accounts: v.looseObject({}) })]);

/** EIP-2255's answer for a grant: which accounts the origin may see, and nothing else. */
export function permissionList(origin: string, accounts: readonly Address[]): unknown[] {
  if (accounts.length === 0) return [];
  return [
    {
      invoker: origin,
      parentCapability: "eth_accounts",
      caveats: [{ type: "restrictReturnedAccounts", value: [...accounts] }],
    },
  ];
}
