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
import { useAllowanceText } from "./AllowanceChanges.tsx";

type Choice = "asked" | "balance" | "custom";

interface Limit {
  token: string;
  symbol: string;
  decimals: number;
  /** Base units that the plan as it stands would let the spender take. */
  amount: bigint;
}

/** The limit of an operation whose limit can be set: a site's approval or increase, or one's own. */
export function limitOf(operation: Operation): Limit | undefined {
  const { intent, plan, preview } = operation;
  if (intent.kind !== "site-transaction" && intent.kind !== "approve") return undefined;
  const [step] = plan.steps;
  if (step?.kind === "approve") {
    const { address, symbol, decimals } = step.token;
    return address === undefined ? undefined : { token: address, symbol, decimals, amount: step.amount };
  }
  const [allowance] = preview?.allowances ?? [];
  if (step?.words.key !== "step.increase-allowance" || allowance === undefined) return undefined;
  const { token, symbol, decimals, after } = allowance;
  return { token, symbol, decimals, amount: after };
}

export interface SpendLimitProps {
  readonly operation: Operation;
  readonly limit: Limit;
  /** Told whether what is entered is not yet what would be signed: nothing may be confirmed meanwhile. */
  readonly onOpen: (open: boolean) => void;
}

/** Lets the user lower what a spender may take, before it is signed. A new preview follows. */
export function SpendLimit({ operation, limit, onOpen }: SpendLimitProps) {
  const { t, locale, errorText } = useI18n();
  const text = useAllowanceText();
  const set = useCommand("operations.setSpendLimit");
  // What was asked at first; the record keeps only what is to be signed.
  const [asked] = useState(limit.amount);
  const [choice, setChoice] = useState<Choice>("asked");
  const [custom, setCustom] = useState("");
  const balance = useSnapshot(operation.chainId).value?.positions.find(
    (each) =>
      each.account.toLowerCase() === operation.account.toLowerCase() &&
      each.token.id === limit.token.toLowerCase(),
  )?.balance;
  const unit = limit.symbol;

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

  function choose(next: Choice): void {
    set.reset();
    setChoice(next);
    if (next === "custom" && custom === "" && !isUnlimited(limit.amount)) {
      setCustom(typedAmount(limit.amount, limit.decimals, locale));
    }
    const direct = next === "asked" ? asked : next === "balance" ? balance : undefined;
    if (direct !== undefined && direct !== limit.amount) void set.run({ id: operation.id, amount: direct });
  }

  const options: RadioCard<Choice>[] = [
    { value: "asked", label: t("review.limit-asked"), aside: text(asked, limit.decimals, unit) },
    ...(balance === undefined
      ? []
      : [
          {
            value: "balance" as const,
            label: t("review.limit-balance"),
            aside: text(balance, limit.decimals, unit),
          },
        ]),
    { value: "custom", label: t("review.limit-custom") },
  ];
  const changes = amount !== undefined && amount !== limit.amount;
  const open = set.busy || amount !== limit.amount;
  useEffect(() => {
    onOpen(open);
    return () => onOpen(false);
  }, [open, onOpen]);
  return (
    <Form
      testId="spend-limit"
      onSubmit={() => {
        if (changes && amount !== undefined) void set.run({ id: operation.id, amount });
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
