/** Parameters of punycode (RFC 3492, section 5). */
const [BASE, T_MIN, T_MAX, SKEW, DAMP] = [36, 1, 26, 38, 700];

/** How the bias follows the deltas (RFC 3492, section 6.1). */
function adapt(delta: number, points: number, first: boolean): number {
  let rest = Math.floor(delta / (first ? DAMP : 2));
  rest += Math.floor(rest / points);
  let bias = 0;
  for (; rest > ((BASE - T_MIN) * T_MAX) >> 1; bias += BASE) rest = Math.floor(rest / (BASE - T_MIN));
  return bias + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}

/** The letters in a punycode text without its "xn--" (RFC 3492, section 6.2); undefined when it is none. */
function decode(text: string): string | undefined {
  const end = Math.max(text.lastIndexOf("-"), 0);
  const points = [...text.slice(0, end)].map((letter) => letter.charCodeAt(0));
  let [code, bias, place, at] = [128, 72, 0, end > 0 ? end + 1 : 0];
  while (at < text.length) {
    const before = place;
    for (let weight = 1, k = BASE; ; k += BASE) {
      const digit = "abcdefghijklmnopqrstuvwxyz0123456789".indexOf(text[at++] ?? "?");
      place += digit * weight;
      if (digit < 0 || place > 0x7fffffff) return undefined;
      const threshold = Math.min(Math.max(k - bias, T_MIN), T_MAX);
      if (digit < threshold) break;
      weight *= BASE - threshold;
    }
    const length = points.length + 1;
    bias = adapt(place - before, length, before === 0);
    code += Math.floor(place / length);
    place %= length;
    if (code > 0x10ffff) return undefined;
    points.splice(place++, 0, code);
  }
  return String.fromCodePoint(...points);
}

/** A host (lower case) with its letters: punycode decoded label by label; a label that is none stays as it is. */
export function readableHost(host: string): string {
  return host
    .split(".")
    .map((label) => (label.startsWith("xn--") ? (decode(label.slice(4)) ?? label) : label))
    .join(".");
}
