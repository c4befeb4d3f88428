import { staleness } from "../../../core/chain/freshness.ts";
import type { Snapshot } from "../../../core/snapshot/snapshot.ts";
import { navigate, routeTo } from "../../app/router.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { usePresent } from "./present.ts";

/** What one must know of the figures before believing them: not read, behind, doubtful, or disputed by a second node. */
export function SnapshotNotices({ snapshot }: { readonly snapshot: Snapshot }) {
  const { t, errorText, formatAge } = useI18n();
  const now = usePresent();
  const { failure, takenAt, block, endpoint } = snapshot;
  // Against the moment of reading: a snapshot that only grew old says so by its age.
  const behind = staleness(block, takenAt, endpoint);
  const settings = <EndpointsButton />;
  return (
    <>
      {failure && (
        <Notice tone="warn" title={t("portfolio.failure-title")} action={settings}>
          {errorText(failure.error)}{" "}
          {t("portfolio.failure-kept", { age: formatAge(now - takenAt), tried: formatAge(now - failure.at) })}
        </Notice>
      )}
      {behind && (
        <Notice tone="warn" title={t("portfolio.stale-title")} action={settings}>
          {errorText(behind)}
        </Notice>
      )}
      {snapshot.secondOpinion === "disagreed" && (
        <Notice tone="danger" title={t("portfolio.disagreed-title")} action={settings}>
          {t("portfolio.disagreed")}
        </Notice>
      )}
      {snapshot.protocols.map(
        (protocol) =>
          protocol.failure && (
            <Notice key={protocol.protocol} tone="danger" action={settings}>
              {errorText(protocol.failure)}{" "}
              {t("portfolio.protocol-failure", { age: formatAge(now - protocol.readAt) })}
            </Notice>
          ),
      )}
    </>
  );
}

/** Leads to the endpoint settings. */
export function EndpointsButton() {
  const { t } = useI18n();
  return (
    <Button size="sm" onClick={() => navigate(routeTo("settings/networks"))}>
      {t("portfolio.endpoints")}
    </Button>
  );
}
