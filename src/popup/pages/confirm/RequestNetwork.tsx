import { useNetwork } from "../../data/networks.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Card } from "../../ui/Card.tsx";
import { KeyValue } from "../../ui/KeyValue.tsx";

/** A network by its name, and where the wallet does not have it by its number. */
export function useNetworkName(): (chainId: number, known: { readonly name: string } | undefined) => string {
  const { t } = useI18n();
  return (chainId, known) => known?.name ?? t("confirm.network-unknown", { chainId: String(chainId) });
}

/** The network that a request is for. Nothing when the site named none. */
export function RequestNetwork({ chainId }: { readonly chainId: number | undefined }) {
  const { t } = useI18n();
  const known = useNetwork(chainId ?? 0);
  const nameOf = useNetworkName();
  if (chainId === undefined) return null;
  return (
    <Card>
      <KeyValue items={[{ key: "network", label: t("confirm.on-network"), value: nameOf(chainId, known) }]} />
    </Card>
  );
}
