import type { Account } from "../../../core/account/account.ts";
import type { Redemption } from "../../../core/staking/position.ts";
import { shortfall } from "../../../core/staking/shortfall.ts";
import { navigateFromHere, routeTo } from "../../app/router.ts";
import { useCommand } from "../../data/use-command.ts";
import { useNow } from "../../data/use-now.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import type { BadgeState } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Section } from "../../ui/Section.tsx";
import { Timeline, type TimelineItem } from "../../ui/Timeline.tsx";
import { Amount, shownDigits } from "./Amount.tsx";
import { payout } from "./holdings.ts";
import styles from "./portfolio.module.css";
import { redemptionTime } from "./redemption-words.ts";

export interface RedemptionsProps {
  readonly redemptions: readonly Redemption[];
  /** The shown accounts; more than one are told apart by label. */
  readonly accounts: readonly Account[];
  /** Time of the block the snapshot is from. */
  readonly blockTime: number;
}

const badges: Record<Redemption["state"], BadgeState> = {
  queued: "waiting",
  ready: "ready",
  claimed: "done",
};

const ownerOf = (accounts: readonly Account[], redemption: Redemption): Account | undefined =>
  accounts.find((account) => account.address.toLowerCase() === redemption.account.toLowerCase());

/** Goes to the claim of these redemptions, which all belong to one account; that one is selected first. */
function useClaim(): (owner: Account, redemptions: readonly Redemption[]) => Promise<void> {
  const select = useCommand("accounts.select");
  return async (owner, redemptions) => {
    const go = navigateFromHere();
    if ((await select.run({ id: owner.id })) === undefined) return;
    const ids = redemptions.map((one) => one.id).join(",");
    go(routeTo("claim", { protocol: redemptions[0]?.protocol, ids }));
  };
}

/** Every redemption with its state, its amount, when it is expected and why; claimed ones stay for a while. */
export function Redemptions({ redemptions, accounts, blockTime }: RedemptionsProps) {
  const i18n = useI18n();
  const { t, formatAmount, formatDateTime } = i18n;
  const clock = useNow();
  // A test network may run ahead of the clock: dates count from whichever is later.
  const now = Math.max(clock, blockTime);
  const claim = useClaim();

  function item(redemption: Redemption): TimelineItem {
    const { id, protocol, state, asset, amount } = redemption;
    const time = redemptionTime(redemption, now, i18n);
    const owner = ownerOf(accounts, redemption);
    const paid = payout(redemption);
    const notes = [
      time.basis,
      state !== "queued" && shortfall(redemption) > 0n
        ? t("portfolio.pays-less", {
            amount: formatAmount(amount, asset.decimals, { maxFraction: shownDigits, unit: asset.symbol }),
          })
        : undefined,
      t("portfolio.requested", { date: formatDateTime(redemption.requestedAt, "date") }),
      accounts.length > 1 && owner ? t("portfolio.of-account", { label: owner.label }) : undefined,
    ].filter((note) => note !== undefined);
    return {
      id: `${protocol} ${id}`,
      title: t("portfolio.request", { id }),
      amount: <Amount value={state === "queued" ? amount : paid} asset={asset} />,
      state: badges[state],
      stateLabel: t(`portfolio.state-${state}`),
      when: time.when,
      progress: time.progress,
      note: notes.map((note) => <p key={note}>{note}</p>),
      action:
        state === "ready" && owner ? (
          <Button
            size="sm"
            icon="claim"
            disabledReason={owner.kind === "watch" ? t("portfolio.cannot-sign") : undefined}
            onClick={() => void claim(owner, [redemption])}
          >
            {t("portfolio.claim-one", {
              amount: formatAmount(paid, asset.decimals, { maxFraction: shownDigits, unit: asset.symbol }),
            })}
          </Button>
        ) : undefined,
    };
  }

  return (
    <Section title={t("portfolio.redemptions")}>
      <Card>
        {redemptions.length === 0 ? (
          <p className={styles.faint}>{t("portfolio.redemptions-empty")}</p>
        ) : (
          <div className={styles.redemptions}>
            {together(redemptions, accounts).map(({ owner, ready }) => (
              <Button
                key={`${owner.id} ${ready[0]?.protocol}`}
                variant="primary"
                icon="claim"
                wide
                onClick={() => void claim(owner, ready)}
              >
                {t("portfolio.claim-all", { count: ready.length, amount: totalOf(ready, i18n) })}
              </Button>
            ))}
            <Timeline label={t("portfolio.redemptions")} items={redemptions.map(item)} />
          </div>
        )}
      </Card>
    </Section>
  );
}

/** Ready redemptions that one transaction can claim: two or more of one account and protocol. */
function together(
  redemptions: readonly Redemption[],
  accounts: readonly Account[],
): { owner: Account; ready: Redemption[] }[] {
  const groups = new Map<string, { owner: Account; ready: Redemption[] }>();
  for (const redemption of redemptions) {
    const owner = ownerOf(accounts, redemption);
    if (redemption.state !== "ready" || owner === undefined || owner.kind === "watch") continue;
    const key = `${owner.id} ${redemption.protocol}`;
    const group = groups.get(key) ?? { owner, ready: [] };
    group.ready.push(redemption);
    groups.set(key, group);
  }
  return [...groups.values()].filter((group) => group.ready.length > 1);
}

function totalOf(
  ready: readonly Redemption[],
  { formatAmount }: Pick<ReturnType<typeof useI18n>, "formatAmount">,
): string {
  const asset = ready[0]?.asset;
  if (asset === undefined) return "";
  const total = ready.reduce((sum, one) => sum + payout(one), 0n);
  return formatAmount(total, asset.decimals, { maxFraction: shownDigits, unit: asset.symbol });
}
