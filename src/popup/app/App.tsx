import { useEffect } from "react";
import { type PageContext, PageProvider } from "../data/page-context.ts";
import { useSettings } from "../data/records.ts";
import { I18nProvider } from "../i18n/I18nProvider.tsx";
import type { Translator } from "../i18n/translator.ts";
import { LiveRegion } from "../ui/LiveRegion.tsx";
import { applyTheme, languageSetting } from "./appearance.ts";
import { Gate } from "./Gate.tsx";
import { type Surface, SurfaceProvider } from "./surface.ts";

export interface AppProps {
  readonly page: PageContext;
  readonly surface: Surface;
  /** Loaded before the first paint. */
  readonly translator: Translator | undefined;
}

/** The whole of one window. */
export function App({ page, surface, translator }: AppProps) {
  return (
    <PageProvider value={page}>
      <SurfaceProvider value={surface}>
        <Appearance translator={translator} />
      </SurfaceProvider>
    </PageProvider>
  );
}

function Appearance({ translator }: Pick<AppProps, "translator">) {
  const { language, theme } = useSettings();
  useEffect(() => applyTheme(theme), [theme]);
  return (
    <I18nProvider language={languageSetting(language)} initial={translator}>
      <LiveRegion>
        <Gate />
      </LiveRegion>
    </I18nProvider>
  );
}
