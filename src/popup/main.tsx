// First, so that storage answers while React and the screens are still being evaluated.
import "./data/this-page.ts";
import { createRoot } from "react-dom/client";
import { App } from "./app/App.tsx";
import { applyTheme, languageSetting } from "./app/appearance.ts";
import { releaseFocusOnNavigation } from "./app/router.ts";
import { surfaceOf } from "./app/surface.ts";
import { thisPage } from "./data/this-page.ts";
import { loadTranslator } from "./i18n/I18nProvider.tsx";
import "./styles/tokens.css";
import "./styles/base.css";

/** Waits for what the first paint needs, then paints once. */
async function start(): Promise<void> {
  const surface = surfaceOf(location.pathname);
  document.documentElement.dataset.surface = surface;
  releaseFocusOnNavigation();
  const page = await thisPage;
  const { language, theme } = page.settings.current();
  applyTheme(theme);
  const translator = await loadTranslator(languageSetting(language), navigator.languages);
  const root = document.getElementById("root");
  if (root) createRoot(root).render(<App page={page} surface={surface} translator={translator} />);
}

void start();
