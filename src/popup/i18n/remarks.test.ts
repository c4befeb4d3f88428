import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { rules as de } from "./de/rules.ts";
import { rules as en } from "./en/rules.ts";

const folder = resolve(import.meta.dirname, "../../core/approval");
const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
  .map((file) => readFileSync(join(folder, file), "utf8"))
  .join("\n");
const written = [
  ...sources.matchAll(/remark\(\s*(?:level|"\w+"|[^"`,]*\? "\w+" : "\w+"),\s*"([a-z0-9-]+)"/g),
].map(([, id]) => id ?? "");
const composed = [
  ...["letters", "place", "spelling"].map((how) => `look-alike-site-${how}`),
  ...["other-domain", "other-account", "bad-checksum-address", "expired", "not-yet-valid"].map(
    (code) => `sign-in-${code}`,
  ),
  ...["nonce-used", "other-chain", "uri-other-origin", "bad-version"].map((code) => `sign-in-${code}`),
  ...["unlimited-amount", "unlimited-signature"],
];

describe("what the rules say", () => {
  it("has a sentence in every language", () => {
    expect(written.length).toBeGreaterThan(45);
    const missing = [...written, ...composed].filter((id) => {
      const key = `remark.${id}`;
      return !Object.hasOwn(en, key) || !Object.hasOwn(de, key);
    });
    expect(missing).toEqual([]);
  });
});
