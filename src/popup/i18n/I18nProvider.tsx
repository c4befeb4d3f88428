import { createContext, type ReactNode, use, useEffect, useRef, useState } from "react";
import { en } from "./en/index.ts";
import { LANGUAGE_CHUNKS, type LanguageSetting, matchLanguage, matchLocale } from "./languages.ts";
import { createTranslator, type Translator } from "./translator.ts";

function english(preferred: readonly string[]): Translator {
  return createTranslator("en", matchLocale("en", preferred), en, en);
}

const I18nContext = createContext<Translator>(english([]));

/** The translator for a language setting; loads the language's chunk, English if it cannot be had. */
export async function loadTranslator(
  setting: LanguageSetting,
  preferred: readonly string[],
): Promise<Translator> {
  const language = setting === "system" ? matchLanguage(preferred) : setting;
  if (language === "en") return english(preferred);
  try {
    const catalogue = await LANGUAGE_CHUNKS[language]();
    return createTranslator(language, matchLocale(language, preferred), catalogue, en);
  } catch {
    return english(preferred);
  }
}

export interface I18nProviderProps {
  readonly language: LanguageSetting;
  /** The browser's languages, most wanted first; navigator.languages unless told. */
  readonly preferred?: readonly string[] | undefined;
  /** A translator loaded before the first paint, so that it is not painted twice. */
  readonly initial?: Translator | undefined;
  readonly children: ReactNode;
}

/** Gives the language to all below, and sets <html lang>. Keeps the former language until the new one is loaded. */
export function I18nProvider({ language, preferred, initial, children }: I18nProviderProps) {
  const wanted = preferred ?? navigator.languages;
  const [translator, setTranslator] = useState(() => initial ?? english(wanted));
  // What the shown translator was loaded for: the first one comes loaded, and a second would draw everything again.
  const shown = useRef(initial && { language, wanted });
  useEffect(() => {
    if (shown.current?.language === language && shown.current.wanted === wanted) return;
    let current = true;
    void loadTranslator(language, wanted).then((loaded) => {
      if (!current) return;
      shown.current = { language, wanted };
      setTranslator(loaded);
    });
    return () => {
      current = false;
    };
  }, [language, wanted]);
  useEffect(() => {
    document.documentElement.lang = translator.locale;
  }, [translator]);
  return <I18nContext value={translator}>{children}</I18nContext>;
}

/** The words and figure formats of the language chosen. English outside an I18nProvider. */
export function useI18n(): Translator {
  return use(I18nContext);
}
