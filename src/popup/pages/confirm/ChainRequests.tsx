import { useNetwork } from "../../data/networks.ts";
import { useCommand } from "../../data/use-command.ts";
import { siteText } from "../../flows/review/site-text.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Card } from "../../ui/Card.tsx";
import { KeyValue } from "../../ui/KeyValue.tsx";
import styles from "./confirm.module.css";
import { Decision } from "./Decision.tsx";
import { useNetworkName } from "./RequestNetwork.tsx";
import type { AskOf, RequestViewProps } from "./request-view.ts";

/** A site proposes a network: what it is called, its number, who would answer for it. */
export function AddChainRequest({
  ask: { chain },
  ...props
}: RequestViewProps & { readonly ask: AskOf<"add-chain"> }) {
  const { t } = useI18n();
  const approve = useCommand("sites.approve");
  const urls = (list: readonly string[]) => (
    <ul className={styles.urls}>
      {list.map((url) => (
        <li key={url}>{siteText(url)}</li>
      ))}
    </ul>
  );
  return (
    <Decision
      {...props}
      title={t("confirm.add-chain-title")}
      confirmLabel={t("confirm.add-chain")}
      onConfirm={async () => (await approve.run({ id: props.request.id })) !== undefined}
      confirming={approve.busy}
      error={approve.error}
    >
      <p>{t("confirm.chain-explain")}</p>
      <Card>
        <KeyValue
          stacked
          items={[
            { key: "name", label: t("confirm.chain-name"), value: siteText(chain.name), strong: true },
            { key: "id", label: t("confirm.chain-id"), value: String(chain.chainId) },
            {
              key: "currency",
              label: t("confirm.chain-currency"),
              value: t("confirm.chain-currency-value", {
                name: siteText(chain.native.name),
                symbol: siteText(chain.native.symbol),
              }),
            },
            { key: "endpoints", label: t("confirm.chain-endpoints"), value: urls(chain.rpcUrls) },
            ...(chain.explorerUrls.length === 0
              ? []
              : [{ key: "explorers", label: t("confirm.chain-explorers"), value: urls(chain.explorerUrls) }]),
          ]}
        />
      </Card>
    </Decision>
  );
}

/** A site asks to be on another of the wallet's networks. */
export function SwitchChainRequest({
  ask,
  ...props
}: RequestViewProps & { readonly ask: AskOf<"switch-chain"> }) {
  const { t } = useI18n();
  const approve = useCommand("sites.approve");
  const nameOf = useNetworkName();
  const from = props.request.chainId;
  const now = useNetwork(from ?? 0);
  const then = useNetwork(ask.chainId);
  return (
    <Decision
      {...props}
      title={t("confirm.switch-chain-title")}
      confirmLabel={t("confirm.switch-chain")}
      onConfirm={async () => (await approve.run({ id: props.request.id })) !== undefined}
      confirming={approve.busy}
      error={approve.error}
    >
      <p>{t("confirm.switch-explain")}</p>
      <Card>
        <KeyValue
          items={[
            ...(from === undefined
              ? []
              : [{ key: "from", label: t("confirm.switch-from"), value: nameOf(from, now) }]),
            { key: "to", label: t("confirm.switch-to"), value: nameOf(ask.chainId, then), strong: true },
          ]}
        />
      </Card>
    </Decision>
  );
}
