import type { DeviceJob } from "../../core/device/job.ts";
import { useNetworks } from "../data/networks.ts";
import { useNames } from "../flows/review/names.ts";
import { siteText } from "../flows/review/site-text.ts";
import { useI18n } from "../i18n/I18nProvider.tsx";
import { AddressText } from "../ui/AddressText.tsx";
import { KeyValue, type KeyValueItem } from "../ui/KeyValue.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Section } from "../ui/Section.tsx";
import { Stack } from "../ui/Stack.tsx";
import styles from "./device.module.css";
import { type DeviceScreen, deviceScreens } from "./device-screens.ts";

export interface ScreensViewProps {
  readonly job: DeviceJob;
  /** How the device shows typed data, once it has said so. */
  readonly form: "fields" | "hashes" | undefined;
  readonly chainId: number;
}

/** What the device will show, to be compared line by line. */
export function ScreensView({ job, form, chainId }: ScreensViewProps) {
  const { t } = useI18n();
  const shown = deviceScreens(job, form);
  const itemOf = useScreenItem(chainId);
  return (
    <Section title={t("device.will-show")} description={t(`device.form-${shown.form}`)}>
      <Stack gap={2}>
        {shown.form === "blind" && (
          <Notice tone="warn" title={t("device.blind-title")} still>
            {t("device.blind")}
          </Notice>
        )}
        {shown.screens.length > 0 && (
          // biome-ignore lint/a11y/useSemanticElements: a list that scrolls needs a name and the focus, not a form's group
          <div
            className={styles.screens}
            role="group"
            aria-label={t("device.will-show")}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list scrolls, so the keyboard must reach it
            tabIndex={0}
            data-testid="device-screens"
          >
            <KeyValue
              stacked={shown.form !== "transfer" && shown.form !== "blind"}
              items={shown.screens.map((screen, place) => ({ ...itemOf(screen), key: String(place) }))}
            />
          </div>
        )}
      </Stack>
    </Section>
  );
}

function useScreenItem(chainId: number): (screen: DeviceScreen) => Omit<KeyValueItem, "key"> {
  const { t, formatAmount } = useI18n();
  const networks = useNetworks();
  const nameOf = useNames(chainId);
  const native = networks.find((each) => each.chainId === chainId)?.native;
  return (screen) => {
    switch (screen.kind) {
      case "amount":
      case "fee": {
        const { decimals, symbol } = native ?? { decimals: 18, symbol: "ETH" };
        const value = formatAmount(screen.wei, decimals, { maxFraction: decimals, unit: symbol });
        return { label: t(`device.screen-${screen.kind}`), value };
      }
      case "recipient":
      case "contract":
        return {
          label: t(`device.screen-${screen.kind}`),
          value: <AddressText address={screen.address} />,
          note: nameOf(screen.address),
        };
      case "deploy":
        return { label: t("device.screen-contract"), value: t("review.raw-deploy") };
      case "network": {
        const name = networks.find((each) => each.chainId === screen.chainId)?.name;
        return { label: t("common.network"), value: name ?? String(screen.chainId) };
      }
      case "field":
        return {
          label: siteText(screen.path),
          value: <span className={styles.exact}>{siteText(screen.value)}</span>,
        };
      case "text":
        return {
          label: t(screen.isText ? "device.screen-text" : "device.screen-bytes"),
          value: <div className={styles.message}>{screen.text}</div>,
        };
      default:
        return { label: t(`device.screen-${screen.kind}`), value: <AddressText address={screen.hash} /> };
    }
  };
}
