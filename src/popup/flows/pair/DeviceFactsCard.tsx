import { type Device, modelNames } from "../../../core/device/device.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Card } from "../../ui/Card.tsx";
import { KeyValue } from "../../ui/KeyValue.tsx";

/** Which device this is, as it was when it was last paired. */
export function DeviceFactsCard({ device }: { readonly device: Device }) {
  const { t, formatDateTime } = useI18n();
  return (
    <Card>
      <KeyValue
        items={[
          { key: "model", label: t("pair.model"), value: modelNames[device.model] },
          { key: "firmware", label: t("pair.firmware"), value: device.firmware ?? t("pair.not-told") },
          { key: "app", label: t("pair.app"), value: device.appVersion ?? t("pair.not-told") },
          { key: "paired", label: t("pair.paired-on"), value: formatDateTime(device.pairedAt) },
        ]}
      />
    </Card>
  );
}
