import { useState } from "react";
import { sameAddress } from "../../../core/account/address.ts";
import type { Redemption } from "../../../core/staking/position.ts";
import { shortfall } from "../../../core/staking/shortfall.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Card } from "../../ui/Card.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Figure } from "../../ui/Figure.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Section } from "../../ui/Section.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { FlowScreen } from "../start/FlowScreen.tsx";
import { StartFields } from "../start/StartFields.tsx";
import { usePlan } from "../start/use-plan.ts";
import type { Start } from "../start/use-start.ts";

const worth = (each: Redemption): bigint => each.claimable ?? each.amount;

/** What is ready to be claimed: all of it unless some are left out. */
export function ClaimForm({ start }: { readonly start: Start }) {
  const { t, formatAmount, formatDateTime } = useI18n();
  const { account, chain, protocol, snapshot } = start;
  const planning = usePlan(start);
  const asked = start.params.get("ids")?.split(",") ?? [];
  const [chosen, setChosen] = useState<readonly string[]>();
  const own = (snapshot?.redemptions ?? []).filter(
    (each) => each.protocol === protocol?.id && sameAddress(each.account, account.address),
  );
  const ready = own.filter((each) => each.state === "ready");
  const queued = own.filter((each) => each.state === "queued").length;
  const wanted = ready.filter((each) => asked.includes(each.id));
  const preselected = (wanted.length > 0 ? wanted : ready).map((each) => each.id);
  const ids = chosen ?? preselected;
  const picked = ready.filter((each) => ids.includes(each.id));
  const most = protocol?.maxClaimsPerTransaction ?? picked.length;
  const asset = ready[0]?.asset ?? chain.native;
  const total = picked.reduce((sum, each) => sum + worth(each), 0n);

  function toggle(id: string, on: boolean): void {
    const now = picked.map((each) => each.id);
    setChosen(on ? [...now, id] : now.filter((each) => each !== id));
  }

  function notYet(): string | undefined {
    if (account.kind === "watch") return t("review.watch");
    if (ready.length === 0) return t("claim.nothing");
    if (picked.length === 0) return t("claim.choose");
    return picked.length > most ? t("claim.too-many", { count: most }) : undefined;
  }

  return (
    <FlowScreen
      title={t("claim.title")}
      notYet={notYet()}
      planning={planning}
      onSubmit={() =>
        protocol &&
        void planning.plan({ kind: "claim", protocol: protocol.id, ids: picked.map((each) => each.id) })
      }
    >
      <StartFields start={start} />
      {ready.length === 0 ? (
        <EmptyState icon="clock" title={t("claim.nothing")}>
          {queued > 0 ? t("claim.queued", { count: queued }) : t("claim.nothing-explain")}
        </EmptyState>
      ) : (
        <>
          <Card tone="accent">
            <div aria-live="polite">
              <Figure
                label={t("claim.total")}
                size="lg"
                value={formatAmount(total, asset.decimals, { maxFraction: 6 })}
                unit={asset.symbol}
                note={t("claim.of", { count: picked.length })}
              />
            </div>
          </Card>
          {picked.length > most && <Notice tone="warn">{t("claim.too-many", { count: most })}</Notice>}
          <Section title={t("claim.ready")}>
            <Card>
              <Stack gap={3}>
                {ready.map((each) => (
                  <Checkbox
                    key={each.id}
                    checked={ids.includes(each.id)}
                    onChange={(on) => toggle(each.id, on)}
                    label={formatAmount(worth(each), each.asset.decimals, {
                      maxFraction: 6,
                      unit: each.asset.symbol,
                    })}
                    hint={
                      <>
                        {t("claim.request", { id: each.id, date: formatDateTime(each.requestedAt, "date") })}
                        {shortfall(each) > 0n && (
                          <>
                            {" "}
                            {t("claim.less", {
                              amount: formatAmount(shortfall(each), each.asset.decimals, {
                                maxFraction: 6,
                                unit: each.asset.symbol,
                              }),
                            })}
                          </>
                        )}
                      </>
                    }
                  />
                ))}
              </Stack>
            </Card>
          </Section>
        </>
      )}
    </FlowScreen>
  );
}
