/** What nobody sees, or what turns the text around it: controls, formats, surrogates left alone, and private use. */
const unseen = /[\p{C}\p{Zl}\p{Zp}]+/gu;

/** A name that a site chose, for showing: without what cannot be seen, blanks as single spaces, cut to `longest` characters. */
export function foreignText(text: string, longest: number): string {
  const clean = text.normalize("NFKC").replace(unseen, "").replace(/\s+/g, " ").trim();
  return [...clean].slice(0, longest).join("").slice(0, longest).trim();
}
