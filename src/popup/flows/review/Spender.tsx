import type { AllowanceChange } from "../../../core/operation/operation.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { AddressText } from "../../ui/AddressText.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Row, Stack } from "../../ui/Stack.tsx";

/** What kind of taker an address is, as a badge; nothing when it is not known. */
function Kind({ change }: { readonly change: AllowanceChange }) {
  const { t } = useI18n();
  switch (change.spenderKind) {
    case "plain":
      return (
        <Badge tone="danger" icon="danger">
          {t("review.spender-plain-badge")}
        </Badge>
      );
    case "protocol":
      return (
        <Badge tone="success" icon="check">
          {t("review.spender-protocol")}
        </Badge>
      );
    case "own":
      return <Badge tone="info">{t("review.spender-own")}</Badge>;
    case "contract":
      return change.spenderIsNew ? (
        <Badge tone="warn" icon="warning">
          {t("review.spender-new")}
        </Badge>
      ) : (
        <Badge>{t("review.spender-contract")}</Badge>
      );
    default:
      return null;
  }
}

/** Who takes, whom the sentence above it names: the kind and the whole address. */
export function Spender({ change }: { readonly change: AllowanceChange }) {
  return (
    <Stack gap={1}>
      <Row>
        <Kind change={change} />
      </Row>
      <AddressText address={change.spender} />
    </Stack>
  );
}
