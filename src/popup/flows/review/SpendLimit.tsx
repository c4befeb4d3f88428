import { useEffect, useState } from "react";
import { parseAmount } from "../../../core/amount/parse.ts";
import { isUnlimited } from "../../../core/approval/rules/unlimited-amount.ts";
import { errorReport } from "../../../core/errors/index.ts";
import type { Operation } from "../../../core/operation/operation.ts";
import { Form } from "../../app/Form.tsx";
import { FormError } from "../../app/FormError.tsx";
import { useSnapshot } from "../../data/records.ts";
import { useCommand } from "../../data/use-command.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { AmountField } from "../../ui/AmountField.tsx";
import { Button } from "../../ui/Button.tsx";
import { type RadioCard, RadioCards } from "../../ui/RadioCards.tsx";
import { separatorsOf, typedAmount } from "../amount/separators.ts";
import { useAllowanceText } from "./allowance-words.ts";
import type { Limit } from "./limits.ts";
import { siteText } from "./site-text.ts";

export type { Limit } from "./limits.ts";

type Choice = "asked" | "balance" | "custom";

export interface SpendLimitProps {
  readonly operation: Operation;
  readonly limit: Limit;
  /** What the account holds, where the preview read it; else the snapshot's figure. */
  readonly balance: bigint | undefined;
  /** Told whether what is entered is not yet what would be signed: nothing may be confirmed meanwhile. */
  readonly onOpen: (step: number, open: boolean) => void;
}

/** Lets the user lower what a spender may take, before it is signed. A new preview follows. */
export function SpendLimit({ operation, limit, balance: held, onOpen }: SpendLimitProps) {
  const { t, locale, errorText } = useI18n();
  const text = useAllowanceText();
  const set = useCommand("operations.setSpendLimit");
  // What was asked at first; the record keeps only what is to be signed.
  const [atFirst] = useState(limit.amount);
  const [most] = useState(limit.most);
  const asked = most ?? atFirst;
  const [choice, setChoice] = useState<Choice>(limit.amount === asked ? "asked" : "custom");
  const [custom, setCustom] = useState(
    limit.amount === asked ? "" : typedAmount(limit.amount, limit.decimals, locale),
  );
  const ownPosition = useSnapshot(operation.chainId).value?.positions.find(
    (each) => each.account.toLowerCase() === operation.account.toLowerCase() && each.token.id === limit.token,
  );
  const balance = held ?? ownPosition?.balance;
  const unit = siteText(limit.symbol);
  const written = (amount: bigint): string => text(amount, limit.decimals, unit);

  let amount: bigint | undefined;
  let error: string | undefined;
  if (choice === "asked") amount = asked;
  if (choice === "balance") amount = balance;
  if (choice === "custom" && custom.trim() !== "") {
    try {
      amount = parseAmount(custom, limit.decimals, separatorsOf(locale));
    } catch (thrown) {
      error = errorText(errorReport(thrown, "amount"));
    }
  }
  if (amount !== undefined && most !== undefined && amount > most) {
    amount = undefined;
    error = t("review.limit-above", { amount: written(most) });
  }

  function apply(next: bigint): void {
    const step = operation.plan.steps.length > 1 ? { step: limit.step } : {};
    void set.run({ id: operation.id, amount: next, ...step });
  }

  function choose(next: Choice): void {
    set.reset();
    setChoice(next);
    if (next === "custom" && custom === "" && !isUnlimited(limit.amount)) {
      setCustom(typedAmount(limit.amount, limit.decimals, locale));
    }
    const direct = next === "asked" ? asked : next === "balance" ? balance : undefined;
    if (direct !== undefined && direct !== limit.amount) apply(direct);
  }

  const mayTakeBalance = balance !== undefined && (most === undefined || balance <= most);
  const options: RadioCard<Choice>[] = [
    { value: "asked", label: t("review.limit-asked"), aside: written(asked) },
    ...(mayTakeBalance
      ? [{ value: "balance" as const, label: t("review.limit-balance"), aside: written(balance) }]
      : []),
    { value: "custom", label: t("review.limit-custom") },
  ];
  const changes = amount !== undefined && amount !== limit.amount;
  const open = set.busy || amount !== limit.amount;
  useEffect(() => {
    onOpen(limit.step, open);
    return () => onOpen(limit.step, false);
  }, [open, onOpen, limit.step]);
  return (
    <Form
      testId="spend-limit"
      onSubmit={() => {
        if (changes && amount !== undefined) apply(amount);
      }}
    >
      <RadioCards
        legend={t("review.limit")}
        value={choice}
        options={options}
        onChange={choose}
        disabled={set.busy}
      />
      {choice === "custom" && (
        <>
          <AmountField
            label={t("review.limit-most")}
            value={custom}
            onChange={setCustom}
            unit={unit}
            error={error}
            hint={t("review.limit-hint")}
          />
          <Button type="submit" wide busy={set.busy} disabled={!changes}>
            {changes || set.busy ? t("review.limit-set") : t("review.limit-is-set")}
          </Button>
        </>
      )}
      <FormError error={set.error} />
    </Form>
  );
}
