import type { Address } from "../../../core/account/account.ts";
import type { ErrorReport } from "../../../core/errors/index.ts";
import { useNetworks } from "../../data/networks.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Age } from "../../ui/Age.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Stack } from "../../ui/Stack.tsx";
import styles from "./pair.module.css";
import type { ReadHoldings } from "./use-holdings.ts";

export interface LookStateProps {
  readonly addresses: readonly Address[];
  readonly holdings: ReadHoldings;
}

/** How old the figures of the shown addresses are, and which networks could not be read. */
export function LookState({ addresses, holdings }: LookStateProps) {
  const { t, errorText, formatAge } = useI18n();
  const networks = useNetworks();
  const looked = addresses.flatMap((address) => holdings.of(address) ?? []);
  const failed = new Map<number, ErrorReport>();
  for (const each of looked) {
    for (const { chainId, error } of each.failed) failed.set(chainId, error as ErrorReport);
  }
  const retry = (
    <Button size="sm" busy={holdings.busy} onClick={holdings.refresh}>
      {t("common.retry")}
    </Button>
  );
  return (
    <Stack gap={3}>
      {holdings.error && (
        <Notice tone="warn" action={retry}>
          {t("pair.look-failed")} {errorText(holdings.error)}
        </Notice>
      )}
      {[...failed].map(([chainId, error]) => (
        <Notice key={chainId} tone="warn" action={retry}>
          {t("pair.network-failed", {
            network: networks.find((network) => network.chainId === chainId)?.name ?? String(chainId),
          })}{" "}
          {errorText(error)}
        </Notice>
      ))}
      {looked.length > 0 && (
        <div className={styles.age}>
          <span>
            {t("pair.looked")}{" "}
            <Age
              at={Math.min(...looked.map(({ at }) => at))}
              now={() => Math.floor(Date.now() / 1000)}
              format={formatAge}
              oldAfter={300}
            />
          </span>
          <Button size="sm" variant="quiet" icon="refresh" busy={holdings.busy} onClick={holdings.refresh}>
            {t("common.refresh")}
          </Button>
        </div>
      )}
    </Stack>
  );
}
