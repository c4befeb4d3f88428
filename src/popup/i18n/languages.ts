import type { LanguageCatalogue } from "./en/index.ts";

/** Every language of the wallet, by its own name. A new language is a folder, one line here and one below. */
export const LANGUAGES = { en: "English", de: "Deutsch" } as const;

export type Language = keyof typeof LANGUAGES;

/** What the language setting may hold: a language, or the browser's. */
export type LanguageSetting = Language | "system";

/** Each language but English is a chunk of its own, fetched when first used. English is the fall-back and always here. */
export const LANGUAGE_CHUNKS: Record<Exclude<Language, "en">, () => Promise<LanguageCatalogue>> = {
  de: () => import("./de/index.ts").then((chunk) => chunk.de),
};

/** The first of the browser's languages that the wallet has, else English. */
export function matchLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const base = tag.toLowerCase().split("-")[0] ?? "";
    if (Object.hasOwn(LANGUAGES, base)) return base as Language;
  }
  return "en";
}

/**
 * The locale for figures and dates: the browser's own regional form of `language` if it has one (de-CH writes
 * 1’000.5, de-DE 1.000,5), else the plain language.
 */
export function matchLocale(language: Language, preferred: readonly string[]): string {
  return preferred.find((tag) => tag.toLowerCase().split("-")[0] === language) ?? language;
}
