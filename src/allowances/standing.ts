import { AbiCoder } from "ethers/abi";
import type { Address, Hex } from "../core/account/account.ts";
import type { Allowance } from "../core/allowance/allowance.ts";
import type { Asset } from "../core/asset/asset.ts";
import { decodeAmount, encodeAllowance, encodeBalanceOf } from "../core/asset/erc20.ts";
import { symbolOf, tokenFactReads, tokenFromFacts } from "../core/asset/token-facts.ts";
import type { ChainAccess } from "../core/chain/access.ts";
import type { BlockRef, Read, ReadAnswers } from "../core/staking/protocol.ts";
import { type Pair, pairKey, permit2Address } from "./approval-logs.ts";

/** Selectors: isApprovedForAll(address,address) of EIP-721 and EIP-1155, allowance(address,address,address) of Permit2. */
const isApprovedForAll = "0xe985e9c5";
const permit2Allowance = "0x927da105";
const all = 2n ** 256n - 1n;

/** A grant as it stands at a block, before anybody judges it. */
export type Standing = Pick<
  Allowance,
  "account" | "form" | "token" | "spender" | "amount" | "balance" | "expiresAt" | "nonce" | "setAtBlock"
> & { token: { address: Address } };

const words = (selector: string, ...addresses: Address[]): Hex =>
  `${selector}${addresses.map((each) => each.slice(2).toLowerCase().padStart(64, "0")).join("")}` as Hex;

function stateRead({ account, form, token, spender }: Pair, key: string): Read {
  switch (form) {
    case "erc20":
      return { key, to: token, data: encodeAllowance(account, spender) };
    case "operator":
      return { key, to: token, data: words(isApprovedForAll, account, spender) };
    case "permit2":
      return { key, to: permit2Address, data: words(permit2Allowance, account, token, spender) };
  }
}

function decodeState(pair: Pair, answer: Hex | undefined): Pick<Standing, "amount" | "expiresAt" | "nonce"> {
  if (pair.form !== "permit2") {
    const value = decodeAmount(answer) ?? 0n;
    return { amount: pair.form === "operator" ? (value === 1n ? all : 0n) : value };
  }
  if (answer === undefined || !/^0x[0-9a-f]{192}$/i.test(answer)) return { amount: 0n };
  const [amount, expiration, nonce] = AbiCoder.defaultAbiCoder().decode(
    ["uint160", "uint48", "uint48"],
    answer,
  );
  return { amount: amount as bigint, expiresAt: Number(expiration), nonce: nonce as bigint };
}

function assetOf(pair: Pair, known: ReadonlyMap<string, Asset>, answers: ReadAnswers) {
  const id = pair.token.toLowerCase();
  const asset = known.get(id) ?? tokenFromFacts(pair.token, answers);
  if (asset) return { ...asset, address: pair.token };
  // A collection counts items.
  const symbol = symbolOf(answers.get(`symbol:${id}`));
  return { id, symbol, name: symbol, decimals: 0, address: pair.token };
}

/**
 * What of `pairs` stands at the newest block: amounts, ends, balances, in the chunks that one request takes. What is zero by
 * now is left out. Rejects with chain/* errors.
 */
export async function readStanding(
  access: ChainAccess,
  pairs: readonly Pair[],
  known: ReadonlyMap<string, Asset>,
): Promise<{ standing: Standing[]; block: BlockRef | undefined }> {
  if (pairs.length === 0) return { standing: [], block: undefined };
  const balanceKey = (pair: Pair) => `balance:${pair.account}:${pair.token}`.toLowerCase();
  const balances = new Map(pairs.map((pair) => [balanceKey(pair), pair]));
  const foreign = [...new Set(pairs.map(({ token }) => token))].filter(
    (each) => !known.has(each.toLowerCase()),
  );
  const reads: Read[] = [
    ...pairs.map((pair) => stateRead(pair, pairKey(pair))),
    ...[...balances].map(([key, { account, token }]) => ({ key, to: token, data: encodeBalanceOf(account) })),
    ...tokenFactReads(foreign),
  ];
  const reading = await access.readMany({ reads, native: [] });
  if (!reading) return { standing: [], block: undefined };
  const { answers, block } = reading;
  const standing = pairs.flatMap((pair): Standing[] => {
    const state = decodeState(pair, answers.get(pairKey(pair)));
    if (state.amount === 0n) return [];
    const { account, form, spender, setAtBlock } = pair;
    const balance = decodeAmount(answers.get(balanceKey(pair)));
    const token = assetOf(pair, known, answers);
    return [
      { account, form, token, spender, setAtBlock, ...state, ...(balance === undefined ? {} : { balance }) },
    ];
  });
  return { standing, block };
}
