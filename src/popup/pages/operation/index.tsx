import { useEffect, useRef } from "react";
import type { Operation } from "../../../core/operation/operation.ts";
import { navigate, routeTo } from "../../app/router.ts";
import { Screen } from "../../app/Screen.tsx";
import { useOperation } from "../../data/records.ts";
import { isOfDevice } from "../../flows/review/ledger-asks.ts";
import { reviewRoute } from "../../flows/review/ReviewScreen.tsx";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { StateBadge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { useAnnounce } from "../../ui/LiveRegion.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Columns, Stack } from "../../ui/Stack.tsx";
import { Amount } from "../portfolio/Amount.tsx";
import { Facts } from "./Facts.tsx";
import styles from "./operation.module.css";
import { hasWaitingTransaction, mainEffect, operationState, operationTitle } from "./operation-words.ts";
import { Replace } from "./Replace.tsx";
import { StepsCard } from "./StepsCard.tsx";
import { WhatNext } from "./WhatNext.tsx";

/** #/operation/<id>: one operation from its record, as it advances. Survives closing the window at any moment. */
export default function OperationPage({ id }: { readonly id: string }) {
  const { t } = useI18n();
  const stored = useOperation(id);
  return (
    <Screen title={t("operation.title")} back={routeTo("activity")}>
      {stored.state === "here" ? (
        <Followed operation={stored.value} />
      ) : stored.state === "loading" ? (
        <Skeleton height="12rem" label={t("common.loading")} />
      ) : (
        <Missing kind={stored.state === "absent" ? "absent" : "damaged"} />
      )}
    </Screen>
  );
}

function Followed({ operation }: { readonly operation: Operation }) {
  const i18n = useI18n();
  const { t, errorText } = i18n;
  const state = operationState(operation, i18n);
  const effect = mainEffect(operation);
  const { error } = operation;
  const ownDecision =
    operation.state === "rejected" || error?.code === "device/refused" || error?.code === "device/cancelled";
  const begun = operation.steps.some((step) => step.attempts.length > 0);
  const stopped = isOfDevice(error);
  useAnnounceChange(`${operationTitle(operation, i18n)}: ${state.label}`);
  return (
    <Stack>
      <Card tone="accent">
        <div className={styles.head}>
          <h2 className={styles.name}>{operationTitle(operation, i18n)}</h2>
          <StateBadge state={state.badge} label={state.label} />
        </div>
        {effect && (
          <p className={styles.amount}>
            <Amount value={effect.change} asset={effect.asset} sign="always" />
          </p>
        )}
      </Card>
      {operation.error && (
        <Notice tone={ownDecision ? "info" : "danger"}>{errorText(operation.error)}</Notice>
      )}
      {operation.state === "planned" && (
        <Notice
          tone="info"
          still
          action={
            <Button size="sm" onClick={() => navigate(reviewRoute(operation))}>
              {t(stopped ? "operation.go-on" : "operation.review")}
            </Button>
          }
        >
          {t(stopped ? (begun ? "operation.stopped-midway" : "operation.stopped") : "operation.draft")}
        </Notice>
      )}
      {hasWaitingTransaction(operation) && <Replace operation={operation} />}
      <WhatNext operation={operation} />
      <Columns>
        <StepsCard operation={operation} />
        <Facts operation={operation} />
      </Columns>
      <Button wide onClick={() => navigate(routeTo("portfolio"))}>
        {t("operation.to-portfolio")}
      </Button>
    </Stack>
  );
}

/** Says a text when it changes, not when the screen opens: then the screen itself is read. */
function useAnnounceChange(text: string): void {
  const announce = useAnnounce();
  const last = useRef(text);
  useEffect(() => {
    if (last.current !== text) announce(text);
    last.current = text;
  }, [text, announce]);
}

function Missing({ kind }: { readonly kind: "absent" | "damaged" }) {
  const { t } = useI18n();
  return (
    <EmptyState
      icon={kind === "absent" ? "info" : "danger"}
      title={t(`operation.${kind}-title`)}
      action={
        <Button variant="primary" onClick={() => navigate(routeTo("activity"), { replace: true })}>
          {t("operation.to-activity")}
        </Button>
      }
    >
      {t(`operation.${kind}`)}
    </EmptyState>
  );
}
