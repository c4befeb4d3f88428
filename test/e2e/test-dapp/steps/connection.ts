import { account, type Group, person } from "../step.ts";

const ours = new RegExp(account, "i");

/** Finding, connecting, permissions and networks. */
export const connection: Group = {
  name: "connection",
  steps: [
    { press: "getAccounts", says: "gives none before connecting", method: "eth_accounts", result: /^\[\]$/ },
    {
      press: "getPermissions",
      says: "gives none before connecting",
      method: "wallet_getPermissions",
      result: /^\[\]$/,
      shows: { permissionsResult: /No permissions found/ },
    },
    {
      press: "connectButton",
      says: "is told when the person says no",
      method: "eth_requestAccounts",
      sees: [/Connect to this site\?/, /127\.0\.0\.1/],
      person: person.rejects,
      code: 4001,
    },
    {
      press: "connectButton",
      says: "connects",
      method: "eth_requestAccounts",
      person: person.connects,
      result: ours,
      shows: { accounts: ours, connectButton: /^Connected$/, chainId: /^0x1$/, network: /^1$/ },
    },
    {
      press: "getAccounts",
      says: "gives the connected account",
      method: "eth_accounts",
      shows: { getAccountsResult: ours },
    },
    {
      press: "getPermissions",
      says: "names the one permission",
      method: "wallet_getPermissions",
      shows: { permissionsResult: /^eth_accounts\b/ },
    },
    {
      press: "requestPermissions",
      says: "asks the person again, who may choose other accounts",
      method: "wallet_requestPermissions",
      sees: [/127\.0\.0\.1/],
      person: person.connects,
      shows: { permissionsResult: /^eth_accounts\b/ },
    },
    {
      press: "revokeAccountsPermission",
      says: "disconnects",
      method: "wallet_revokePermissions",
      result: /^null$/,
      shows: { accounts: /^$/, connectButton: /^Connect$/ },
    },
    {
      press: "useWindowProviderButton",
      says: "finds no window.ethereum",
      shows: { chainId: /^$/ },
    },
    {
      press: ".eip6963-providers button",
      button: "provider",
      says: "is Weir, found by EIP-6963",
      shows: { activeProviderName: /^Weir$/, chainId: /^0x1$/ },
    },
    {
      press: "connectButton",
      says: "connects again",
      method: "eth_requestAccounts",
      person: person.connects,
      shows: { accounts: ours },
    },
  ],
};
