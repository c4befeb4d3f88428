import config from "eth-phishing-detect/src/config.json" with { type: "json" };
import alexa from "eth-phishing-detect/test/alexa.json" with { type: "json" };
import dapps from "eth-phishing-detect/test/dapps.json" with { type: "json" };
import { describe, expect, it } from "vitest";
import { siteRemarks } from "../approval/site-rules.ts";
import { isWithin } from "./edit-distance.ts";
import { namedHost } from "./host.ts";
import { knownDomains } from "./known-names.ts";
import { compactList, listedAs, readList, writeList } from "./phishing-list.ts";
import { siteFacts } from "./site-facts.ts";

const list = readList(writeList(compactList(config, knownDomains)));
const said = (origin: string, framedBy?: string) => {
  const facts = siteFacts(origin, list, framedBy);
  return facts ? siteRemarks(facts).map(({ level, words }) => `${level} ${words.key.slice(7)}`) : undefined;
};
const ownSites = [
  "https://lido.fi",
  "https://stake.lido.fi",
  "https://curve.finance",
  "https://app.uniswap.org",
  "https://app.aave.com",
  "https://app.morpho.org",
  "https://www.ether.fi",
  "https://claims.eigenfoundation.org",
  "https://github.com",
  "https://metamask.github.io",
  "https://app.safe.global",
];
const punycoded = (host: string) => `https://${new URL(`https://${host}`).host}`;

describe("what a site's name says", () => {
  it("is that every blocked domain is blocked, and what lies below it", () => {
    const missed = config.blacklist.filter(
      (domain) => domain.includes(".") && listedAs(domain, list) === undefined,
    );
    // Two entries have no dot: no host ends there.
    expect(missed).toEqual([]);
    expect(config.blacklist.length).toBeGreaterThan(10_000);
    expect(said("https://deep.below.suite.trezor.run")).toContain("block blocked-site");
  });

  it("is nothing for the honest sites that the list names", () => {
    const wrong = config.whitelist.filter((domain) => said(`https://${domain}`)?.length !== 0);
    expect(wrong).toEqual([]);
    expect(config.whitelist.length).toBeGreaterThan(1_000);
  });

  it("is nothing for the sites of protocols, for dapps and for what everybody visits", () => {
    const sites = [...ownSites, ...[...dapps, ...alexa].map((domain) => `https://${domain}`)];
    expect(sites.flatMap((site) => (said(site) ?? []).map((each) => `${site} ${each}`))).toEqual([]);
    expect(sites.length).toBeGreaterThan(100);
  });

  it.each([
    ["http://localhost:8545"],
    ["http://127.0.0.1:3000"],
    ["http://[::1]:3000"],
    ["https://192.168.0.7"],
    ["http://app.localhost"],
    ["null"],
  ])("is not asked of %s", (origin) => expect(said(origin)).toBeUndefined());

  it.each([
    ["lіdo.fi", "block look-alike-site-letters", "a Cyrillic i"],
    ["lіdo.finance", "block look-alike-site-letters", "a Cyrillic i under another ending"],
    ["stake.lidо.fi", "block look-alike-site-letters", "a Cyrillic o, a domain below"],
    ["οpensea.io", "block look-alike-site-letters", "a Greek o"],
    ["metаmаsk.io", "block look-alike-site-letters", "two of Cyrillic a"],
    ["սniswap.org", "block look-alike-site-letters", "an Armenian u"],
    ["ᏞIDO.fi", "block look-alike-site-letters", "a Cherokee l"],
    ["líďo.fi", "block look-alike-site-letters", "accents"],
    ["aаve.com", "block look-alike-site-letters", "a Cyrillic a beside a Latin one"],
    ["1ido.fi", "warn look-alike-site-letters", "a one for an l"],
    ["rnetamask.io", "warn look-alike-site-letters", "r and n for an m"],
    ["0pensea.io", "warn look-alike-site-letters", "a zero for an o"],
    ["stake.lido.fi.claim.example", "warn look-alike-site-place", "another domain behind it"],
    ["etherscann.io", "warn look-alike-site-spelling", "a letter too many"],
    ["uniswep.org", "warn look-alike-site-spelling", "a letter replaced"],
    ["metamaks.com", "warn look-alike-site-spelling", "two letters changed, another ending"],
  ])("is that %s imitates: %s (%s)", (host, expected) => {
    expect(said(punycoded(host))).toContain(expected);
  });

  it("is the full-width name, which browsers make the very name it is", () => {
    expect(said(punycoded("ｌｉｄｏ.fi"))).toEqual([]);
  });

  it.each([
    ["bücher.de", ["note foreign-letters"]],
    ["россия.рф", ["note foreign-letters"]],
    ["日本abc.jp", ["note foreign-letters"]],
    ["exаmple.com", ["warn mixed-letters"]],
  ])("shows the letters of %s: %j", (host, expected) => expect(said(punycoded(host))).toEqual(expected));

  it("is that a site lacks protection, or stands inside another", () => {
    expect(said("http://example.com")).toEqual(["warn unprotected-site"]);
    expect(said("https://example.com", "https://outer.example")).toEqual(["note framed-site"]);
  });

  it("is unknown without a list, and says so", () => {
    const facts = siteFacts("https://example.com", undefined);
    expect(facts && siteRemarks(facts).map(({ words }) => words.key)).toEqual([
      "remark.phishing-list-unread",
    ]);
  });
});

describe("a host", () => {
  it("ends without a dot, in lower case, without its port", () => {
    expect(namedHost("https://Lido.FI.:8443")).toBe("lido.fi");
  });
});

describe("a distance of letters", () => {
  it.each([
    ["", "ab", 2, true],
    ["kitten", "sitting", 3, true],
    ["kitten", "sitting", 2, false],
    ["abc", "abcdef", 2, false],
  ])("from %j to %j within %i: %s", (first, second, most, expected) =>
    expect(isWithin(first, second, most)).toBe(expected),
  );
});

describe("a list's file", () => {
  it("is small and the same again", () => {
    const file = writeList(compactList(config, knownDomains));
    expect(file.length).toBeLessThan(80_000);
    expect(writeList(readList(file))).toEqual(file);
  });

  it("is refused when it is none", () => {
    expect(() => readList(new Uint8Array())).toThrow();
    expect(() => readList(new TextEncoder().encode("{}\n"))).toThrow();
  });
});
