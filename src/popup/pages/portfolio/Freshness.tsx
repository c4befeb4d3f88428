import { useEffect, useRef } from "react";
import type { Chain } from "../../../core/chain/chain.ts";
import { staleAfterSeconds } from "../../../core/chain/freshness.ts";
import type { Snapshot } from "../../../core/snapshot/snapshot.ts";
import { useCommand } from "../../data/use-command.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Age } from "../../ui/Age.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { useAnnounce } from "../../ui/LiveRegion.tsx";
import styles from "./portfolio.module.css";
import { wallClock } from "./present.ts";

export interface FreshnessProps {
  readonly chain: Chain;
  readonly snapshot: Snapshot;
}

/** Where the figures come from and how old they are, with a button that reads them anew. */
export function Freshness({ chain, snapshot }: FreshnessProps) {
  const { t, errorText, formatAge, formatDateTime, formatInteger } = useI18n();
  const refresh = useCommand("portfolio.refresh");
  const announce = useAnnounce();
  const asked = useRef(false);
  const { takenAt, block, endpoint } = snapshot;
  // A newer snapshot under the same screen is told once, when somebody asked for it.
  const last = useRef(takenAt);
  useEffect(() => {
    if (takenAt !== last.current && asked.current) announce(t("portfolio.refreshed"));
    last.current = takenAt;
  }, [takenAt, announce, t]);
  return (
    <div className={styles.freshness}>
      <p>
        {refresh.busy ? (
          t("portfolio.refreshing", { network: chain.name })
        ) : (
          <>
            {t("portfolio.as-of", { block: formatInteger(block.number), host: endpoint })}{" "}
            <Age
              at={takenAt}
              now={wallClock}
              format={formatAge}
              oldAfter={staleAfterSeconds}
              title={formatDateTime(takenAt)}
            />
          </>
        )}
        {refresh.error && !refresh.busy && snapshot.failure === undefined && (
          <span role="alert"> {errorText(refresh.error)}</span>
        )}
      </p>
      <IconButton
        icon="refresh"
        size="sm"
        label={t("portfolio.refresh")}
        busy={refresh.busy}
        onClick={() => {
          asked.current = true;
          void refresh.run({ chainId: chain.chainId });
        }}
      />
    </div>
  );
}
