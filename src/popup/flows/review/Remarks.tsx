import type { Remark } from "../../../core/staking/plan.ts";
import type { ErrorLike } from "../../i18n/error-text.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import styles from "./review.module.css";
import { useSentence } from "./words.ts";

const levels = [
  ["block", "danger"],
  ["warn", "warn"],
  ["note", "info"],
] as const;

export interface RemarksProps {
  readonly chainId: number;
  readonly remarks: readonly Remark[];
  /** Under the warnings: the tick that says they were read. */
  readonly acknowledge?: { readonly read: boolean; readonly onRead: (read: boolean) => void } | undefined;
}

/** Remarks in groups by level, the gravest first. */
export function Remarks({ chainId, remarks, acknowledge }: RemarksProps) {
  const { t } = useI18n();
  const say = useSentence(chainId);
  return levels.map(([level, tone]) => {
    const group = remarks.filter((each) => each.level === level);
    if (group.length === 0) return null;
    const sentences = [...new Set(group.map((each) => say(each.words)))];
    return (
      <Notice
        key={level}
        tone={tone}
        title={t(`review.level-${level}`)}
        action={
          level === "warn" && acknowledge ? (
            <Checkbox label={t("review.read")} checked={acknowledge.read} onChange={acknowledge.onRead} />
          ) : undefined
        }
      >
        {sentences.length === 1 ? (
          (sentences[0] ?? <Skeleton label={t("common.loading")} />)
        ) : (
          <ul className={styles.points}>
            {sentences.map((text) => (
              <li key={text ?? ""}>{text ?? <Skeleton label={t("common.loading")} />}</li>
            ))}
          </ul>
        )}
      </Notice>
    );
  });
}

/** Everything that is said before confirming: what blocks, what changed, what to think about. */
export function ReviewNotices({
  chainId,
  remarks,
  blocked,
  error,
  changed,
  acknowledge,
}: RemarksProps & {
  readonly blocked: ErrorLike | undefined;
  readonly error: ErrorLike | undefined;
  readonly changed: boolean;
}) {
  const { t, errorText } = useI18n();
  const blockedByRemark = remarks.some((each) => each.level === "block");
  // A refusal that the new preview repeats is said once.
  const repeated =
    error !== undefined &&
    (error.code === blocked?.code || (changed && error.code === "operation/changed-since-preview"));
  return (
    <>
      {changed && (
        <Notice tone="warn" title={t("review.changed-title")}>
          {t("review.changed")}
        </Notice>
      )}
      {error && !repeated && <Notice tone="danger">{errorText(error)}</Notice>}
      {blocked && !blockedByRemark && (
        <Notice tone="danger" title={t("review.level-block")}>
          {errorText(blocked)}
        </Notice>
      )}
      <Remarks chainId={chainId} remarks={remarks} acknowledge={acknowledge} />
    </>
  );
}
