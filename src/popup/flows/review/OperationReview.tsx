import type { Operation, Preview } from "../../../core/operation/operation.ts";
import { isSignatureStep } from "../../../core/staking/plan.ts";
import { useNetwork } from "../../data/networks.ts";
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
import { ChangedSince } from "./ChangedSince.tsx";
import { Fees } from "./Fees.tsx";
import { LedgerNote } from "./LedgerNote.tsx";
import { useNames } from "./names.ts";
import { Purpose } from "./Purpose.tsx";
import { RawData } from "./RawData.tsx";
import { ReviewNotices } from "./Remarks.tsx";
import styles from "./review.module.css";
import { Steps } from "./Steps.tsx";
import type { Review } from "./use-review.ts";
import { WhatIsSigned } from "./WhatIsSigned.tsx";
import { Who } from "./Who.tsx";

/**
 * Everything to know before an operation is confirmed. The preview may still be on its way: it arrives in the record,
 * and what is known is shown meanwhile. The buttons are ReviewButtons, so that they can stand in a screen's footer.
 */
export function OperationReview({ review }: { readonly review: Review }) {
  const { t } = useI18n();
  const { operation, stored } = review;
  if (operation !== undefined) return <Known operation={operation} review={review} />;
  if (stored === "loading") return <Skeleton height="12rem" label={t("common.loading")} />;
  return <Notice tone="danger">{t(stored === "absent" ? "review.absent" : "review.unreadable")}</Notice>;
}

interface KnownProps {
  readonly operation: Operation;
  readonly review: Review;
}

function Known({ operation, review }: KnownProps) {
  const { t } = useI18n();
  const nameOf = useNames(operation.chainId);
  const { preview, chainId, intent, plan } = operation;
  const sends = plan.steps.some((step) => !isSignatureStep(step));
  const failed = preview === undefined && operation.error !== undefined;
  const quiet = review.remarks.filter((each) => each.level === "note");
  return (
    <Stack>
      <ReviewNotices
        chainId={chainId}
        remarks={review.remarks.filter((each) => each.level !== "note")}
        blocked={preview?.blocked}
        error={review.error}
        changed={review.changed}
        acknowledge={preview ? { read: review.read, onRead: review.setRead } : undefined}
      />
      {operation.before && <ChangedSince before={operation.before} now={preview} />}
      <WhoSigns operation={operation} />
      <LedgerNote operation={operation} />
      {intent.kind === "send" && (
        <Card tone="sunken">
          <Stack gap={2}>
            <span className={styles.meta}>{t("review.recipient")}</span>
            <Who address={intent.to} label={nameOf(intent.to)} />
          </Stack>
        </Card>
      )}
      <Purpose operation={operation} />
      <AllowanceChanges operation={operation} review={review} />
      <WhatIsSigned operation={operation} review={review} />
      {failed && (
        <Button icon="refresh" busy={review.busy === "refresh"} onClick={() => void review.refresh()}>
          {t("common.retry")}
        </Button>
      )}
      {!failed && sends && <BalanceChanges operation={operation} />}
      {sends && <Steps operation={operation} />}
      {!failed && sends && (
        <Fees
          operation={operation}
          level={review.feeLevel}
          onLevel={review.setFeeLevel}
          disabled={review.busy === "approve"}
        />
      )}
      <ReviewNotices
        chainId={chainId}
        remarks={quiet}
        blocked={undefined}
        error={undefined}
        changed={false}
      />
      {preview?.block && <Checked preview={preview} block={preview.block.number} review={review} />}
      <RawData steps={plan.steps} />
    </Stack>
  );
}

/** Which account signs, and for which network. */
function WhoSigns({ operation }: { readonly operation: Operation }) {
  const { t } = useI18n();
  const accounts = useAccounts().value?.accounts;
  const nameOf = useNames(operation.chainId);
  const network = useNetwork(operation.chainId);
  const account = accounts?.find((each) => each.id === operation.accountId);
  return (
    <>
      {account?.kind === "watch" && (
        <Notice tone="warn" title={t("review.watch-title")}>
          {t("review.watch")}
        </Notice>
      )}
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
              value: network?.name ?? String(operation.chainId),
            },
          ]}
        />
      </Card>
    </>
  );
}

const oldAfterSeconds = 120;

interface CheckedProps {
  readonly preview: Preview;
  readonly block: number;
  readonly review: Review;
}

/** The block at which it was tried out, and the way to try it again. */
function Checked({ preview, block, review }: CheckedProps) {
  const { t, formatAge } = useI18n();
  return (
    <div className={styles.age}>
      <span>
        {t("review.checked", { block: String(block) })}{" "}
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
        disabled={review.busy === "approve"}
        onClick={() => void review.refresh()}
      >
        {t("common.refresh")}
      </Button>
    </div>
  );
}
