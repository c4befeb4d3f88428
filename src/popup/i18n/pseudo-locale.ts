import type { Message } from "./catalogue.ts";
import type { LanguageCatalogue } from "./en/index.ts";

const ACCENTS: Record<string, string> = {
  a: "á",
  e: "é",
  i: "í",
  o: "ó",
  u: "ú",
  A: "Á",
  E: "É",
  I: "Í",
  O: "Ó",
  U: "Ú",
};

function stretch(text: string): string {
  const accented = text
    .split(/(\{\w+\})/)
    .map((part) =>
      part.startsWith("{") ? part : part.replace(/[aeiou]/gi, (letter) => ACCENTS[letter] ?? letter),
    )
    .join("");
  return `⟦${accented}${"·".repeat(Math.ceil(text.length * 0.4))}⟧`;
}

function stretchMessage(message: Message): Message {
  if (typeof message === "string") return stretch(message);
  return Object.fromEntries(
    Object.entries(message).map(([form, text]) => [form, stretch(text)]),
  ) as unknown as Message;
}

/**
 * A catalogue with every text 40 % longer, accented and in brackets, parameters kept. On a screen in it, a text
 * without brackets is one that no catalogue holds, and a clipped bracket is a layout that cannot take German.
 */
export function pseudoLocale(catalogue: LanguageCatalogue): LanguageCatalogue {
  const stretchAll = (texts: Readonly<Record<string, Message>>) =>
    Object.fromEntries(Object.entries(texts).map(([key, message]) => [key, stretchMessage(message)]));
  return { words: stretchAll(catalogue.words), errors: stretchAll(catalogue.errors) } as LanguageCatalogue;
}
