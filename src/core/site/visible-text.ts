/** How many combining marks may stand on one letter; Vietnamese needs two, some scripts three. */
const marksOnALetter = 4;

/**
 * What cannot be seen or moves what is seen: controls but line break and tab, formats (U+202A–202E, U+2066–2069, zero width),
 * lone surrogates, private and unassigned characters, other ignorable ones (fillers, selectors but the emoji's), separators of
 * lines and paragraphs, and marks piled on marks.
 */
const invisible = new RegExp(
  `(?![\\n\\t\\ufe0f])[\\p{C}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}]|(?<=\\p{M}{${marksOnALetter}})\\p{M}`,
  "gu",
);

/** `text` with everything that hides written out as ⟨U+202E⟩, and how many characters that were. */
export function visibleText(text: string): { text: string; escapes: number } {
  let escapes = 0;
  const shown = text.replace(invisible, (character) => {
    escapes++;
    return `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}⟩`;
  });
  return { text: shown, escapes };
}
