import type { Address, Hex } from "../core/account/account.ts";
import type { Allowance } from "../core/allowance/allowance.ts";
import { decodeStanding, standingRead } from "../core/allowance/standing-reads.ts";
import type { Asset } from "../core/asset/asset.ts";
import { decodeAmount, encodeBalanceOf } from "../core/asset/erc20.ts";
import { symbolOf, tokenFactReads, tokenFromFacts } from "../core/asset/token-facts.ts";
import type { ChainAccess } from "../core/chain/access.ts";
import type { BlockRef, Read, ReadAnswers } from "../core/staking/protocol.ts";
import { type Pair, pairKey } from "./approval-logs.ts";

/** A grant as it stands at a block, before anybody judges it. */
export type Standing = Pick<
  Allowance,
  "account" | "form" | "token" | "spender" | "amount" | "balance" | "expiresAt" | "nonce" | "setAtBlock"
> & { token: { address: Address } };

/** The amount, and for Permit2 the end and the next nonce; nothing readable is nothing granted. */
function stateOf(
  form: Pair["form"],
  answer: Hex | undefined,
): Pick<Standing, "amount" | "expiresAt" | "nonce"> {
  const { amount = 0n, expiration, nonce } = decodeStanding(form, answer) ?? {};
  return {
    amount,
    ...(expiration === undefined ? {} : { expiresAt: Number(expiration) }),
    ...(nonce === undefined ? {} : { nonce }),
  };
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
    ...pairs.map((pair) => standingRead(pair.form, { ...pair, owner: pair.account }, pairKey(pair))),
    ...[...balances].map(([key, { account, token }]) => ({ key, to: token, data: encodeBalanceOf(account) })),
    ...tokenFactReads(foreign),
  ];
  const reading = await access.readMany({ reads, native: [] });
  if (!reading) return { standing: [], block: undefined };
  const { answers, block } = reading;
  const standing = pairs.flatMap((pair): Standing[] => {
    const state = stateOf(pair.form, answers.get(pairKey(pair)));
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
