import type { Address, Hex } from "../../core/account/account.ts";
import { least } from "../../core/amount/ratio.ts";
import { decodeTokenCall, isAllowanceCall, topicAddress } from "../../core/approval/token-call.ts";
import type { Asset } from "../../core/asset/asset.ts";
import { approvalTopic, decodeAmount, nativeTransferAddress, transferTopic } from "../../core/asset/erc20.ts";
import type { CallRequest, ChainAccess, Simulation } from "../../core/chain/access.ts";
import type { Preview } from "../../core/operation/operation.ts";
import type { Effect } from "../../core/staking/plan.ts";
import type { Read } from "../../core/staking/protocol.ts";
import { allowanceRead, balanceRead, foreignTokens } from "../plan/tokens.ts";

type Token = Asset & { address: Address };
/** Tokens that one transaction may show; what a hostile one makes beyond that is left out. */
const MOST_FOREIGN = 12;

export interface SimulatedChanges {
  simulation: Simulation;
  /** undefined: the node could not tell. */
  effects: Effect[] | undefined;
  allowances: Preview["allowances"];
  /** Balances before, by token id. */
  balances: Map<string, bigint>;
}

interface Pair {
  token: Token;
  spender: Address;
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** Allowances that the calls themselves name. */
function namedPairs(calls: readonly CallRequest[], tokens: readonly Token[]): Pair[] {
  return calls.flatMap((call) => {
    const token = tokens.find((each) => call.to && same(each.address, call.to));
    const decoded = decodeTokenCall(call.data);
    if (!token || !isAllowanceCall(decoded)) return [];
    return [{ token, spender: decoded.spender }];
  });
}

/** Token contracts and allowances of the account that appear in the simulation's logs. */
function seenInLogs(simulation: Simulation, account: Address) {
  const tokens = new Set<Address>();
  const pairs: { token: Address; spender: Address }[] = [];
  for (const log of simulation.logs ?? []) {
    const [topic, first, second] = log.topics;
    if (log.topics.length !== 3 || !first || !second || same(log.address, nativeTransferAddress)) continue;
    const touches = same(topicAddress(first), account) || same(topicAddress(second), account);
    if (topic === transferTopic && touches) tokens.add(log.address);
    if (topic === approvalTopic && same(topicAddress(first), account)) {
      tokens.add(log.address);
      pairs.push({ token: log.address, spender: topicAddress(second) });
    }
  }
  return { tokens, pairs };
}

function readsOf(tokens: readonly Token[], pairs: readonly Pair[], account: Address): Read[] {
  return [
    ...tokens.map((token) => balanceRead(token.address, account, `balance:${token.id}`)),
    ...pairs.map(({ token, spender }) =>
      allowanceRead(token.address, account, spender, `allowance:${token.id}:${spender.toLowerCase()}`),
    ),
  ];
}

const numberOf = (answers: ReadonlyMap<string, Hex | undefined> | undefined, key: string) =>
  decodeAmount(answers?.get(key));

/** The allowance that the last naming call leaves, when the node cannot say. */
function expectedAllowance(calls: readonly CallRequest[], pair: Pair, before: bigint): bigint {
  let amount = before;
  for (const call of calls) {
    const decoded = decodeTokenCall(call.data);
    if (!call.to || !same(call.to, pair.token.address) || !isAllowanceCall(decoded)) continue;
    if (!same(decoded.spender, pair.spender)) continue;
    if (decoded.method === "approve") amount = decoded.amount;
    else if (decoded.method === "increaseAllowance") amount += decoded.amount;
    else amount -= least(decoded.amount, amount);
  }
  return amount;
}

function distinctPairs(pairs: readonly Pair[]): Pair[] {
  return pairs.filter(
    (pair, place) =>
      pairs.findIndex((each) => each.token.id === pair.token.id && same(each.spender, pair.spender)) ===
      place,
  );
}

/**
 * Runs the calls without sending and tells what they change for the account: native asset, every token the wallet
 * knows, tokens that show up in the logs (a second run reads those), and allowances.
 */
export async function simulateChanges(input: {
  access: ChainAccess;
  account: Address;
  calls: readonly CallRequest[];
  tokens: readonly Token[];
  native: Asset;
}): Promise<SimulatedChanges> {
  const { access, account, calls, native } = input;
  let tokens = [...input.tokens];
  let pairs = distinctPairs(namedPairs(calls, tokens));
  let simulation = await access.simulate({ calls, reads: readsOf(tokens, pairs, account) });
  const seen = seenInLogs(simulation, account);
  const foreign = [...seen.tokens].filter((token) => !tokens.some((each) => same(each.address, token)));
  tokens = [...tokens, ...(await foreignTokens(access, foreign.slice(0, MOST_FOREIGN)))];
  const all = distinctPairs([
    ...pairs,
    ...seen.pairs.flatMap(({ token, spender }) => {
      const known = tokens.find((each) => same(each.address, token));
      return known ? [{ token: known, spender }] : [];
    }),
  ]);
  if (tokens.length > input.tokens.length || all.length > pairs.length) {
    pairs = all;
    simulation = await access.simulate({ calls, reads: readsOf(tokens, pairs, account) });
  }
  return {
    simulation,
    effects: effectsOf(simulation, tokens, native),
    allowances: pairs.flatMap((pair) => {
      const key = `allowance:${pair.token.id}:${pair.spender.toLowerCase()}`;
      const before = numberOf(simulation.before, key) ?? 0n;
      const after = numberOf(simulation.after, key) ?? expectedAllowance(calls, pair, before);
      if (before === after) return [];
      const { symbol, decimals, address: token } = pair.token;
      return [{ token, symbol, decimals, spender: pair.spender, before, after }];
    }),
    balances: new Map(
      tokens.flatMap((token) => {
        const balance = numberOf(simulation.before, `balance:${token.id}`);
        return balance === undefined ? [] : [[token.id, balance] as const];
      }),
    ),
  };
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
