import { confusables, nearlyConfusable } from "./confusables.ts";

let prototypes: Map<string, string> | undefined;

function prototypeOf(letter: string): string {
  if (!prototypes) {
    prototypes = new Map();
    for (const table of [nearlyConfusable, confusables])
      for (const [latin, alike] of Object.entries(table))
        for (const each of alike) prototypes.set(each, latin);
  }
  return prototypes.get(letter) ?? letter;
}

/**
 * What a name looks like: two names with the same skeleton are hard to tell apart (after UTS #39, section 4, narrowed to what
 * resembles Latin letters, and with accents left out). Zero counts as o, one and i as l, rn as m, vv as w.
 */
export function skeleton(name: string): string {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "");
  return [...plain]
    .map(prototypeOf)
    .join("")
    .replace(/[1i]/g, "l")
    .replace(/0/g, "o")
    .replace(/rn/g, "m")
    .replace(/vv/g, "w");
}

/** Whether a label mixes Latin letters with ones of another script: nobody's language does, but for East Asia's. */
export function mixesScripts(label: string): boolean {
  const european = label.replace(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/gu,
    "",
  );
  return /\p{Script=Latin}/u.test(european) && /\p{L}/u.test(european.replace(/\p{Script=Latin}/gu, ""));
}
