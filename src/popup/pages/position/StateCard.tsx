import type { Chain } from "../../../core/chain/chain.ts";
import type { ProtocolSnapshot, Snapshot } from "../../../core/snapshot/snapshot.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Card } from "../../ui/Card.tsx";
import { KeyValue, type KeyValueItem } from "../../ui/KeyValue.tsx";
import { Section } from "../../ui/Section.tsx";
import { usePresent } from "../portfolio/present.ts";
import { type ShownState, shownState } from "./protocol-state.ts";

export interface StateCardProps {
  readonly chain: Chain;
  readonly snapshot: Snapshot;
  readonly protocol: ProtocolSnapshot;
}

/** Whether staking and redeeming are open, how much waits, what the protocol keeps, and how old that is. */
export function StateCard({ chain, snapshot, protocol }: StateCardProps) {
  const { t, formatAge, formatInteger } = useI18n();
  const now = usePresent();
  const items = useItems(chain, shownState(protocol.state));
  const age = t("position.state-age", {
    block: formatInteger(snapshot.block.number),
    age: formatAge(now - protocol.readAt),
  });
  return (
    <Section title={t("position.state")} description={age}>
      <Card>{items.length === 0 ? <p>{t("position.no-state")}</p> : <KeyValue items={items} />}</Card>
    </Section>
  );
}

function useItems(chain: Chain, state: ShownState | undefined): KeyValueItem[] {
  const { t, formatAmount, formatPercent } = useI18n();
  if (state === undefined) return [];
  const { decimals, symbol: unit } = chain.native;
  const amount = (value: bigint) => formatAmount(value, decimals, { maxFraction: 2, unit });
  const open = (paused: boolean) => t(paused ? "position.paused" : "position.open");
  const items: KeyValueItem[] = [];
  if (state.stakingPaused !== undefined) {
    items.push({ key: "staking", label: t("position.staking"), value: open(state.stakingPaused) });
  }
  if (state.queuePaused !== undefined) {
    items.push({ key: "queue", label: t("position.queue"), value: open(state.queuePaused) });
  }
  if (state.bunker !== undefined) {
    items.push({
      key: "bunker",
      label: t("position.bunker"),
      value: t(state.bunker ? "position.bunker-on" : "position.bunker-off"),
    });
  }
  if (state.stakeLimited === false) {
    items.push({ key: "limit", label: t("position.limit"), value: t("position.limit-none") });
  } else if (state.currentStakeLimit !== undefined) {
    items.push({
      key: "limit",
      label: t("position.limit"),
      value: amount(state.currentStakeLimit),
      note:
        state.maxStakeLimit === undefined
          ? undefined
          : t("position.limit-note", { max: amount(state.maxStakeLimit) }),
    });
  }
  if (state.unfinalizedEther !== undefined) {
    items.push({ key: "waiting", label: t("position.waiting"), value: amount(state.unfinalizedEther) });
  }
  if (state.feeBasisPoints !== undefined) {
    items.push({
      key: "fee",
      label: t("position.fee"),
      value: formatPercent(BigInt(state.feeBasisPoints), 4),
      note: t("position.fee-note"),
    });
  }
  return items;
}
