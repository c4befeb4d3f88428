import { useEffect, useState } from "react";
import { type ErrorReport, errorReport } from "../../../core/errors/index.ts";
import type { StakingIntent } from "../../../core/staking/intent.ts";
import { toWire } from "../../../core/wire/wire.ts";
import type { Quote } from "../../../messages/popup/portfolio.ts";
import { usePage } from "../../data/page-context.ts";
import { useSnapshot } from "../../data/records.ts";

const settleMs = 250;

/** What an intent would bring, asked for once typing has paused. */
export interface LiveQuote {
  /** The answer to the intent as it is now; undefined until it came. */
  quote: Quote | undefined;
  error: ErrorReport | undefined;
}

/** Follows an intent with its quote; answers to an earlier intent are dropped. Nothing is asked without an intent. */
export function useQuote(chainId: number, accountId: string, intent: StakingIntent | undefined): LiveQuote {
  const { send } = usePage();
  // A quote is made from the snapshot, so a newer one asks again.
  const takenAt = useSnapshot(chainId).value?.takenAt;
  const key = intent === undefined ? "" : JSON.stringify([chainId, accountId, toWire(intent)]);
  const [answer, setAnswer] = useState<LiveQuote & { key: string }>({
    key: "",
    quote: undefined,
    error: undefined,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is the intent by value
  useEffect(() => {
    if (intent === undefined) return;
    let current = true;
    const ask = async (): Promise<void> => {
      try {
        let quote = await send("portfolio.quote", { chainId, accountId, intent });
        if (current) setAnswer({ key, quote, error: undefined });
        if (!current || quote.gasWei !== undefined || intent.kind === "claim") return;
        // The worker has seen no fees yet. Asking for the most looks them up; without them the quote still stands.
        const { kind } = intent;
        const seen = await send("portfolio.max", { chainId, accountId, kind, assetId: "native" }).catch(
          () => undefined,
        );
        if (!current || seen === undefined) return;
        quote = await send("portfolio.quote", { chainId, accountId, intent });
        if (current) setAnswer({ key, quote, error: undefined });
      } catch (thrown) {
        if (current) setAnswer({ key, quote: undefined, error: errorReport(thrown, "portfolio.quote") });
      }
    };
    const timer = setTimeout(() => void ask(), settleMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [key, takenAt, send]);
  return answer.key === key && key !== "" ? answer : { quote: undefined, error: undefined };
}
