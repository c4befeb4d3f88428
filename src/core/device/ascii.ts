/** `text` as a device can show it: one line of printable ASCII, anything else as "?", cut to `most` characters with "...". */
export function ascii(text: string, most: number): string {
  const shown = text.replace(/[^\x20-\x7e]/gu, "?");
  return shown.length <= most ? shown : `${shown.slice(0, most - 3)}...`;
}
