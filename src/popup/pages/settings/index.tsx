import { lazy, type ReactNode } from "react";
import { routeTo, useRoute } from "../../app/router.ts";
import { Screen } from "../../app/Screen.tsx";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import type { MessageKey } from "../../i18n/translator.ts";
import { About } from "./About.tsx";
import { ChangePassword } from "./ChangePassword.tsx";
import { Overview } from "./Overview.tsx";
import { WipeForm } from "./WipeForm.tsx";

const Endpoints = lazy(() => import("./Endpoints.tsx"));
const SecondFactor = lazy(() => import("./SecondFactor.tsx"));
const SiteRules = lazy(() => import("./SiteRules.tsx"));

type Title = Extract<
  MessageKey,
  `settings.${"networks" | "site-rules" | "password" | "second-factor" | "about" | "wipe"}`
>;

const parts: Readonly<Record<string, { title: Title; content: () => ReactNode }>> = {
  networks: { title: "settings.networks", content: () => <Endpoints /> },
  sites: { title: "settings.site-rules", content: () => <SiteRules /> },
  password: { title: "settings.password", content: () => <ChangePassword /> },
  "second-factor": { title: "settings.second-factor", content: () => <SecondFactor /> },
  about: { title: "settings.about", content: () => <About /> },
  wipe: { title: "settings.wipe", content: () => <WipeForm withPassword /> },
};

/** #/settings and its parts: #/settings/networks, …/sites, …/password, …/second-factor, …/about, …/wipe. */
export default function SettingsPage() {
  const { t } = useI18n();
  const [, name = ""] = useRoute().segments;
  const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
  if (part === undefined) {
    return (
      <Screen key="overview" title={t("settings.title")}>
        <Overview />
      </Screen>
    );
  }
  return (
    <Screen key={name} title={t(part.title)} back={routeTo("settings")}>
      {part.content()}
    </Screen>
  );
}
