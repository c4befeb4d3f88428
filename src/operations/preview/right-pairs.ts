import type { Address, Hex } from "../../core/account/account.ts";
import type { StandingForm } from "../../core/allowance/allowance.ts";
import { decodeStanding, type Standing, standingRead } from "../../core/allowance/standing-reads.ts";
import type { ApprovalMeaning } from "../../core/approval/meaning/meaning.ts";
import type { Simulation } from "../../core/chain/access.ts";
import type { AllowanceChange } from "../../core/operation/operation.ts";
import type { BlockRef, Read, ReadAnswers } from "../../core/staking/protocol.ts";
import type { MetToken } from "../plan/tokens.ts";
import { amountAfter, endOf, standingOf } from "./named-approvals.ts";
import type { SeenPair } from "./seen-in-logs.ts";

/** Who may take what of whose, with the calls' own words for it in their order. */
export interface RightPair {
  standing: StandingForm;
  token: Address;
  owner: Address;
  spender: Address;
  named: ApprovalMeaning[];
}

const keyOf = ({ standing, token, owner, spender }: RightPair): string =>
  `${standing}:${token}:${owner}:${spender}`.toLowerCase();

/** The rights that calls name and logs show, each once. */
export function rightPairs(
  account: Address,
  approvals: readonly ApprovalMeaning[],
  seen: readonly SeenPair[],
): RightPair[] {
  const pairs = new Map<string, RightPair>();
  const meet = (pair: RightPair): void => {
    const known = pairs.get(keyOf(pair));
    if (known) known.named.push(...pair.named);
    else pairs.set(keyOf(pair), pair);
  };
  for (const approval of approvals) {
    const { form, token, spender, by, owner = by ?? account } = approval;
    const standing = standingOf(form);
    if (standing) meet({ standing, token, owner, spender, named: [approval] });
  }
  for (const pair of seen) meet({ ...pair, owner: account, named: [] });
  return [...pairs.values()];
}

/** What tells how the right stands. */
export function rightRead(pair: RightPair): Read {
  return standingRead(pair.standing, pair, keyOf(pair));
}

const standingIn = (pair: RightPair, answers: ReadAnswers | undefined): Standing | undefined =>
  decodeStanding(pair.standing, answers?.get(keyOf(pair)) as Hex | undefined);

/** Permit2's rights are nothing once their time is over. */
function amountAt({ amount, expiration }: Standing, block: BlockRef): bigint {
  return expiration !== undefined && expiration < BigInt(block.timestamp) ? 0n : amount;
}

/**
 * How the right changes, by the simulated state; by the calls' own words where the node could not run them. undefined: it
 * does not.
 */
export function rightChange(
  pair: RightPair,
  simulation: Simulation,
  { token, isCollection }: MetToken,
): AllowanceChange | undefined {
  const was = standingIn(pair, simulation.before);
  const is = standingIn(pair, simulation.after);
  const before = was ? amountAt(was, simulation.block) : 0n;
  const last = pair.named.at(-1);
  const shown = {
    token: pair.token,
    symbol: token.symbol,
    decimals: token.decimals,
    spender: pair.spender,
    ...formOf(pair),
  };
  if (isCollection && pair.standing === "erc20" && !was) {
    // approve of a collection, which has no allowance(), names an item and no amount (EIP-721).
    return last && last.amount >= 0n ? { ...shown, decimals: 0, before: 0n, after: 1n } : undefined;
  }
  const said = pair.named.reduce((amount, each) => amountAfter(each, amount), before);
  const after = is?.amount ?? said;
  if (before === after && was?.expiration === is?.expiration) return undefined;
  return { ...shown, before, after, ...endOf(is?.expiration ?? last?.until) };
}

/** The form of the last call that names the right; one seen in logs alone has it where it reads otherwise. */
function formOf({ standing, named }: RightPair): Pick<AllowanceChange, "form"> {
  const form = named.at(-1)?.form;
  if (form) return { form };
  if (standing === "erc20") return {};
  return { form: standing === "operator" ? "operator" : "permit2-allowance" };
}
