import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readableHost } from "./readable-host.ts";

describe("a host with its letters", () => {
  // Letters that browsers leave as they are (UTS #46), from one to four bytes.
  const letters = fc.constantFrom(..."abcxyz019üßéłабвгαβγגדה日本語한국กขค𐐨𐐩");
  const labels = fc.array(letters, { minLength: 1, maxLength: 20 }).map((all) => `a${all.join("")}`);

  it("is what the browser made its ASCII of", () => {
    fc.assert(
      fc.property(labels, (label) => {
        let ascii: string;
        try {
          ascii = new URL(`https://${label}.example`).host;
        } catch {
          return;
        }
        expect(readableHost(ascii)).toBe(`${label.normalize("NFC")}.example`);
      }),
    );
  });

  it.each([
    ["xn--bcher-kva.de", "bücher.de"],
    ["xn--e1afmkfd.xn--p1ai", "пример.рф"],
    ["xn--80ak6aa92e.com", "аррӏе.com"],
    ["plain.example", "plain.example"],
    ["xn--99999999999999999999.de", "xn--99999999999999999999.de"],
    ["xn--b!.de", "xn--b!.de"],
  ])("%s is %s", (ascii, expected) => expect(readableHost(ascii)).toBe(expected));

  it("never throws", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9-]{0,40}$/), (text) => {
        expect(typeof readableHost(`xn--${text}.example`)).toBe("string");
      }),
    );
  });
});
