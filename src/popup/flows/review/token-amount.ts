import type { Operation } from "../../../core/operation/operation.ts";
import { useNetwork } from "../../data/networks.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { useProtocols } from "./protocols.ts";
import { siteText } from "./site-text.ts";

/** So much of a token, or an item of a collection. */
export interface TokenAmount {
  token: string;
  amount: bigint;
  id?: bigint;
}

/**
 * Writes amounts of tokens that an operation mentions. A token of which nothing is known is named by its address and
 * counted in its smallest units: nothing is guessed.
 */
export function useTokenAmount(operation: Operation): (item: TokenAmount) => string {
  const { t, formatAmount } = useI18n();
  const native = useNetwork(operation.chainId)?.native;
  const protocols = useProtocols(operation.chainId) ?? [];
  const { preview } = operation;
  return ({ token, amount, id }) => {
    const short = `${token.slice(0, 6)}…${token.slice(-4)}`;
    if (id !== undefined) return t("review.data-item", { id: id.toString(), token: short });
    const key = token.toLowerCase();
    const known =
      (key === "native" ? native : undefined) ??
      protocols.flatMap((each) => each.tokens).find((each) => each.id === key) ??
      preview?.effects?.find((each) => each.asset.id === key)?.asset ??
      preview?.allowances.find((each) => each.token.toLowerCase() === key);
    if (known === undefined) return t("review.data-units", { amount: amount.toString(), token: short });
    return formatAmount(amount, known.decimals, { maxFraction: 6, unit: siteText(known.symbol) });
  };
}
