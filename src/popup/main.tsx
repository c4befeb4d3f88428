import { createRoot } from "react-dom/client";
import * as platform from "../platform/page.ts";
import { App } from "./app/App.tsx";
import { applyTheme, languageSetting } from "./app/appearance.ts";
import { releaseFocusOnNavigation } from "./app/router.ts";
import { surfaceOf } from "./app/surface.ts";
import { openPage } from "./data/open-page.ts";
import { loadTranslator } from "./i18n/I18nProvider.tsx";
import "./styles/tokens.css";
import "./styles/base.css";

/** Reads what the first paint needs, then paints once. */
async function start(): Promise<void> {
  const surface = surfaceOf(location.pathname);
  document.documentElement.dataset.surface = surface;
  releaseFocusOnNavigation();
  const page = await openPage(platform);
  const { language, theme } = page.settings.current();
  applyTheme(theme);
  const translator = await loadTranslator(languageSetting(language), navigator.languages);
  const root = document.getElementById("root");
  if (root) createRoot(root).render(<App page={page} surface={surface} translator={translator} />);
}

void start();
