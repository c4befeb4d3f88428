import type { AllowanceList } from "../../../core/allowance/allowance.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Progress } from "../../ui/Progress.tsx";
import { Row, Stack } from "../../ui/Stack.tsx";
import { EndpointsButton } from "../portfolio/SnapshotNotices.tsx";

export interface ReadingProps {
  readonly list: AllowanceList | undefined;
  readonly now: number;
  readonly onRead: () => void;
  readonly onStop: () => void;
}

/** How far the reading is, how old the figures are, and what went wrong. */
export function Reading({ list, now, onRead, onStop }: ReadingProps) {
  const { t, errorText, formatAge, formatInteger } = useI18n();
  if (list?.scanning) {
    const { scannedTo, head } = list;
    return (
      <Stack gap={2}>
        <Progress
          label={t("approvals.reading")}
          value={head === 0 ? undefined : scannedTo / head}
          valueText={t("approvals.blocks", { done: formatInteger(scannedTo), all: formatInteger(head) })}
        />
        <Row justify="end">
          <Button size="sm" variant="quiet" onClick={onStop}>
            {t("approvals.stop")}
          </Button>
        </Row>
      </Stack>
    );
  }
  return (
    <Stack gap={2}>
      {list?.failure && (
        <Notice tone="warn" action={list.failure.code.startsWith("chain/") && <EndpointsButton />}>
          {errorText(list.failure)}
        </Notice>
      )}
      {list && list.scannedTo < list.head && <Notice tone="info">{t("approvals.unfinished")}</Notice>}
      <Row justify="between">
        <span>
          {list?.readAt === undefined
            ? t("approvals.never-read")
            : t("approvals.read-at", {
                age: formatAge(now - list.readAt),
                block: formatInteger(list.block ?? 0),
              })}
        </span>
        <Button size="sm" icon="refresh" onClick={onRead}>
          {t(list?.readAt === undefined ? "approvals.read-first" : "approvals.read")}
        </Button>
      </Row>
    </Stack>
  );
}
