// First, so that storage answers while React and the screens are still being evaluated.
import "./data/this-page.ts";
import { createRoot } from "react-dom/client";
import { safeParse } from "valibot";
import { AccountList } from "../core/account/account.ts";
import type { Ledger } from "../core/device/ledger.ts";
import { localKeys } from "../core/store/keys.ts";
import { App } from "./app/App.tsx";
import { applyTheme, languageSetting } from "./app/appearance.ts";
import { releaseFocusOnNavigation } from "./app/router.ts";
import { surfaceOf } from "./app/surface.ts";
import type { PageContext } from "./data/page-context.ts";
import { thisPage } from "./data/this-page.ts";
import { loadTranslator } from "./i18n/I18nProvider.tsx";
import "./styles/tokens.css";
import "./styles/base.css";

/** Ledger's libraries, when first asked for; after a failure they are asked for again. */
function ledgerOf({ local }: PageContext): () => Promise<Ledger> {
  const pairedBefore = () => {
    const known = local.peek(localKeys.accounts);
    const list = safeParse(AccountList, known.state === "here" ? known.raw : undefined);
    return list.success && list.output.devices.length > 0;
  };
  let loaded: Promise<Ledger> | undefined;
  return () => {
    loaded ??= import("../ledger/index.ts").then(({ createLedger }) => createLedger({ pairedBefore }));
    loaded.catch(() => {
      loaded = undefined;
    });
    return loaded;
  };
}

/** Waits for what the first paint needs, then paints once. */
async function start(): Promise<void> {
  const surface = surfaceOf(location.pathname);
  document.documentElement.dataset.surface = surface;
  releaseFocusOnNavigation();
  const page = await thisPage;
  // Firefox has no WebHID: its build is made without the libraries.
  if (import.meta.env.VITE_BROWSER !== "firefox" && surface === "tab") page.ledger = ledgerOf(page);
  const { language, theme } = page.settings.current();
  applyTheme(theme);
  const translator = await loadTranslator(languageSetting(language), navigator.languages);
  const root = document.getElementById("root");
  if (root) createRoot(root).render(<App page={page} surface={surface} translator={translator} />);
}

void start();
