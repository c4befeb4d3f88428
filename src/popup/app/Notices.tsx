import type { Chain } from "../../core/chain/chain.ts";
import { chains } from "../../core/chain/chains.ts";
import { useConnection } from "../data/connection.ts";
import { useAccounts, useSnapshot } from "../data/records.ts";
import { useI18n } from "../i18n/I18nProvider.tsx";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { navigate, routeTo, useRoute } from "./router.ts";

/** What every screen tells: no network, a silent worker, a damaged account list, a phrase not yet written down. */
export function Notices() {
  const { t } = useI18n();
  const connection = useConnection();
  const accounts = useAccounts();
  const { segments } = useRoute();
  const open = accounts.value?.phrases.find((phrase) => !phrase.backedUp);
  return (
    <>
      {connection !== "worker-gone" &&
        chains.map((chain) => (
          <Unread key={chain.chainId} chain={chain} offline={connection === "offline"} />
        ))}
      {connection === "worker-gone" && (
        <Notice
          tone="danger"
          action={
            <Button size="sm" onClick={() => location.reload()}>
              {t("shell.reload")}
            </Button>
          }
        >
          {t("shell.worker-gone")}
        </Notice>
      )}
      {accounts.state === "damaged" && <Notice tone="danger">{t("shell.accounts-damaged")}</Notice>}
      {accounts.state === "unreadable" && <Notice tone="danger">{t("shell.accounts-unreadable")}</Notice>}
      {open && segments[0] !== "backup" && (
        <Notice
          tone="warn"
          still
          action={
            <Button size="sm" onClick={() => navigate(routeTo(`backup/${open.id}`))}>
              {t("shell.backup-now")}
            </Button>
          }
        >
          {t("shell.backup-reminder")}
        </Notice>
      )}
    </>
  );
}

/** Screens that rest on figures and do not tell of a failed reading themselves. */
const restingOnFigures: ReadonlySet<string> = new Set([
  "activity",
  "operation",
  "approve",
  "stake",
  "convert",
  "redeem",
  "claim",
  "send",
]);

/** That a network was not read lately. The portfolio itself says more than this where it has figures to show. */
function Unread({ chain, offline }: { readonly chain: Chain; readonly offline: boolean }) {
  const { t } = useI18n();
  const snapshot = useSnapshot(chain.chainId);
  const [place = "portfolio"] = useRoute().segments;
  const failed = snapshot.value?.failure !== undefined;
  if (offline && (failed || snapshot.state === "absent")) {
    return <Notice tone="warn">{t("shell.offline")}</Notice>;
  }
  if (!failed || !restingOnFigures.has(place)) return null;
  return (
    <Notice
      tone="warn"
      action={
        <Button size="sm" onClick={() => navigate(routeTo("settings/networks"))}>
          {t("portfolio.endpoints")}
        </Button>
      }
    >
      {t("shell.unread", { network: chain.name })}
    </Notice>
  );
}
