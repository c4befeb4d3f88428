import { useState } from "react";
import type { Intent } from "../../../core/staking/intent.ts";
import { useContacts } from "../../data/records.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { RadioCards } from "../../ui/RadioCards.tsx";
import { useAmount } from "../amount/use-amount.ts";
import { balanceOf, useHeld } from "../start/balance-of.ts";
import { FlowScreen } from "../start/FlowScreen.tsx";
import { StartFields } from "../start/StartFields.tsx";
import { TokenAmount } from "../start/TokenAmount.tsx";
import { usePlan } from "../start/use-plan.ts";
import { type Start, tokenAsset } from "../start/use-start.ts";
import { RecipientField } from "./RecipientField.tsx";
import { readRecipient } from "./recipient.ts";

/** What, to whom, how much. */
export function SendForm({ start }: { readonly start: Start }) {
  const { t } = useI18n();
  const held = useHeld(start);
  const { chain, account, protocols = [] } = start;
  const { contacts } = useContacts();
  const [assetId, setAsset] = useState(start.params.get("asset") ?? "native");
  const [text, setText] = useState(start.params.get("to") ?? "");
  const assets = [chain.native, ...protocols.flatMap((each) => each.tokens.map(tokenAsset))];
  const asset = assets.find((each) => each.id === assetId || each.symbol === assetId) ?? chain.native;
  const balance = balanceOf(start, asset);
  const entry = useAmount({ chainId: chain.chainId, accountId: account.id, kind: "send", asset, balance });
  const planning = usePlan(start);
  const everybody = [...contacts, ...start.accounts];
  const recipient = readRecipient(text, everybody);
  const intent: Intent | undefined =
    recipient.address && entry.amount !== undefined
      ? { kind: "send", assetId: asset.id, to: recipient.address, amount: entry.amount, max: entry.isMax }
      : undefined;

  function notYet(): string | undefined {
    if (account.kind === "watch") return t("review.watch");
    if (recipient.address === undefined) return t("send.enter-recipient");
    if (recipient.imitates) return t("send.look-alike-title");
    if (entry.amount === undefined) return entry.error ?? t("review.enter-amount");
    return undefined;
  }

  return (
    <FlowScreen
      title={t("send.title")}
      notYet={notYet()}
      planning={planning}
      onSubmit={() => intent && void planning.plan(intent)}
    >
      <StartFields start={start} accountOnly />
      <RadioCards
        legend={t("send.asset")}
        value={asset.id}
        onChange={setAsset}
        options={assets.map((each) => ({ value: each.id, label: each.symbol, aside: held(each) }))}
      />
      <RecipientField
        text={text}
        onText={setText}
        recipient={recipient}
        everybody={everybody}
        from={account.address}
      />
      <TokenAmount entry={entry} asset={asset} balance={balance} />
    </FlowScreen>
  );
}
