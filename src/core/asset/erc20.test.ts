import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Address, Hex } from "../account/account.ts";
import {
  decodeAmount,
  decodeErc20Call,
  encodeAllowance,
  encodeApprove,
  encodeBalanceOf,
  encodeIncreaseAllowance,
  encodeTransfer,
} from "./erc20.ts";
import { decodeErc20Log } from "./erc20-logs.ts";

const vitalik: Address = "0xd8dA6BF26964aF9D7eEd9e03E53415D37aA96045";
const max = 2n ** 256n - 1n;
const digits = (value: Uint8Array) =>
  Array.from(value, (byte) => byte.toString(16).padStart(2, "0")).join("");
const bytes = fc.uint8Array({ maxLength: 120 }).map((value): Hex => `0x${digits(value)}`);
const address = fc.uint8Array({ minLength: 20, maxLength: 20 }).map((value): Address => `0x${digits(value)}`);
const amount = fc.bigInt(0n, max);
const lower = (text: string) => text.toLowerCase();

describe("ERC-20 calls", () => {
  it("have the bytes that contracts expect", () => {
    const word = lower(vitalik.slice(2)).padStart(64, "0");
    expect(encodeBalanceOf(vitalik)).toBe(`0x70a08231${word}`);
    expect(encodeAllowance(vitalik, vitalik)).toBe(`0xdd62ed3e${word}${word}`);
    expect(encodeTransfer(vitalik, 1n)).toBe(`0xa9059cbb${word}${"1".padStart(64, "0")}`);
    expect(encodeApprove(vitalik, max)).toBe(`0x095ea7b3${word}${"f".repeat(64)}`);
    expect(encodeIncreaseAllowance(vitalik, 0n)).toBe(`0x39509351${word}${"0".repeat(64)}`);
  });

  it("come back from their bytes", () => {
    fc.assert(
      fc.property(address, amount, (who, value) => {
        const transfer = decodeErc20Call(encodeTransfer(who, value));
        expect(transfer).toMatchObject({ method: "transfer", amount: value });
        expect(transfer?.method === "transfer" && lower(transfer.to)).toBe(who);
        expect(decodeErc20Call(encodeApprove(who, value))).toMatchObject({
          method: "approve",
          amount: value,
        });
        expect(decodeErc20Call(encodeIncreaseAllowance(who, value))).toMatchObject({
          method: "increaseAllowance",
          amount: value,
        });
      }),
    );
    expect(decodeErc20Call(encodeApprove(vitalik, 5n))).toEqual({
      method: "approve",
      spender: vitalik,
      amount: 5n,
    });
  });

  it("are not seen in anything else", () => {
    for (const data of [
      "0x",
      "0x095ea7",
      "0x095ea7b3",
      "0x095ea7b3ffff",
      encodeBalanceOf(vitalik),
    ] as Hex[]) {
      expect(decodeErc20Call(data)).toBeUndefined();
    }
    fc.assert(fc.property(bytes, (data) => void decodeErc20Call(data)));
  });
});

describe("decodeAmount", () => {
  it("takes one word and nothing else", () => {
    expect(decodeAmount(`0x${"0".repeat(63)}a`)).toBe(10n);
    for (const wrong of [undefined, "0x", "0x0a", `0x${"0".repeat(128)}`] as const) {
      expect(decodeAmount(wrong)).toBeUndefined();
    }
  });
});

describe("ERC-20 logs", () => {
  // Topics as mainnet contracts write them.
  const transfer: Hex = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";
  const approval: Hex = "0x8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925";
  const topic = (who: Address): Hex => `0x${who.slice(2).padStart(64, "0")}`;
  const data = (value: bigint): Hex => `0x${value.toString(16).padStart(64, "0")}`;

  it("of transfers and approvals tell who, whom and how much", () => {
    fc.assert(
      fc.property(address, address, address, amount, (token, from, to, value) => {
        const log = { address: token, topics: [transfer, topic(from), topic(to)], data: data(value) };
        const moved = decodeErc20Log(log);
        expect(moved?.kind === "transfer" && [moved.token, moved.from, moved.to].map(lower)).toEqual([
          token,
          from,
          to,
        ]);
        const allowed = decodeErc20Log({ ...log, topics: [approval, topic(from), topic(to)] });
        expect(allowed?.kind === "approval" && [allowed.owner, allowed.spender].map(lower)).toEqual([
          from,
          to,
        ]);
        expect([moved?.amount, allowed?.amount]).toEqual([value, value]);
      }),
    );
  });

  it("of NFTs, of other events and with dirty topics are none", () => {
    const good = { address: vitalik, topics: [transfer, topic(vitalik), topic(vitalik)], data: data(1n) };
    expect(decodeErc20Log(good)).toBeDefined();
    for (const wrong of [
      { topics: [...good.topics, data(1n)], data: "0x" as Hex },
      { topics: [...good.topics, data(1n)] },
      { topics: [data(9n), topic(vitalik), topic(vitalik)] },
      { topics: [transfer, data(max), topic(vitalik)] },
      { topics: [transfer] },
      { topics: [] },
      { data: "0x01" as Hex },
    ]) {
      expect(decodeErc20Log({ ...good, ...wrong })).toBeUndefined();
    }
  });
});
