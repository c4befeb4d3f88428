import type { Allowance, AllowanceList, Lease } from "../../../core/allowance/allowance.ts";
import { anna, ether, now, stEth } from "../../flows/world.test-kit.ts";

export const wstEth = {
  id: "0x7f39c581f595b53c5cb19bd0b3f8da6c935e2ca0",
  symbol: "wstETH",
  name: "Wrapped liquid staked Ether",
  decimals: 18,
  address: "0x7f39C581F595B53c5cb19bD0b3f8dA6c935E2Ca0" as const,
};
export const pool = "0xBF9606a8Ba267606973F037f48119C5bb85B33e8" as const;
export const vault = "0x00000000000000000000000000000000010C4e70" as const;
export const thief = "0x00000000000000000000000000000000000b0b77" as const;

/** Anna's 5 stETH to the pool. */
export const allowance = (changes: Partial<Allowance> = {}): Allowance => ({
  account: anna.address,
  form: "erc20",
  token: stEth,
  spender: pool,
  amount: 5n * ether,
  balance: 10n * ether,
  exposureWei: 5n * ether,
  setAtBlock: 100,
  setAt: now - 1000,
  spenderKind: "contract",
  risk: "low",
  ...changes,
});

export const lease = (changes: Partial<Lease> = {}): Lease => ({
  chainId: 1,
  account: anna.address,
  form: "erc20",
  token: stEth,
  spender: pool,
  amount: 5n * ether,
  grantedAt: now - 1000,
  until: now - 10,
  onChain: false,
  origin: "wallet",
  ...changes,
});

export const allowanceList = (
  allowances: Allowance[],
  changes: Partial<AllowanceList> = {},
): AllowanceList => ({
  chainId: 1,
  scannedTo: 200,
  head: 200,
  scanning: false,
  block: 200,
  readAt: Math.floor(Date.now() / 1000),
  allowances,
  accounts: [anna.address.toLowerCase()],
  ...changes,
});
