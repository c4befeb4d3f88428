import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Select } from "../../ui/Select.tsx";
import { Row, Stack } from "../../ui/Stack.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { type AllowanceOrder, allowanceOrders } from "./shown.ts";

const onlyChoices = ["all", "risky", "due"] as const;
export type Only = (typeof onlyChoices)[number];

export interface ChoiceProps {
  readonly search: string;
  readonly onSearch: (text: string) => void;
  readonly order: AllowanceOrder;
  readonly onOrder: (order: AllowanceOrder) => void;
  readonly only: Only;
  readonly onOnly: (only: Only) => void;
}

/** What of the list is shown, and in which order. */
export function Choice(props: ChoiceProps) {
  const { t } = useI18n();
  return (
    <Stack gap={3}>
      <TextField
        type="search"
        label={t("approvals.search")}
        placeholder={t("approvals.search-hint")}
        value={props.search}
        maxLength={80}
        onChange={props.onSearch}
      />
      <Row gap={3} align="start" fill>
        <Select
          label={t("approvals.show")}
          value={props.only}
          options={onlyChoices.map((value) => ({ value, label: t(`approvals.only-${value}`) }))}
          onChange={props.onOnly}
        />
        <Select
          label={t("approvals.order")}
          value={props.order}
          options={allowanceOrders.map((value) => ({ value, label: t(`approvals.order-${value}`) }))}
          onChange={props.onOrder}
        />
      </Row>
    </Stack>
  );
}
