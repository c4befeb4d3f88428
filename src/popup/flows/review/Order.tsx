import type { OrderItem, OrderMeaning } from "../../../core/approval/meaning/meaning.ts";
import type { Operation } from "../../../core/operation/operation.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Card } from "../../ui/Card.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { dateText } from "./allowance-words.ts";
import { useNames } from "./names.ts";
import styles from "./review.module.css";
import { useTokenAmount } from "./token-amount.ts";

export interface OrderProps {
  readonly operation: Operation;
  readonly order: OrderMeaning;
}

/** A market order: what may leave, and what must come in for it. */
export function Order({ operation, order }: OrderProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const amountOf = useTokenAmount(operation);
  const nameOf = useNames(operation.chainId);
  const market = nameOf(order.market) ?? `${order.market.slice(0, 6)}…${order.market.slice(-4)}`;
  const date = order.until === undefined ? undefined : dateText(Number(order.until), i18n);
  const side = (sign: "minus" | "plus", label: string, items: readonly OrderItem[]) => (
    <li className={styles.change} data-sign={sign}>
      <span>{label}</span>
      <span className={styles.figure}>
        {items.length === 0 ? t("review.data-nothing") : i18n.list(items.map(amountOf))}
      </span>
    </li>
  );
  return (
    <Card>
      <Stack gap={2}>
        <p className={styles.meta}>{t("review.data-order", { market })}</p>
        <ul className={styles.changes} aria-label={t("review.data-order", { market })}>
          {side("minus", t("review.data-gives"), order.gives)}
          {side(order.gets.length === 0 ? "minus" : "plus", t("review.data-gets"), order.gets)}
        </ul>
        {date !== undefined && <p className={styles.meta}>{t("review.data-order-until", { date })}</p>}
      </Stack>
    </Card>
  );
}
