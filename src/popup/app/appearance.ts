import type { Settings } from "../../core/settings/settings.ts";
import type { LanguageSetting } from "../i18n/languages.ts";

/** The language setting as the catalogue knows it. */
export function languageSetting(language: Settings["language"]): LanguageSetting {
  return language === "auto" ? "system" : language;
}

/** Sets the theme on <html>; "system" leaves it to the browser. */
export function applyTheme(theme: Settings["theme"]): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
