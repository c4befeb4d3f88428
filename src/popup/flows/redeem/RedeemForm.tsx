import { useState } from "react";
import type { StakingIntent } from "../../../core/staking/intent.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Notice } from "../../ui/Notice.tsx";
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
import { Parts } from "./Parts.tsx";
import { useWaitItem } from "./wait-item.ts";

type Approval = "permit" | "approve";

/** Which token, how much, and how the queue may take it; with the wait and what it means. */
export function RedeemForm({ start }: { readonly start: Start }) {
  const { t } = useI18n();
  const held = useHeld(start);
  const { chain, account, protocol } = start;
  const tokens = protocol?.tokens ?? [];
  const [chosen, setChosen] = useState(start.params.get("token"));
  const [approval, setApproval] = useState<Approval>("permit");
  const holds = (id: string) => start.positions.some((each) => each.token.id === id && each.balance > 0n);
  const token =
    tokens.find((each) => each.id === chosen || each.symbol === chosen) ??
    tokens.find((each) => holds(each.id)) ??
    tokens[0];
  const asset = token === undefined ? chain.native : tokenAsset(token);
  const balance = token === undefined ? undefined : balanceOf(start, asset);
  const entry = useAmount({ chainId: chain.chainId, accountId: account.id, kind: "redeem", asset, balance });
  const intent: StakingIntent | undefined =
    protocol && token && entry.amount !== undefined
      ? { kind: "redeem", protocol: protocol.id, amount: entry.amount, token: token.id, approval }
      : undefined;
  const live = useQuote(chain.chainId, account.id, intent);
  const waitItem = useWaitItem(protocol, start.snapshot?.block.timestamp ?? 0);
  const planning = usePlan(start);

  function notYet(): string | undefined {
    if (account.kind === "watch") return t("review.watch");
    if (entry.amount === undefined) return entry.error ?? t("review.enter-amount");
    if (intent === undefined) return t("common.loading");
    return live.quote?.remarks.some((each) => each.level === "block") ? t("review.not-now") : undefined;
  }

  return (
    <FlowScreen
      title={t("redeem.title")}
      notYet={notYet()}
      planning={planning}
      onSubmit={() => intent && void planning.plan(intent)}
    >
      <StartFields start={start} />
      {token === undefined ? (
        <Skeleton height="8rem" label={t("common.loading")} />
      ) : (
        <>
          {tokens.length > 1 && (
            <RadioCards
              legend={t("redeem.token")}
              columns
              value={token.id}
              onChange={setChosen}
              options={tokens.map((each) => ({
                value: each.id,
                label: each.symbol,
                aside: held(tokenAsset(each)),
              }))}
            />
          )}
          <TokenAmount entry={entry} asset={asset} balance={balance} autoFocus />
          {intent && (
            <>
              <QuoteCard
                chain={chain}
                live={live}
                receiveLabel={t("redeem.you-receive")}
                more={(quote) => (quote.expected ? [waitItem(quote.expected)] : [])}
              />
              {live.quote && live.quote.parts.length > 1 && <Parts parts={live.quote.parts} asset={asset} />}
            </>
          )}
          <RadioCards
            legend={t("redeem.approval")}
            value={approval}
            onChange={setApproval}
            options={[
              {
                value: "permit",
                label: t("redeem.permit"),
                description: t("redeem.permit-explain"),
              },
              {
                value: "approve",
                label: t("redeem.approve"),
                description: t("redeem.approve-explain"),
              },
            ]}
          />
          {intent === undefined && (
            <Notice still>{t("redeem.first", { protocol: protocol?.name ?? "" })}</Notice>
          )}
        </>
      )}
    </FlowScreen>
  );
}
