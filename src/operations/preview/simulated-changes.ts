import type { Address, Hex } from "../../core/account/account.ts";
import type { Meaning } from "../../core/approval/meaning/meaning.ts";
import type { Asset } from "../../core/asset/asset.ts";
import { decodeAmount } from "../../core/asset/erc20.ts";
import type { CallRequest, ChainAccess, Simulation } from "../../core/chain/access.ts";
import type { Preview } from "../../core/operation/operation.ts";
import type { Effect } from "../../core/staking/plan.ts";
import type { ReadAnswers } from "../../core/staking/protocol.ts";
import { balanceRead, type MetToken, tokensMet } from "../plan/tokens.ts";
import { isApproval, meaningsOf, tokenOr } from "./named-approvals.ts";
import { type RightPair, rightChange, rightPairs, rightRead } from "./right-pairs.ts";
import { sameEffects } from "./same-preview.ts";
import { type SeenInLogs, seenInLogs } from "./seen-in-logs.ts";

type Token = Asset & { address: Address };
/** Contracts that one request may bring in; of those beyond that no balances are read, and that is said. */
const MOST_FOREIGN = 24;

export interface SimulatedChanges {
  simulation: Simulation;
  /** What the calls say they do. */
  meanings: Meaning[];
  /** undefined: the node could not tell. */
  effects: Effect[] | undefined;
  allowances: Preview["allowances"];
  /** Balances before, by token id. */
  balances: Map<string, bigint>;
  /** Every token met, by id. */
  tokens: Map<string, Token>;
  /** Ids of those whose symbols hold characters that cannot be seen. */
  hiding: ReadonlySet<string>;
  /** Contracts of tokens that were met and not looked at, for there were too many. */
  leftOut: number;
  /** Another gas limit, fee receiver or time leads to another result. */
  uncertain: boolean;
}

const numberOf = (answers: ReadAnswers | undefined, key: string) => decodeAmount(answers?.get(key) as Hex);

/**
 * Runs the calls without sending and tells what they change for the account: native asset, every token the wallet
 * knows, tokens that show up in the logs (a second run reads those), and rights of every form, named in the calls or
 * seen in the logs. Rejects with chain/* errors.
 */
export async function simulateChanges(input: {
  access: ChainAccess;
  account: Address;
  calls: readonly CallRequest[];
  tokens: readonly Token[];
  native: Asset;
  /** Run it under other circumstances too. */
  vary?: boolean;
}): Promise<SimulatedChanges> {
  const { access, account, calls, native, vary = false } = input;
  const met = new Map(
    input.tokens.map((token): [string, MetToken] => [token.id, { token, isCollection: false }]),
  );
  const leftOut = new Set<string>();
  const meet = async (addresses: Iterable<Address>): Promise<void> => {
    const room = Math.max(0, MOST_FOREIGN + input.tokens.length - met.size);
    const missing = new Map([...addresses].map((each) => [each.toLowerCase(), each]));
    for (const id of met.keys()) missing.delete(id);
    for (const id of [...missing.keys()].slice(room)) leftOut.add(id);
    for (const each of await tokensMet(access, [...missing.values()].slice(0, room))) {
      met.set(each.token.id, each);
    }
  };
  const meanings = meaningsOf(calls);
  const approvals = meanings.filter(isApproval);
  // The account's own first: what contracts on the way give of theirs takes no room from it.
  const own = approvals.filter(({ by }) => by === undefined);
  await meet([...own, ...approvals].map(({ token }) => token));
  const run = (pairs: readonly RightPair[]) =>
    access.simulate({
      calls,
      reads: [
        ...[...met.values()].map(({ token }) => balanceRead(token.address, account, `balance:${token.id}`)),
        ...pairs.map(rightRead),
      ],
      vary,
    });
  let pairs = rightPairs(account, approvals, []);
  let simulation = await run(pairs);
  const seen = seenInLogs(simulation.logs ?? [], account);
  const known = met.size;
  await meet([
    ...seen.tokens,
    ...seen.pairs.map(({ token }) => token),
    ...seen.items.map(({ token }) => token),
  ]);
  const all = rightPairs(account, approvals, seen.pairs);
  if (met.size > known || all.length > pairs.length) {
    pairs = all;
    simulation = await run(pairs);
  }
  const tokens = [...met.values()].flatMap(({ token, isCollection }) => (isCollection ? [] : [token]));
  const effects = effectsOf(simulation, tokens, native);
  return {
    simulation,
    meanings,
    effects,
    allowances: [
      ...pairs.flatMap((pair) => {
        const one = met.get(pair.token.toLowerCase());
        // A right is said even of a token that there was no room to look at.
        const unmet = { token: tokenOr(new Map(), pair.token), isCollection: false };
        return rightChange(pair, simulation, one ?? unmet) ?? [];
      }),
      ...itemsOf(seen, met, pairs),
    ],
    balances: new Map(
      tokens.flatMap((token) => {
        const balance = numberOf(simulation.before, `balance:${token.id}`);
        return balance === undefined ? [] : [[token.id, balance] as const];
      }),
    ),
    tokens: new Map([...met].map(([id, { token }]) => [id, token])),
    hiding: new Set([...met].flatMap(([id, { hides }]) => (hides ? [id] : []))),
    leftOut: leftOut.size,
    uncertain: isUncertain(simulation, effects, tokens, native),
  };
}

/** Single items that were granted within the calls and named by none. */
function itemsOf(
  seen: SeenInLogs,
  met: ReadonlyMap<string, MetToken>,
  named: readonly RightPair[],
): Preview["allowances"] {
  const isNamed = (item: SeenInLogs["items"][number]): boolean =>
    named.some(
      ({ token, spender }) =>
        token.toLowerCase() === item.token.toLowerCase() &&
        spender.toLowerCase() === item.spender.toLowerCase(),
    );
  return seen.items
    .filter((item) => !isNamed(item))
    .map(({ token, spender }) => {
      const symbol = met.get(token.toLowerCase())?.token.symbol ?? "?";
      return { token, symbol, decimals: 0, spender, before: 0n, after: 1n };
    });
}

function isUncertain(
  simulation: Simulation,
  effects: readonly Effect[] | undefined,
  tokens: readonly Token[],
  native: Asset,
): boolean {
  const { varied } = simulation;
  if (!varied || !effects) return false;
  const others = effectsOf({ ...simulation, ...varied }, tokens, native);
  return varied.reverts || (others !== undefined && !sameEffects(effects, others));
}

function effectsOf(simulation: Simulation, tokens: readonly Token[], native: Asset): Effect[] | undefined {
  const { after, before, nativeAfter, nativeBefore } = simulation;
  if (after === undefined || nativeAfter === undefined) return undefined;
  const effects: Effect[] = [];
  if (nativeAfter !== nativeBefore) effects.push({ asset: native, change: nativeAfter - nativeBefore });
  for (const token of tokens) {
    const was = numberOf(before, `balance:${token.id}`);
    const is = numberOf(after, `balance:${token.id}`);
    if (was !== undefined && is !== undefined && was !== is) effects.push({ asset: token, change: is - was });
  }
  return effects;
}
