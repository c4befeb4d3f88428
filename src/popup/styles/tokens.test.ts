import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");

/** Each colour token as [light, dark]. */
const colours = new Map(
  Array.from(
    css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g),
    ([, name = "", light = "", dark = ""]) => [name, [light, dark] as const],
  ),
);

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2 contrast ratio. */
function contrast(first: string, second: string): number {
  const [low = 0, high = 0] = [luminance(first), luminance(second)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const GROUNDS = ["bg", "surface", "surface-sunken", "surface-hover"];
const TEXT_PAIRS = [
  ...["ink", "ink-soft", "ink-faint", "accent-text", "danger-text"].flatMap((text) =>
    GROUNDS.map((on) => [text, on]),
  ),
  ...["ink", "ink-soft", "ink-faint", "accent-text"].map((text) => [text, "accent-soft"]),
  ...["danger", "warn", "success"].flatMap((tone) => [
    [`${tone}-text`, `${tone}-soft`],
    ["ink", `${tone}-soft`],
  ]),
  ["success-text", "surface"],
  ["warn-text", "surface"],
  ["accent-ink", "accent"],
  ["accent-ink", "accent-hover"],
  ["danger-ink", "danger"],
  ["danger-ink", "danger-hover"],
] as [string, string][];

/** Borders of controls, focus rings and marks: 3 to 1 (WCAG 1.4.11). */
const SHAPE_PAIRS = [
  ...["line-strong", "focus", "accent"].flatMap((shape) => ["bg", "surface"].map((on) => [shape, on])),
] as [string, string][];

it.each([
  ...TEXT_PAIRS.map(([over, under]) => ({ over, under, least: 4.5 })),
  ...SHAPE_PAIRS.map(([over, under]) => ({ over, under, least: 3 })),
])("$over on $under has a contrast of $least in both themes", ({ over, under, least }) => {
  const front = colours.get(over);
  const back = colours.get(under);
  if (!front || !back) throw new Error(`no colour ${over} or ${under}`);
  expect(contrast(front[0], back[0])).toBeGreaterThanOrEqual(least);
  expect(contrast(front[1], back[1])).toBeGreaterThanOrEqual(least);
});
