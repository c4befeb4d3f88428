import type { Asset } from "../../../core/asset/asset.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import type { Start } from "./use-start.ts";

/** What the account holds of an asset by the last snapshot: base units, undefined when it does not say. */
export function balanceOf(start: Start, asset: Asset | undefined): bigint | undefined {
  if (asset === undefined) return undefined;
  if (asset.id === "native") return start.nativeBalance;
  const position = start.positions.find((each) => each.token.id === asset.id);
  if (position) return position.balance;
  // A token that a good reading of its protocol does not list is not held.
  const issuer = start.protocols?.find((each) => each.tokens.some((token) => token.id === asset.id));
  const reading = start.snapshot?.protocols.find((each) => each.protocol === issuer?.id);
  return reading && reading.failure === undefined ? 0n : undefined;
}

/** Gives what the account holds of an asset as a figure, undefined while it is unknown. */
export function useHeld(start: Start): (asset: Asset) => string | undefined {
  const { formatAmount } = useI18n();
  return (asset) => {
    const balance = balanceOf(start, asset);
    return balance === undefined ? undefined : formatAmount(balance, asset.decimals);
  };
}
