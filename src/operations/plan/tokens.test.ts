import { AbiCoder } from "ethers/abi";
import * as v from "valibot";
import { expect, it } from "vitest";
import type { Address, Hex } from "../../core/account/account.ts";
import { Asset } from "../../core/asset/asset.ts";
import type { ChainAccess } from "../../core/chain/access.ts";
import { foreignTokens } from "./tokens.ts";

const token: Address = "0x1111111111111111111111111111111111111111";
const coder = AbiCoder.defaultAbiCoder();
const text = (symbol: string) => coder.encode(["string"], [symbol]) as Hex;
const number = (value: bigint) => coder.encode(["uint256"], [value]) as Hex;

async function read(symbol: Hex | undefined, decimals: Hex | undefined) {
  const answers = new Map([
    [`symbol:${token}`, symbol],
    [`decimals:${token}`, decimals],
  ]);
  const access = { readMany: async () => ({ answers }) } as unknown as ChainAccess;
  return (await foreignTokens(access, [token]))[0];
}

it.each<[string, Hex | undefined, string]>([
  ["an ordinary symbol", text("DAI"), "DAI"],
  ["letters that turn the reading direction", text("U\u202eCDS\u200b"), "UCDS"],
  ["markup", text("<b>X</b>"), "bXb"],
  ["ten thousand letters", text("A".repeat(10_000)), "A".repeat(16)],
  ["nothing but blanks", text(" \n "), "?"],
  ["32 bytes instead of a text", `0x${"4d4b52".padEnd(64, "0")}`, "MKR"],
  ["no symbol", undefined, "?"],
])("a token with %s", async (_what, answer, symbol) => {
  const found = await read(answer, number(18n));
  expect(found?.symbol).toBe(symbol);
  expect(v.is(Asset, found)).toBe(true);
});

it.each<[Hex | undefined, number | undefined]>([
  [number(0n), 0],
  [number(77n), 77],
  [number(78n), undefined],
  [number(255n), undefined],
  [number(2n ** 256n - 1n), undefined],
  ["0x", undefined],
  [undefined, undefined],
])("decimals %s are %s; a token without plausible ones is left out", async (answer, decimals) => {
  expect((await read(text("X"), answer))?.decimals).toBe(decimals);
});
