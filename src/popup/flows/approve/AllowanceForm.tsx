import { useState } from "react";
import type { Address } from "../../../core/account/account.ts";
import { parseAddress } from "../../../core/account/address.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { AddressText } from "../../ui/AddressText.tsx";
import { Card } from "../../ui/Card.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { KeyValue } from "../../ui/KeyValue.tsx";
import { RadioCards } from "../../ui/RadioCards.tsx";
import { useAmount } from "../amount/use-amount.ts";
import { useNames } from "../review/names.ts";
import { FlowScreen } from "../start/FlowScreen.tsx";
import { StartFields } from "../start/StartFields.tsx";
import { TokenAmount } from "../start/TokenAmount.tsx";
import { usePlan } from "../start/use-plan.ts";
import { type Start, tokenAsset } from "../start/use-start.ts";

function addressOf(text: string | null): Address | undefined {
  try {
    return text === null ? undefined : parseAddress(text);
  } catch {
    return undefined;
  }
}

/** Ends the allowance of "?token=…&spender=…", or sets another limit where the token is a known one. */
export function AllowanceForm({ start }: { readonly start: Start }) {
  const { t } = useI18n();
  const { chain, account, params, protocols = [] } = start;
  const token = addressOf(params.get("token"));
  const spender = addressOf(params.get("spender"));
  const nameOf = useNames(chain.chainId);
  const planning = usePlan(start);
  const [choice, setChoice] = useState<"end" | "limit">("end");
  const known = protocols
    .flatMap((each) => each.tokens.map(tokenAsset))
    .find((each) => each.id === token?.toLowerCase());
  const asset = known ?? chain.native;
  const entry = useAmount({
    chainId: chain.chainId,
    accountId: account.id,
    kind: "send",
    asset,
    balance: undefined,
  });
  const amount = choice === "end" ? 0n : entry.amount;

  function notYet(): string | undefined {
    if (account.kind === "watch") return t("review.watch");
    if (token === undefined || spender === undefined) return t("approve.which");
    return amount === undefined ? (entry.error ?? t("review.enter-amount")) : undefined;
  }

  return (
    <FlowScreen
      title={t("approve.title")}
      notYet={notYet()}
      planning={planning}
      onSubmit={() => {
        if (token && spender && amount !== undefined) {
          void planning.plan({ kind: "approve", token, spender, amount });
        }
      }}
    >
      <StartFields start={start} accountOnly />
      {token === undefined || spender === undefined ? (
        <EmptyState icon="info" title={t("approve.which")}>
          {t("approve.which-explain")}
        </EmptyState>
      ) : (
        <>
          <Card>
            <KeyValue
              stacked
              items={[
                {
                  key: "token",
                  label: t("approve.token"),
                  value: known?.symbol ?? nameOf(token) ?? t("review.unknown-contract"),
                  note: <AddressText address={token} />,
                },
                {
                  key: "spender",
                  label: t("review.spender"),
                  value: nameOf(spender) ?? t("review.unknown-contract"),
                  note: <AddressText address={spender} />,
                },
              ]}
            />
          </Card>
          {known && (
            <RadioCards
              legend={t("approve.choice")}
              value={choice}
              onChange={setChoice}
              options={[
                { value: "end", label: t("approve.end"), description: t("approve.end-explain") },
                { value: "limit", label: t("approve.limit") },
              ]}
            />
          )}
          {choice === "limit" && known && <TokenAmount entry={entry} asset={known} balance={undefined} />}
        </>
      )}
    </FlowScreen>
  );
}
