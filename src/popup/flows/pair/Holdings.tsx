import type { Address } from "../../../core/account/account.ts";
import type { AddressHoldings } from "../../../messages/popup/devices.ts";
import { useNetworks } from "../../data/networks.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import type { Translator } from "../../i18n/translator.ts";
import type { Looked, ReadHoldings } from "./use-holdings.ts";

type Holding = AddressHoldings["holdings"][number];

/** Digits after the point; the rest is cut off. */
const maxFraction = 5;

function holdingText({ t, formatAmount }: Translator, holding: Holding): string {
  const amount = formatAmount(holding.amount, holding.decimals, { maxFraction, unit: holding.symbol });
  if (holding.kind === "unbonding") return t("pair.holding-unbonding", { amount });
  return holding.kind === "claimable" ? t("pair.holding-claimable", { amount }) : amount;
}

/** What an address holds, a line for each network with something; networks with nothing, or not read, in one line each. */
export function Holdings({ address, holdings }: { address: Address; holdings: ReadHoldings }) {
  const { t } = useI18n();
  const looked = holdings.of(address);
  if (looked !== undefined) return <Figures looked={looked} />;
  return <span>{holdings.busy ? t("pair.looking") : t("pair.not-looked")}</span>;
}

function Figures({ looked }: { readonly looked: Looked }) {
  const i18n = useI18n();
  const { t, formatAmount, list } = i18n;
  const networks = useNetworks();
  const nothing: string[] = [];
  const unread: string[] = [];
  const lines: { chainId: number; name: string; parts: string[] }[] = [];
  for (const { chainId, name, native } of networks) {
    const read = looked.read.find((one) => one.chainId === chainId);
    if (read === undefined) {
      unread.push(name);
      continue;
    }
    const parts = read.holdings.filter(({ amount }) => amount > 0n).map((one) => holdingText(i18n, one));
    if (read.native > 0n) {
      parts.unshift(formatAmount(read.native, native.decimals, { maxFraction, unit: native.symbol }));
    }
    if (parts.length === 0) nothing.push(name);
    else lines.push({ chainId, name, parts });
  }
  return (
    <>
      {lines.map(({ chainId, name, parts }) => (
        <span key={chainId}>{t("pair.holds", { network: name, amounts: parts.join(" · ") })}</span>
      ))}
      {nothing.length > 0 && <span>{t("pair.holds-nothing", { networks: list(nothing) })}</span>}
      {unread.length > 0 && <span>{t("pair.holds-unread", { networks: list(unread) })}</span>}
    </>
  );
}
