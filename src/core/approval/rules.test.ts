import { describe, expect, it } from "vitest";
import type { Address } from "../account/account.ts";
import type { Asset } from "../asset/asset.ts";
import { encodeApprove } from "../asset/erc20.ts";
import type { ApprovalFacts, ForeignToken, Grant, Recipient } from "./facts.ts";
import type { OrderMeaning } from "./meaning/meaning.ts";
import { imitated } from "./rules/look-alike.ts";
import { approvalRules, remarksOf } from "./rules.ts";
import { decodeTokenCall } from "./token-call.ts";

const token: Asset = {
  id: "0x7070707070707070707070707070707070707070",
  symbol: "stETH",
  name: "Staked",
  decimals: 18,
  address: "0x7070707070707070707070707070707070707070",
};
const native: Asset = { id: "native", symbol: "ETH", name: "Ether", decimals: 18 };
const friend: Address = "0xabcd000000000000000000000000000000001234";
const imitation: Address = "0xABCD9999999999999999999999999999999f1234";
const stranger: Address = "0x1111111111111111111111111111111111111111";
const tokenAddress: Address = "0x7070707070707070707070707070707070707070";
const ETHER = 10n ** 18n;
const NOW = 1_700_000_000n;
const DAY = 86_400n;

const grant: Grant = {
  token,
  spender: stranger,
  amount: ETHER,
  balance: 2n * ETHER,
  spenderIsPlainAccount: false,
};
const recipient: Recipient = {
  address: stranger,
  hasCode: false,
  isOwn: false,
  isKnown: true,
  isTokenContract: false,
};
const permit: Grant = { ...grant, form: "permit", until: NOW + 30n * DAY };
const foreign: ForeignToken = { address: stranger, symbol: "X", isNamesake: false };
const order: OrderMeaning = {
  kind: "order",
  market: stranger,
  gives: [{ token: friend, amount: 1n, id: 7n }],
  gets: [{ token: "native", amount: 5n }],
};
const calm: ApprovalFacts = {
  nowSeconds: Number(NOW),
  grants: [grant],
  operators: [],
  foreignTokens: [],
  recipients: [recipient],
  known: [{ address: friend, label: "Friend" }],
  firstContract: undefined,
  secondOpinion: "agreed",
  blockAgeSeconds: 12,
  blockSeconds: 12,
  simulation: "whole",
  permitSimulatedAsApproval: false,
  revertReason: undefined,
  gasLimit: 100_000n,
  maxFeePerGas: 10n ** 9n,
  movedNative: ETHER,
  native,
};

const said = (changed: Partial<ApprovalFacts>) =>
  remarksOf({ ...calm, ...changed }).map(({ level, words }) => `${level} ${words.key}`);

describe("rules", () => {
  it("say nothing about an ordinary request", () => expect(said({})).toEqual([]));

  it.each<[string, Partial<ApprovalFacts>]>([
    ["warn remark.unlimited-amount", { grants: [{ ...grant, amount: 2n ** 256n - 1n }] }],
    ["warn remark.beyond-balance", { grants: [{ ...grant, amount: 2n * ETHER + 1n }] }],
    ["block remark.spender-plain-account", { grants: [{ ...grant, spenderIsPlainAccount: true }] }],
    ["block remark.spender-plain-account", { operators: [{ address: stranger, isPlainAccount: true }] }],
    ["block remark.look-alike", { operators: [{ address: imitation, isPlainAccount: false }] }],
    [
      "warn remark.namesake-token",
      { foreignTokens: [{ address: stranger, symbol: "ETH", isNamesake: true }] },
    ],
    ["note remark.foreign-token", { foreignTokens: [{ address: stranger, symbol: "X", isNamesake: false }] }],
    ["warn remark.hidden-in-symbol", { foreignTokens: [{ ...foreign, symbolHides: true }] }],
    ["warn remark.approve-all", { operators: [{ address: stranger, token: friend, isPlainAccount: false }] }],
    ["warn remark.unlimited-amount", { grants: [{ ...grant, amount: 2n ** 160n - 1n }] }],
    ["warn remark.unlimited-amount", { grants: [{ ...grant, amount: 2n ** 96n - 1n }] }],
    ["warn remark.unlimited-signature", { grants: [{ ...permit, amount: 2n ** 256n - 1n }] }],
    ["warn remark.beyond-balance", { grants: [{ ...permit, amount: 3n * ETHER }] }],
    ["warn remark.spender-new", { grants: [{ ...grant, spenderKind: "contract", spenderIsNew: true }] }],
    ["note remark.spender-unknown", { grants: [{ ...grant, spenderKind: "contract" }] }],
    ["note remark.own-spender", { grants: [{ ...grant, spenderKind: "own", spenderIsPlainAccount: true }] }],
    ["warn remark.token-as-spender", { grants: [{ ...grant, spender: tokenAddress }] }],
    ["warn remark.far-end", { grants: [{ ...permit, until: NOW + 32n * DAY }] }],
    ["warn remark.far-end", { grants: [{ ...permit, form: "permit2-allowance", until: NOW + 90n * DAY }] }],
    ["warn remark.no-end", { grants: [{ ...permit, until: 2n ** 256n - 1n }] }],
    ["warn remark.no-end", { grants: [{ ...permit, until: undefined }] }],
    ["warn remark.no-end", { grants: [{ ...permit, form: "dai-permit", until: 0n }] }],
    ["warn remark.result-uncertain", { resultUncertain: true }],
    ["warn remark.tokens-left-out", { tokensLeftOut: 2 }],
    ["block remark.delegation", { meanings: [{ kind: "delegation", to: stranger }] }],
    ["warn remark.order", { meanings: [order] }],
    ["block remark.order-for-nothing", { meanings: [{ ...order, gets: [] }] }],
    ["block remark.order-for-nothing", { meanings: [{ ...order, gets: [{ token: "native", amount: 0n }] }] }],
    ["block remark.look-alike", { recipients: [{ ...recipient, address: imitation }] }],
    ["block remark.look-alike", { grants: [{ ...grant, spender: imitation }] }],
    ["block remark.recipient-token-contract", { recipients: [{ ...recipient, isTokenContract: true }] }],
    ["note remark.first-recipient", { recipients: [{ ...recipient, isKnown: false }] }],
    ["note remark.recipient-contract", { recipients: [{ ...recipient, hasCode: true }] }],
    ["note remark.first-contract", { firstContract: stranger }],
    ["block remark.rate-disagreement", { secondOpinion: "disagreed" }],
    ["note remark.rate-single", { secondOpinion: "single" }],
    ["warn remark.stale-block", { blockAgeSeconds: 121 }],
    ["warn remark.stale-report", { reportAgeSeconds: 90_001 }],
    ["warn remark.simulation-unavailable", { simulation: "partial" }],
    ["note remark.permit-as-approval", { permitSimulatedAsApproval: true }],
    ["block remark.would-revert-silently", { revertReason: "" }],
    ["block remark.gas-implausible", { gasLimit: (1n << 24n) + 1n, movedNative: undefined }],
    ["block remark.fee-implausible", { maxFeePerGas: 5_001n * 10n ** 9n, movedNative: undefined }],
    ["warn remark.fee-share", { movedNative: 20n * 10n ** 14n - 1n }],
  ])("%s", (expected, changed) => expect(said(changed)).toEqual([expected]));

  it.each<[string, Partial<ApprovalFacts>]>([
    ["an amount of exactly the balance", { grants: [{ ...grant, amount: 2n * ETHER }] }],
    ["a balance nobody read", { grants: [{ ...grant, amount: 3n * ETHER, balance: undefined }] }],
    ["a spender nobody looked up", { grants: [{ ...grant, spenderIsPlainAccount: undefined }] }],
    [
      "the friend itself, in another case",
      { recipients: [{ ...recipient, address: friend.toUpperCase().replace("0X", "0x") as Address }] },
    ],
    [
      "an own account never paid before",
      { recipients: [{ ...recipient, isOwn: true, isKnown: false, hasCode: true }] },
    ],
    ["a permit of a month", { grants: [permit] }],
    ["a permit that gives nothing, for ever", { grants: [{ ...permit, amount: 0n, until: undefined }] }],
    [
      "an approval, which has no end of its own",
      { grants: [{ ...grant, form: "approve", until: undefined }] },
    ],
    ["a contract used before", { grants: [{ ...grant, spenderKind: "contract", spenderIsFamiliar: true }] }],
    ["a known protocol", { grants: [{ ...grant, spenderKind: "protocol" }] }],
    [
      "an end of an unknown contract's allowance",
      { grants: [{ ...grant, spenderKind: "contract", amount: 0n }] },
    ],
    ["an order that gives nothing", { meanings: [{ ...order, gives: [], gets: [] }] }],
    ["what it cannot decode in a transaction", { meanings: [{ kind: "unknown", to: stranger }] }],
    [
      "the same first and last digits as a contract that was only called",
      { known: [], grants: [{ ...grant, spender: imitation }] },
    ],
    ["a block ten blocks old", { blockAgeSeconds: 120 }],
    ["a fee of exactly five percent", { movedNative: 20n * 10n ** 14n }],
    ["the most gas there may be", { gasLimit: 1n << 24n, movedNative: undefined }],
  ])("do not mind %s", (_what, changed) => expect(said(changed)).toEqual([]));

  it("put what blocks before what warns before what informs", () => {
    const levels = remarksOf({
      ...calm,
      secondOpinion: "single",
      blockAgeSeconds: 1_000,
      revertReason: "PAUSED",
    }).map(({ level }) => level);
    expect(levels).toEqual(["block", "warn", "note"]);
  });

  it("have an id each", () =>
    expect(new Set(approvalRules.map(({ id }) => id)).size).toBe(approvalRules.length));

  it("name the address that is imitated", () => {
    expect(imitated(imitation, calm.known)?.label).toBe("Friend");
    expect(imitated(stranger, calm.known)).toBeUndefined();
  });
});

describe("a call in terms of tokens", () => {
  it("is an approval with its spender, whatever follows its arguments", () => {
    expect(decodeTokenCall(`${encodeApprove(stranger, 5n)}dead`)).toEqual({
      method: "approve",
      spender: stranger,
      amount: 5n,
    });
  });

  it("is a right over a whole collection", () => {
    const word = (hex: string) => hex.padStart(64, "0");
    expect(decodeTokenCall(`0xa22cb465${word(stranger.slice(2))}${word("1")}`)).toEqual({
      method: "setApprovalForAll",
      operator: stranger,
      approved: true,
    });
    expect(decodeTokenCall(`0xa22cb465${word(stranger.slice(2))}${word("2")}`)).toBeUndefined();
  });

  it("is nothing known when cut short or empty", () => {
    expect(decodeTokenCall("0x")).toBeUndefined();
    expect(decodeTokenCall("0x095ea7b3")).toBeUndefined();
  });
});
