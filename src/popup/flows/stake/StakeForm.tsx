import { useState } from "react";
import type { StakingIntent } from "../../../core/staking/intent.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { RadioCards } from "../../ui/RadioCards.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { useAmount } from "../amount/use-amount.ts";
import { useQuote } from "../amount/use-quote.ts";
import { copyText } from "../review/protocols.ts";
import { FlowScreen } from "../start/FlowScreen.tsx";
import { StartFields } from "../start/StartFields.tsx";
import { TokenAmount } from "../start/TokenAmount.tsx";
import { usePlan } from "../start/use-plan.ts";
import type { Start } from "../start/use-start.ts";
import { Risks } from "./Risks.tsx";
import { StakeQuote } from "./StakeQuote.tsx";

/** Amount and token, with what would come of it said while it is typed. */
export function StakeForm({ start }: { readonly start: Start }) {
  const { t, language } = useI18n();
  const { chain, account, protocol, nativeBalance } = start;
  const { native, chainId } = chain;
  const entry = useAmount({
    chainId,
    accountId: account.id,
    kind: "stake",
    asset: native,
    balance: nativeBalance,
  });
  const [chosen, setChosen] = useState<string>();
  const receive = protocol?.tokens.find((token) => token.id === chosen) ?? protocol?.tokens[0];
  const intent: StakingIntent | undefined =
    protocol && receive && entry.amount !== undefined
      ? { kind: "stake", protocol: protocol.id, amount: entry.amount, receive: receive.id }
      : undefined;
  const live = useQuote(chainId, account.id, intent);
  const planning = usePlan(start);
  const blocked = live.quote?.remarks.some((each) => each.level === "block");

  function notYet(): string | undefined {
    if (account.kind === "watch") return t("review.watch");
    if (entry.amount === undefined) return entry.error ?? t("review.enter-amount");
    if (intent === undefined) return t("common.loading");
    return blocked ? t("review.not-now") : undefined;
  }

  return (
    <FlowScreen
      title={t("stake.title")}
      notYet={notYet()}
      planning={planning}
      onSubmit={() => intent && void planning.plan(intent)}
    >
      <StartFields start={start} />
      <TokenAmount entry={entry} asset={native} balance={nativeBalance} autoFocus />
      {protocol === undefined ? (
        <Skeleton height="8rem" label={t("common.loading")} />
      ) : (
        <>
          {protocol.tokens.length > 1 && (
            <RadioCards
              legend={t("stake.receive")}
              value={receive?.id}
              onChange={setChosen}
              options={protocol.tokens.map((token) => ({
                value: token.id,
                label: token.symbol,
                description: copyText(protocol, language, `token.${token.symbol}`),
                aside: <Badge>{t(`stake.growth-${token.growth}`)}</Badge>,
              }))}
            />
          )}
          {intent && <StakeQuote chain={chain} live={live} />}
          <Risks protocol={protocol} />
        </>
      )}
    </FlowScreen>
  );
}
