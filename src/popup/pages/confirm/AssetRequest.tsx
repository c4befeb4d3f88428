import { useCommand } from "../../data/use-command.ts";
import { siteText } from "../../flows/review/site-text.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { AddressText } from "../../ui/AddressText.tsx";
import { Card } from "../../ui/Card.tsx";
import { KeyValue } from "../../ui/KeyValue.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Decision } from "./Decision.tsx";
import { RequestNetwork } from "./RequestNetwork.tsx";
import type { AskOf, RequestViewProps } from "./request-view.ts";

/** A site asks that a token be shown: what its contract says of itself, and where the site says otherwise. */
export function AssetRequest({ ask, ...props }: RequestViewProps & { readonly ask: AskOf<"watch-asset"> }) {
  const { t } = useI18n();
  const approve = useCommand("sites.approve");
  const { claimed } = ask;
  const otherSymbol = claimed.symbol !== undefined && claimed.symbol !== ask.symbol;
  const otherDecimals = claimed.decimals !== undefined && claimed.decimals !== ask.decimals;
  const count = String(ask.decimals);
  return (
    <Decision
      {...props}
      title={t("confirm.watch-asset-title")}
      confirmLabel={t("confirm.watch-asset")}
      onConfirm={async () => (await approve.run({ id: props.request.id })) !== undefined}
      confirming={approve.busy}
      error={approve.error}
    >
      <p>{t("confirm.asset-explain")}</p>
      {(otherSymbol || otherDecimals) && (
        <Notice tone="warn" still>
          {t("confirm.asset-differs")}
        </Notice>
      )}
      <Card>
        <KeyValue
          stacked
          items={[
            {
              key: "symbol",
              label: t("confirm.asset-symbol"),
              value: siteText(ask.symbol),
              strong: true,
            },
            ...(otherSymbol
              ? [{ key: "claimed", label: t("confirm.asset-claimed"), value: siteText(claimed.symbol ?? "") }]
              : []),
            {
              key: "decimals",
              label: t("confirm.asset-decimals"),
              value: otherDecimals
                ? t("confirm.asset-decimals-claimed", { count, claimed: String(claimed.decimals) })
                : count,
            },
            {
              key: "contract",
              label: t("confirm.asset-contract"),
              value: <AddressText address={ask.token} />,
            },
          ]}
        />
      </Card>
      <RequestNetwork chainId={props.request.chainId} />
    </Decision>
  );
}
