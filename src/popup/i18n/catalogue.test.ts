import { describe, expect, it } from "vitest";
import type { Message } from "./catalogue.ts";
import { en, type LanguageCatalogue } from "./en/index.ts";
import { placeholders } from "./interpolate.ts";
import { LANGUAGE_CHUNKS, LANGUAGES, type Language } from "./languages.ts";
import { pseudoLocale } from "./pseudo-locale.ts";

async function catalogueOf(language: Language): Promise<LanguageCatalogue> {
  return language === "en" ? en : LANGUAGE_CHUNKS[language]();
}

function entries(catalogue: LanguageCatalogue): [string, Message][] {
  return [...Object.entries<Message>(catalogue.words), ...Object.entries<Message>(catalogue.errors)];
}

const texts = (message: Message): string[] =>
  typeof message === "string" ? [message] : Object.values(message);
const names = (message: Message): string[] => [...new Set(texts(message).flatMap(placeholders))].sort();

describe.each(Object.keys(LANGUAGES) as Language[])("the words of %s", (language) => {
  it("are there for every key, and for no other", async () => {
    const catalogue = await catalogueOf(language);
    expect(Object.keys(catalogue.words).sort()).toEqual(Object.keys(en.words).sort());
    expect(Object.keys(catalogue.errors).sort()).toEqual(Object.keys(en.errors).sort());
    expect(Object.keys(catalogue.errors).length).toBeGreaterThan(80);
  });

  it("are never empty nor padded", async () => {
    for (const [key, message] of entries(await catalogueOf(language))) {
      for (const text of texts(message)) expect(text.trim(), key).toBe(text === "" ? "(a text)" : text);
    }
  });

  it("mention the parameters that English mentions", async () => {
    const source = new Map(entries(en));
    for (const [key, message] of entries(await catalogueOf(language))) {
      const expected = source.get(key);
      expect(names(message), key).toEqual(expected === undefined ? [] : names(expected));
    }
  });

  it("have a text for each plural category of the language", async () => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [key, message] of entries(await catalogueOf(language))) {
      if (typeof message !== "string")
        expect(Object.keys(message).sort(), key).toEqual([...categories].sort());
    }
  });
});

it("German is not English left standing", async () => {
  const german = await catalogueOf("de");
  const errors = Object.entries(german.errors).filter(
    ([code, text]) => text === en.errors[code as keyof typeof en.errors],
  );
  expect(errors).toEqual([]);
});

describe("the pseudo-locale", () => {
  it("makes each text at least 40 % longer and keeps its parameters", () => {
    const source = new Map(entries(en));
    for (const [key, message] of entries(pseudoLocale(en))) {
      const before = source.get(key) ?? "";
      expect(names(message), key).toEqual(names(before));
      texts(message).forEach((text, index) => {
        expect(text.length, key).toBeGreaterThanOrEqual((texts(before)[index] ?? "").length * 1.4);
      });
    }
  });
});
