import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Stack } from "../../ui/Stack.tsx";
import type { Known } from "./recipient.ts";
import styles from "./send.module.css";

/** Runs of digits that are the same in both, or not, in order. */
function runsOf(address: string, other: string): { text: string; same: boolean }[] {
  const runs: { text: string; same: boolean }[] = [];
  for (let at = 0; at < address.length; at++) {
    const digit = address.charAt(at);
    const same = digit.toLowerCase() === other.charAt(at).toLowerCase();
    const last = runs.at(-1);
    if (last?.same === same) last.text += digit;
    else runs.push({ text: digit, same });
  }
  return runs;
}

function Compared({ label, address, other }: { label: string; address: string; other: string }) {
  return (
    <div>
      <div>{label}</div>
      <div className={styles.compared} role="img" aria-label={address}>
        {runsOf(address, other).map((run, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a run's place is its identity
          <span key={place} className={run.same ? undefined : styles.different}>
            {run.text}
          </span>
        ))}
      </div>
    </div>
  );
}

export interface LookAlikeProps {
  readonly address: string;
  readonly known: Known;
}

/** Two addresses that are easily mistaken, one above the other, with the digits that differ marked. */
export function LookAlike({ address, known }: LookAlikeProps) {
  const { t } = useI18n();
  return (
    <Notice tone="danger" title={t("send.look-alike-title")}>
      <Stack gap={2}>
        <p>{t("send.look-alike", { label: known.label })}</p>
        <Compared label={t("send.entered")} address={address} other={known.address} />
        <Compared
          label={t("send.known-as", { label: known.label })}
          address={known.address}
          other={address}
        />
      </Stack>
    </Notice>
  );
}
