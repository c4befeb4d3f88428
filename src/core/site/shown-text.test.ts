import { Transaction } from "ethers/transaction";
import { encodeRlp } from "ethers/utils";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Hex } from "../account/account.ts";
import { shownText } from "./shown-text.ts";

const hex = (text: string | Uint8Array): Hex => `0x${Buffer.from(text).toString("hex")}`;

describe("a message as it is shown", () => {
  it("is its text, line by line", () => {
    const text = "Grüße,\n\tpeace 和平 👍🏽 ❤️";
    expect(shownText(hex(text))).toEqual({
      text,
      isText: true,
      escapes: 0,
      lines: 2,
      isTransaction: false,
      isHash: false,
    });
    expect(shownText(hex("\n".repeat(10_000))).lines).toBe(10_001);
    expect(shownText("0x")).toMatchObject({ text: "", isText: true, lines: 1 });
  });

  it.each([
    ["right-to-left override", "\u202e"],
    ["left-to-right override", "\u202d"],
    ["embedding", "\u202a"],
    ["isolate", "\u2066"],
    ["end of an isolate", "\u2069"],
    ["zero-width blank", "\u200b"],
    ["zero-width joiner", "\u200d"],
    ["byte order mark", "\ufeff"],
    ["soft hyphen", "\u00ad"],
    ["Hangul filler", "\u3164"],
    ["carriage return", "\r"],
    ["bell", "\u0007"],
    ["NUL", "\u0000"],
    ["line separator", "\u2028"],
    ["tag letter", "\u{e0041}"],
    ["selector of a variant", "\u{e0101}"],
    ["private use", "\ue000"],
    ["unassigned", "\u0378"],
  ])("has a %s written out", (_, character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    const shown = shownText(hex(`send ${character}10 stETH`));
    expect(shown).toMatchObject({ text: `send ⟨U+${code}⟩10 stETH`, escapes: 1, isText: true });
  });

  it("has marks piled on one letter written out, and those of a language left", () => {
    expect(shownText(hex("Việt Nam, ấ"))).toMatchObject({ escapes: 0 });
    const piled = shownText(hex(`${"pay ".repeat(100)}a${"\u0301".repeat(200)}`));
    expect(piled.escapes).toBe(196);
  });

  it("is hex where the bytes are no UTF-8 or mostly cannot be seen", () => {
    for (const bytes of ["0xff", "0xc080", "0xeda080", "0xf4908080", "0x00000041", "0xe2"] as const) {
      expect(shownText(bytes)).toMatchObject({ text: bytes, isText: false, escapes: 0 });
    }
  });

  it("never hides anything, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.string({ unit: "binary" })), (input) => {
        const { text } = shownText(hex(input));
        expect(/[\p{C}\p{Default_Ignorable_Code_Point}]/u.test(text.replace(/\n|\t|\ufe0f/g, ""))).toBe(
          false,
        );
      }),
    );
  });
});

describe("what is not to be signed as a message", () => {
  it("is 32 bytes that are no text", () => {
    expect(shownText(`0x${"ab".repeat(32)}`).isHash).toBe(true);
    expect(shownText(hex(`${"a".repeat(31)}\u0000`)).isHash).toBe(true);
    expect(shownText(hex("Nonce 0123456789, twice a day: 7")).isHash).toBe(false);
    expect(shownText(`0x${"ab".repeat(31)}`).isHash).toBe(false);
  });

  const to = `0x${"11".repeat(20)}`;
  const fees = { chainId: 1, nonce: 3, gasLimit: 21_000, value: 5n };

  it.each([
    ["legacy", Transaction.from({ type: 0, to, nonce: 3, gasLimit: 21_000, gasPrice: 1n })],
    ["EIP-155", Transaction.from({ type: 0, to, ...fees, gasPrice: 1n })],
    ["EIP-2930", Transaction.from({ type: 1, to, ...fees, gasPrice: 1n })],
    ["EIP-1559", Transaction.from({ type: 2, to, ...fees, maxFeePerGas: 1n, data: `0x${"22".repeat(300)}` })],
    ["a deployment", Transaction.from({ type: 2, ...fees, maxFeePerGas: 1n, data: "0x6001" })],
    ["EIP-7702", Transaction.from({ type: 4, to, ...fees, maxFeePerGas: 1n, authorizationList: [] })],
  ])("is a transaction: %s", (_, transaction) => {
    expect(shownText(transaction.unsignedSerialized as Hex).isTransaction).toBe(true);
    transaction.signature = { r: `0x${"33".repeat(32)}`, s: `0x${"44".repeat(32)}`, v: 27 };
    expect(shownText(transaction.serialized as Hex).isTransaction).toBe(true);
  });

  it("is an authorisation of EIP-7702", () => {
    expect(shownText(`0x05${encodeRlp(["0x01", to, "0x"]).slice(2)}`).isTransaction).toBe(true);
  });

  it("is no transaction with a byte more or less, or another number of fields", () => {
    const bytes = Transaction.from({ type: 2, to, ...fees, maxFeePerGas: 1n }).unsignedSerialized as Hex;
    expect(shownText(`${bytes}00`).isTransaction).toBe(false);
    expect(shownText(bytes.slice(0, -2) as Hex).isTransaction).toBe(false);
    expect(shownText(encodeRlp(["0x01", to]) as Hex).isTransaction).toBe(false);
    expect(shownText(`0x${"c1".repeat(5000)}`).isTransaction).toBe(false);
  });
});
