import { useMemo } from "react";
import type { TypedData } from "../../../core/account/signer.ts";
import type { Meaning } from "../../../core/approval/meaning/meaning.ts";
import { meaningsOfTypedData, readTypedData } from "../../../core/approval/meaning/typed-data.ts";
import type { Operation } from "../../../core/operation/operation.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Section } from "../../ui/Section.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { dateText } from "./allowance-words.ts";
import { useNames } from "./names.ts";
import { Order } from "./Order.tsx";
import { siteText } from "./site-text.ts";
import { TypedDataDetails } from "./TypedDataDetails.tsx";
import { useTokenAmount } from "./token-amount.ts";

function readOrNothing(json: string): TypedData | undefined {
  try {
    return readTypedData(json);
  } catch {
    return undefined;
  }
}

export interface TypedDataViewProps {
  readonly operation: Operation;
  /** JSON text of {types, primaryType, domain, message}. */
  readonly json: string;
}

/** Typed data to sign: in words what it allows, then all of it. What it lets others take stands with the allowances. */
export default function TypedDataView({ operation, json }: TypedDataViewProps) {
  const { t } = useI18n();
  const data = useMemo(() => readOrNothing(json), [json]);
  if (data === undefined) {
    return (
      <Notice tone="danger" still>
        {t("review.data-unreadable")}
      </Notice>
    );
  }
  const meanings = meaningsOfTypedData(data).filter((each) => each.kind !== "approval");
  return (
    <Stack>
      {meanings.length > 0 && (
        <Section title={t("review.data")}>
          <Stack gap={3}>
            {meanings.map((meaning, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the data does not change while it is shown
              <InWords key={place} operation={operation} meaning={meaning} />
            ))}
          </Stack>
        </Section>
      )}
      <TypedDataDetails operation={operation} data={data} />
    </Stack>
  );
}

interface InWordsProps {
  readonly operation: Operation;
  readonly meaning: Meaning;
}

function InWords({ operation, meaning }: InWordsProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const nameOf = useNames(operation.chainId);
  const amountOf = useTokenAmount(operation);
  const who = (address: string): string => nameOf(address) ?? `${address.slice(0, 6)}…${address.slice(-4)}`;
  switch (meaning.kind) {
    case "order":
      return <Order operation={operation} order={meaning} />;
    case "transfer": {
      const date = meaning.until === undefined ? undefined : dateText(Number(meaning.until), i18n);
      const params = { amount: amountOf(meaning), to: who(meaning.to) };
      return (
        <Notice tone="warn" still>
          {date === undefined
            ? t("review.data-transfer", params)
            : t("review.data-transfer-until", { ...params, date })}
        </Notice>
      );
    }
    case "delegation":
      return (
        <Notice tone="danger" still>
          {t("review.data-delegation", { to: who(meaning.to) })}
        </Notice>
      );
    case "unknown":
      return (
        <Notice tone="warn" still>
          {t("review.data-unknown", { type: siteText(meaning.primaryType ?? "") })}{" "}
          {meaning.hint && t(`review.data-${meaning.hint}`)}
        </Notice>
      );
    default:
      return null;
  }
}
