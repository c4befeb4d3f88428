import { usePlatform } from "../../data/page-context.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Card } from "../../ui/Card.tsx";
import { KeyValue } from "../../ui/KeyValue.tsx";
import { Logo } from "../../ui/Logo.tsx";
import { Section } from "../../ui/Section.tsx";
import { Stack } from "../../ui/Stack.tsx";

/** Programs of others that are part of what ships, with their licences. */
const parts = [
  "React (MIT)",
  "ethers (MIT)",
  "noble and scure (MIT)",
  "Valibot (MIT)",
  "zxcvbn-ts (MIT)",
  "WebExtension Polyfill (MPL-2.0)",
  "Plasmo Storage (MIT)",
  "uqr (MIT)",
  "blo (MIT)",
];

/** Version, licences, and what Weir does with data. */
export function About() {
  const { t, list } = useI18n();
  const { extensionVersion } = usePlatform();
  return (
    <Stack gap={5}>
      <Logo size={40} name={t("app.name")} />
      <Card>
        <KeyValue
          items={[
            { key: "version", label: t("settings.version"), value: extensionVersion },
            { key: "licence", label: t("settings.licence"), value: t("settings.licence-text") },
          ]}
        />
      </Card>
      <Section title={t("settings.privacy-title")}>
        <p>{t("settings.privacy")}</p>
      </Section>
      <Section title={t("settings.parts")}>
        <p>{list(parts)}</p>
      </Section>
    </Stack>
  );
}
