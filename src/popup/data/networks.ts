import { useMemo } from "react";
import type { Chain } from "../../core/chain/chain.ts";
import { networksOf } from "../../core/chain/networks.ts";
import { useSettings } from "./records.ts";

/** The wallet's own networks and those that the person added. */
export function useNetworks(): readonly Chain[] {
  const settings = useSettings();
  return useMemo(() => networksOf(settings), [settings]);
}

/** One network by its chain id; undefined when the wallet does not have it. */
export function useNetwork(chainId: number): Chain | undefined {
  return useNetworks().find((chain) => chain.chainId === chainId);
}
