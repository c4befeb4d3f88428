import config from "eth-phishing-detect/src/config.json" with { type: "json" };
// @ts-expect-error The package has no types.
import Detector from "eth-phishing-detect/src/detector.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knownDomains } from "./known-names.ts";
import { resemblance } from "./look-alike.ts";
import { compactList, listedAs } from "./phishing-list.ts";

const list = compactList(config, knownDomains);
const original = new Detector(config) as { check(domain: string): { result: boolean; type: string } };

/** Domains a few letters beside the list's names, and beside its honest ones. */
const neighbours = fc
  .tuple(
    fc.constantFrom(...config.fuzzylist, ...config.whitelist.slice(0, 60)),
    fc.nat(30),
    fc.constantFrom("", "a", "xy", "-", "0"),
    fc.constantFrom("", "www.", "app."),
    fc.boolean(),
  )
  .map(([domain, at, put, before, replace]) => {
    const place = Math.min(at, domain.lastIndexOf("."));
    return before + domain.slice(0, place) + put + domain.slice(place + (replace ? put.length : 0));
  })
  .filter((domain) => /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain));

describe("against the list's own detector", () => {
  it("what that takes for an imitation is one here, unless it lies below the very name", () => {
    fc.assert(
      fc.property(neighbours, (domain) => {
        const theirs = original.check(domain);
        const ours = listedAs(domain, list) ?? (resemblance(domain, list) ? "fuzzy" : "all");
        const below = config.fuzzylist.some((name) => domain === name || domain.endsWith(`.${name}`));
        if (theirs.type === "fuzzy" && !below) expect(ours).toBe("fuzzy");
        if (theirs.type === "blacklist") expect(ours).toBe("blocked");
        if (theirs.type === "whitelist") expect(ours).toBe("allowed");
      }),
      { numRuns: 400 },
    );
  });
});
