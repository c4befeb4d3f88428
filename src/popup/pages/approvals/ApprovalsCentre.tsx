import { useState } from "react";
import type { Intent } from "../../../core/staking/intent.ts";
import { FormError } from "../../app/FormError.tsx";
import { navigateFromHere, routeTo } from "../../app/router.ts";
import { Screen } from "../../app/Screen.tsx";
import { useNetworks } from "../../data/networks.ts";
import { useAccounts } from "../../data/records.ts";
import { useCommand } from "../../data/use-command.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Select } from "../../ui/Select.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { Choice } from "./Choice.tsx";
import { Reading } from "./Reading.tsx";
import { SetEnd } from "./SetEnd.tsx";
import { SpenderSection } from "./SpenderSection.tsx";
import { type AllowanceOrder, groupedBySpender, type ShownAllowance } from "./shown.ts";
import { useAllowances } from "./use-allowances.ts";

type Only = Parameters<typeof groupedBySpender>[1]["only"];
type RevokeItem = Extract<Intent, { kind: "revoke" }>["items"][number];

/** As many as one operation takes. */
const mostAtOnce = 50;

function revocation({ allowance: { form, token, spender } }: ShownAllowance): RevokeItem[] {
  return token.address ? [{ form, token: token.address, spender }] : [];
}

/** Every allowance the accounts have given on a network: by spender, searched, filtered, and ended, several in one go. */
export function ApprovalsCentre() {
  const { t } = useI18n();
  const networks = useNetworks();
  const [chainId, setChain] = useState(networks[0]?.chainId ?? 1);
  const chain = networks.find((each) => each.chainId === chainId);
  const accounts = useAccounts().value?.accounts ?? [];
  const { state, list, shown, now, error, read, stop } = useAllowances(chainId);
  const [order, setOrder] = useState<AllowanceOrder>("exposure");
  const [only, setOnly] = useState<Only>("all");
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [ending, setEnding] = useState<ShownAllowance>();
  const plan = useCommand("operations.plan");

  const picked = shown.filter(({ key }) => chosen.includes(key));
  const signer = accounts.find(
    ({ address }) => address.toLowerCase() === picked[0]?.allowance.account.toLowerCase(),
  );
  const due = shown.filter(({ isDue }) => isDue);
  // Said only of what was read to its end and without a failure.
  const nothingStands =
    list?.readAt !== undefined &&
    list.allowances.length === 0 &&
    !list.scanning &&
    list.failure === undefined &&
    list.scannedTo >= list.head;
  const groups = groupedBySpender(shown, { order, search, only });

  function chooseDue(): void {
    const first = due[0]?.allowance.account;
    setChosen(due.filter(({ allowance }) => allowance.account === first).map(({ key }) => key));
  }

  async function end(): Promise<void> {
    if (!signer) return;
    const go = navigateFromHere();
    const items = picked.flatMap(revocation).slice(0, mostAtOnce);
    const operation = await plan.run({ chainId, accountId: signer.id, intent: { kind: "revoke", items } });
    if (operation) go(routeTo("approvals", { review: operation.id }));
  }

  return (
    <Screen
      title={t("approvals.title")}
      back={routeTo("sites")}
      footer={
        picked.length === 0 ? undefined : (
          <>
            <Button onClick={() => setChosen([])}>{t("approvals.choose-none")}</Button>
            <Button
              variant="primary"
              busy={plan.busy}
              disabledReason={signer === undefined || signer.kind === "watch" ? t("review.watch") : undefined}
              onClick={() => void end()}
            >
              {t("approvals.end-chosen", { count: picked.length })}
            </Button>
          </>
        )
      }
    >
      <Stack>
        <p>{t("approvals.explain")}</p>
        {networks.length > 1 && (
          <Select
            label={t("approvals.network")}
            value={String(chainId)}
            options={networks.map((each) => ({ value: String(each.chainId), label: each.name }))}
            onChange={(value) => {
              setChosen([]);
              setChain(Number(value));
            }}
          />
        )}
        <FormError error={error ?? plan.error} />
        {state === "damaged" && <Notice tone="warn">{t("approvals.damaged")}</Notice>}
        {state === "loading" ? (
          <Skeleton height="3rem" label={t("common.loading")} />
        ) : (
          <Reading list={list} now={now} onRead={read} onStop={stop} />
        )}
        {due.length > 0 && (
          <Notice
            tone="warn"
            action={
              <Button size="sm" onClick={chooseDue}>
                {t("approvals.choose-due", { count: due.length })}
              </Button>
            }
          >
            {t("approvals.due-count", { count: due.length })}
          </Notice>
        )}
        {shown.length > 0 && (
          <Choice
            search={search}
            onSearch={setSearch}
            order={order}
            onOrder={setOrder}
            only={only}
            onOnly={setOnly}
          />
        )}
        {nothingStands && (
          <EmptyState icon="check" title={t("approvals.empty")}>
            {t("approvals.empty-text")}
          </EmptyState>
        )}
        {shown.length > 0 && groups.length === 0 && (
          <EmptyState icon="info" title={t("approvals.no-match")}>
            {t("approvals.no-match-text")}
          </EmptyState>
        )}
        {chain &&
          groups.map((group) => (
            <SpenderSection
              key={group.spender}
              group={group}
              chain={chain}
              accounts={accounts}
              now={now}
              chosen={chosen}
              signer={signer?.address}
              onChoose={(key, on) => setChosen(on ? [...chosen, key] : chosen.filter((each) => each !== key))}
              onSetEnd={setEnding}
            />
          ))}
        {shown.length > 0 && <p>{t("approvals.cost")}</p>}
      </Stack>
      <SetEnd shown={ending} now={now} onClose={() => setEnding(undefined)} />
    </Screen>
  );
}
