import { chainById } from "../../../core/chain/chains.ts";
import { useAccounts } from "../../data/records.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { AddressText } from "../../ui/AddressText.tsx";
import { Age } from "../../ui/Age.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { KeyValue } from "../../ui/KeyValue.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { AllowanceChanges } from "./AllowanceChanges.tsx";
import { BalanceChanges } from "./BalanceChanges.tsx";
import { Fees } from "./Fees.tsx";
import { useNames } from "./names.ts";
import { RawData } from "./RawData.tsx";
import { ReviewNotices } from "./Remarks.tsx";
import styles from "./review.module.css";
import { limitOf, SpendLimit } from "./SpendLimit.tsx";
import { Steps } from "./Steps.tsx";
import type { Review } from "./use-review.ts";
import { Who } from "./Who.tsx";

const oldAfterSeconds = 120;

/**
 * Everything to know before an operation is confirmed. The preview may still be on its way: it arrives in the record,
 * and what is known is shown meanwhile. The buttons are ReviewButtons, so that they can stand in a screen's footer.
 */
export function OperationReview({ review }: { readonly review: Review }) {
  const { t, formatAge } = useI18n();
  const { operation } = review;
  const accounts = useAccounts().value?.accounts;
  const nameOf = useNames(operation?.chainId ?? 1);
  if (operation === undefined) {
    if (review.stored === "loading") return <Skeleton height="12rem" label={t("common.loading")} />;
    return (
      <Notice tone="danger">{t(review.stored === "absent" ? "review.absent" : "review.unreadable")}</Notice>
    );
  }
  const { preview, chainId } = operation;
  const account = accounts?.find((each) => each.id === operation.accountId);
  const recipient = operation.intent.kind === "send" ? operation.intent.to : undefined;
  const limit = limitOf(operation);
  const failed = preview === undefined && operation.error !== undefined;
  const working = review.busy === "approve";
  return (
    <Stack>
      {account?.kind === "watch" && (
        <Notice tone="warn" title={t("review.watch-title")}>
          {t("review.watch")}
        </Notice>
      )}
      <ReviewNotices
        chainId={chainId}
        remarks={(preview?.remarks ?? operation.plan.remarks).filter((each) => each.level !== "note")}
        blocked={preview?.blocked}
        error={review.error}
        changed={review.changed}
        acknowledge={preview ? { read: review.read, onRead: review.setRead } : undefined}
      />
      <Card>
        <KeyValue
          items={[
            {
              key: "account",
              label: t("common.account"),
              value: account?.label ?? nameOf(operation.account) ?? "",
              note: <AddressText address={operation.account} short />,
            },
            {
              key: "network",
              label: t("common.network"),
              value: chainById(chainId)?.name ?? String(chainId),
            },
          ]}
        />
      </Card>
      {recipient && (
        <Card tone="sunken">
          <Stack gap={2}>
            <span className={styles.meta}>{t("review.recipient")}</span>
            <Who address={recipient} label={nameOf(recipient)} />
          </Stack>
        </Card>
      )}
      {failed ? (
        <Button icon="refresh" busy={review.busy === "refresh"} onClick={() => void review.refresh()}>
          {t("common.retry")}
        </Button>
      ) : (
        <BalanceChanges
          effects={preview === undefined ? undefined : (preview.effects ?? operation.plan.effects)}
          simulated={preview === undefined || preview.effects !== undefined}
        />
      )}
      {limit && (
        <SpendLimit key={operation.id} operation={operation} limit={limit} onOpen={review.setLimitOpen} />
      )}
      <AllowanceChanges chainId={chainId} allowances={preview?.allowances ?? []} />
      <Steps operation={operation} />
      {!failed && (
        <Fees operation={operation} level={review.feeLevel} onLevel={review.setFeeLevel} disabled={working} />
      )}
      <ReviewNotices
        chainId={chainId}
        remarks={(preview?.remarks ?? []).filter((each) => each.level === "note")}
        blocked={undefined}
        error={undefined}
        changed={false}
      />
      {preview && (
        <div className={styles.age}>
          <span>
            {t("review.checked", { block: String(preview.block.number) })}{" "}
            <Age
              at={preview.madeAt}
              now={() => Math.floor(Date.now() / 1000)}
              format={formatAge}
              oldAfter={oldAfterSeconds}
            />
          </span>
          <Button
            size="sm"
            variant="quiet"
            icon="refresh"
            busy={review.busy === "refresh"}
            disabled={working}
            onClick={() => void review.refresh()}
          >
            {t("common.refresh")}
          </Button>
        </div>
      )}
      <RawData steps={operation.plan.steps} />
    </Stack>
  );
}
