import { useI18n } from "../i18n/I18nProvider.tsx";
import type { NavItem } from "../ui/NavBar.tsx";
import { navigate, routeTo, useRoute } from "./router.ts";

export type Place = "portfolio" | "activity" | "sites" | "settings";

/** Which main place a route belongs to. */
const placeOf: Readonly<Record<string, Place>> = {
  activity: "activity",
  operation: "activity",
  sites: "sites",
  approvals: "sites",
  approve: "sites",
  settings: "settings",
  accounts: "settings",
  pair: "settings",
  contacts: "settings",
  audit: "settings",
  backup: "settings",
};

/** The main places of the wallet with the current one, for the navigation at the bottom and at the side. */
export function usePlaces(): {
  items: readonly NavItem<Place>[];
  current: Place;
  label: string;
  go(id: Place): void;
} {
  const { t } = useI18n();
  const { segments } = useRoute();
  return {
    label: t("common.main-navigation"),
    current: placeOf[segments[0] ?? ""] ?? "portfolio",
    items: [
      { id: "portfolio", label: t("shell.portfolio"), icon: "home" },
      { id: "activity", label: t("shell.activity"), icon: "activity" },
      { id: "sites", label: t("shell.sites"), icon: "site" },
      { id: "settings", label: t("shell.settings"), icon: "settings" },
    ],
    go: (id) => navigate(routeTo(id)),
  };
}
