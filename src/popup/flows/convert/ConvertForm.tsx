import { useState } from "react";
import type { StakingIntent } from "../../../core/staking/intent.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { RadioCards } from "../../ui/RadioCards.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { useAmount } from "../amount/use-amount.ts";
import { useQuote } from "../amount/use-quote.ts";
import { balanceOf, useHeld } from "../start/balance-of.ts";
import { FlowScreen } from "../start/FlowScreen.tsx";
import { QuoteCard } from "../start/QuoteCard.tsx";
import { StartFields } from "../start/StartFields.tsx";
import { TokenAmount } from "../start/TokenAmount.tsx";
import { usePlan } from "../start/use-plan.ts";
import { type Start, tokenAsset } from "../start/use-start.ts";

/** Between two forms of the same stake. */
export function ConvertForm({ start }: { readonly start: Start }) {
  const { t } = useI18n();
  const held = useHeld(start);
  const { chain, account, protocol } = start;
  const tokens = protocol?.tokens ?? [];
  const pairs = tokens.flatMap((from) =>
    tokens.filter((to) => to.id !== from.id).map((to) => ({ id: `${from.id} ${to.id}`, from, to })),
  );
  const [chosen, setChosen] = useState<string>();
  const asked = start.params.get("from");
  const holds = (id: string) => start.positions.some((each) => each.token.id === id && each.balance > 0n);
  const pair =
    pairs.find((each) => each.id === chosen) ??
    pairs.find((each) => each.from.id === asked || each.from.symbol === asked) ??
    pairs.find((each) => holds(each.from.id)) ??
    pairs[0];
  const asset = pair === undefined ? chain.native : tokenAsset(pair.from);
  const balance = pair === undefined ? undefined : balanceOf(start, asset);
  const entry = useAmount({ chainId: chain.chainId, accountId: account.id, kind: "convert", asset, balance });
  const intent: StakingIntent | undefined =
    protocol && pair && entry.amount !== undefined
      ? { kind: "convert", protocol: protocol.id, amount: entry.amount, from: pair.from.id, to: pair.to.id }
      : undefined;
  const live = useQuote(chain.chainId, account.id, intent);
  const planning = usePlan(start);

  function notYet(): string | undefined {
    if (account.kind === "watch") return t("review.watch");
    if (entry.amount === undefined) return entry.error ?? t("review.enter-amount");
    if (intent === undefined) return t("common.loading");
    return live.quote?.remarks.some((each) => each.level === "block") ? t("review.not-now") : undefined;
  }

  return (
    <FlowScreen
      title={t("convert.title")}
      notYet={notYet()}
      planning={planning}
      onSubmit={() => intent && void planning.plan(intent)}
    >
      <StartFields start={start} />
      {pair === undefined ? (
        <Skeleton height="8rem" label={t("common.loading")} />
      ) : (
        <>
          <RadioCards
            legend={t("convert.direction")}
            value={pair.id}
            onChange={setChosen}
            options={pairs.map((each) => ({
              value: each.id,
              label: t("convert.pair", { from: each.from.symbol, to: each.to.symbol }),
              description: t(`convert.to-${each.to.growth}`, { symbol: each.to.symbol }),
              aside: held(tokenAsset(each.from)),
            }))}
          />
          <TokenAmount entry={entry} asset={asset} balance={balance} autoFocus />
          {intent && (
            <QuoteCard chain={chain} live={live} receiveLabel={t("convert.you-receive")} more={() => []} />
          )}
          <p>{t("convert.explain")}</p>
        </>
      )}
    </FlowScreen>
  );
}
