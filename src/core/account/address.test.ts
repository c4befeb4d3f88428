import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Address } from "./account.ts";
import { formatAddress, parseAddress, sameAddress } from "./address.ts";
import { looksLike } from "./look-alike.ts";

const known = "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359";
const digits = fc.stringMatching(/^[0-9a-f]{40}$/).filter((text) => !/^0+$/.test(text));

describe("an address somebody typed", () => {
  it("is taken in lower case, in upper case and with its checksum, and comes back with the checksum", () => {
    for (const text of [known, known.toLowerCase(), `0x${known.slice(2).toUpperCase()}`, `  ${known}\n`]) {
      expect(parseAddress(text)).toBe(known);
    }
    fc.assert(
      fc.property(digits, (text) => {
        const address = formatAddress(`0x${text}`);
        expect(parseAddress(address)).toBe(address);
        expect(parseAddress(`0x${text}`)).toBe(address);
        expect(sameAddress(address, `0x${text}`)).toBe(true);
      }),
    );
  });

  it("with one letter in the wrong case is refused, since a digit may be wrong too", () => {
    expect(() => parseAddress(known.replace("fB", "FB"))).toThrow("account/address-checksum");
  });

  it.each([
    "",
    "0x",
    known.slice(2),
    known.slice(0, -1),
    `${known}0`,
    `0X${known.slice(2)}`,
    `${known.slice(0, -1)}g`,
    "vitalik.eth",
    "cosmos1qnk2n4nlkpw9xfqntladh74w6ujtulwn7j8za9",
    known.replace("9", "\uff19"),
  ])("%j is malformed", (text) => {
    expect(() => parseAddress(text)).toThrow("account/address-malformed");
  });

  it("of zeros is named as such", () => {
    expect(() => parseAddress(`0x${"0".repeat(40)}`)).toThrow("account/address-zero");
  });
});

describe("a look-alike", () => {
  const middle = (text: string) => `0xabcd${text}9876` as Address;
  const mine = middle("1".repeat(32));

  it("has the first and last four digits of a known address, in any case, but is another account", () => {
    const poison = middle("2".repeat(32)).toUpperCase().replace("0X", "0x") as Address;
    expect(looksLike(poison, ["0x1111111111111111111111111111111111111111", mine])).toBe(mine);
  });

  it("is not the known address itself, nor one that shares an end only", () => {
    expect(looksLike(mine.toUpperCase().replace("0X", "0x") as Address, [mine])).toBeUndefined();
    expect(looksLike(`${mine.slice(0, -1)}5` as Address, [mine])).toBeUndefined();
  });
});
