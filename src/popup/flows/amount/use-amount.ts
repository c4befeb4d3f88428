import { useEffect, useState } from "react";
import { formatUnits } from "../../../core/amount/format.ts";
import { parseAmount } from "../../../core/amount/parse.ts";
import type { Asset } from "../../../core/asset/asset.ts";
import { errorReport } from "../../../core/errors/index.ts";
import type { Input } from "../../../messages/popup/index.ts";
import { useCommand } from "../../data/use-command.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { separatorsOf, typedAmount } from "./separators.ts";

/** An amount as a form takes it. */
export interface AmountEntry {
  text: string;
  setText(text: string): void;
  /** Base units; undefined while there is no usable amount. */
  amount: bigint | undefined;
  /** What is wrong with the text; nothing while it is empty. */
  error: string | undefined;
  /** Asks for the most there is and enters it. */
  enterMax(): Promise<void>;
  /** The amount is what Max entered, not changed since. */
  isMax: boolean;
  /** Native base units that Max left for the network fee; undefined unless Max was used. */
  keptForGas: bigint | undefined;
  busy: boolean;
}

export interface AmountQuestion {
  readonly chainId: number;
  readonly accountId: string;
  readonly kind: Input<"portfolio.max">["kind"];
  readonly asset: Asset;
  /** Base units there are; undefined while unknown. */
  readonly balance: bigint | undefined;
}

/** Reads what is typed by the language's marks, compares it with the balance, and knows Max. */
export function useAmount({ chainId, accountId, kind, asset, balance }: AmountQuestion): AmountEntry {
  const { locale, errorText } = useI18n();
  const [text, setText] = useState("");
  const [max, setMax] = useState<{ text: string; amount: bigint; kept: bigint }>();
  const ask = useCommand("portfolio.max");
  // Another account or asset has another most; what was typed by hand stays.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the question changes, not on typing
  useEffect(() => {
    if (max && text === max.text) setText("");
    setMax(undefined);
  }, [accountId, asset.id]);

  let amount: bigint | undefined;
  let error: string | undefined;
  if (text.trim() !== "") {
    try {
      amount = parseAmount(text, asset.decimals, separatorsOf(locale));
      if (balance !== undefined && amount > balance) {
        const params = { balance: formatUnits(balance, asset.decimals), unit: asset.symbol };
        error = errorText({ code: "staking/above-balance", params });
      }
    } catch (thrown) {
      error = errorText(errorReport(thrown, "amount"));
    }
  }
  if (ask.error && error === undefined) error = errorText(ask.error);
  const isMax = max !== undefined && text === max.text;
  return {
    text,
    setText(next) {
      ask.reset();
      setText(next);
    },
    amount: error === undefined && amount !== undefined && amount > 0n ? amount : undefined,
    error,
    async enterMax() {
      const most = await ask.run({ chainId, accountId, kind, assetId: asset.id });
      if (most === undefined) return;
      const entered = typedAmount(most.amount, asset.decimals, locale);
      setMax({ text: entered, amount: most.amount, kept: most.reservedGasWei });
      setText(entered);
    },
    isMax,
    keptForGas: isMax && asset.id === "native" ? max.kept : undefined,
    busy: ask.busy,
  };
}
