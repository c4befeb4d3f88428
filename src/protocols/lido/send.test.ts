import { describe, expect, it } from "vitest";
import { encodeTransfer } from "../../core/asset/erc20.ts";
import type { PlanContext } from "../../core/staking/protocol.ts";
import { callData } from "./abi.ts";
import { stEth, wstEth } from "./facts.ts";
import { planSend } from "./send.ts";

const to = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const context: PlanContext = {
  account: "0x90F79bf6EB2c4f870365E785982E1f101E93b906",
  now: 1_790_000_000,
  block: { number: 1, timestamp: 1_790_000_000 },
  permitNonces: new Map(),
  allowances: new Map(),
  balances: new Map([
    [stEth.id, 1_000n],
    [wstEth.id, 500n],
  ]),
  shares: new Map([[stEth.id, 833n]]),
  redemptions: [],
};
const dataOf = (assetId: string, amount: bigint, max: boolean) => {
  const [step] = planSend({ assetId, to, amount, max }, context).steps;
  return step?.kind === "call" ? step.data : undefined;
};

describe("sending Lido's tokens", () => {
  it("moves all of an stETH balance as its shares, so that no wei stays", () => {
    expect(dataOf(stEth.id, 0n, true)).toBe(callData("stEth", "transferShares", [to, 833n]));
  });

  it("moves a given amount, and all wstETH, by a plain transfer", () => {
    expect(dataOf(stEth.id, 10n, false)).toBe(encodeTransfer(to, 10n));
    expect(dataOf(wstEth.id, 0n, true)).toBe(encodeTransfer(to, 500n));
  });

  it("refuses nothing and more than there is", () => {
    expect(() => dataOf(stEth.id, 0n, false)).toThrow("amount/zero");
    expect(() => dataOf(stEth.id, 1_001n, false)).toThrow("staking/above-balance");
  });
});
