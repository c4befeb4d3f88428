import { AbiCoder } from "ethers/abi";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Hex } from "../../core/account/account.ts";
import { printable, revertReason } from "./revert-reason.ts";

const coder = AbiCoder.defaultAbiCoder();
const error = (text: string) => `0x08c379a0${coder.encode(["string"], [text]).slice(2)}` as Hex;
const panic = (code: number) => `0x4e487b71${coder.encode(["uint256"], [code]).slice(2)}` as Hex;

describe("revertReason", () => {
  it("reads Error(string), Panic(uint256) and custom errors", () => {
    expect(revertReason(error("STAKE_LIMIT"))).toBe("STAKE_LIMIT");
    expect(revertReason(panic(0x11))).toBe("arithmetic overflow");
    expect(revertReason(panic(0x99))).toBe("panic 0x99");
    expect(revertReason("0x12345678")).toBe("0x12345678");
    expect(revertReason("0x12345678ff", new Map([["0x12345678", "RequestAmountTooSmall"]]))).toBe(
      "RequestAmountTooSmall",
    );
    expect(revertReason("0x")).toBe("");
  });

  it("shows damaged text as the bare selector", () => {
    expect(revertReason("0x08c379a0ffff")).toBe("0x08c379a0");
  });

  it("is one line of at most 200 visible characters, whatever a contract says", () => {
    expect(revertReason(error("Send\nto \u202Eevil\u0000 \u200B now"))).toBe("Send to evil now");
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 600 }), (text) => {
        const shown = printable(text);
        expect(Array.from(shown).length).toBeLessThanOrEqual(200);
        expect(shown).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
      }),
    );
  });
});
