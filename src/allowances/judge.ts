import type { Account, Address } from "../core/account/account.ts";
import type { Allowance } from "../core/allowance/allowance.ts";
import { permit2Address } from "../core/allowance/standing-reads.ts";
import { least } from "../core/amount/ratio.ts";
import type { Snapshot } from "../core/snapshot/snapshot.ts";
import type { ProtocolDefinition } from "../core/staking/protocol.ts";
import { riskOf } from "./risk.ts";
import type { Standing } from "./standing.ts";

/** What was found out of a spender; `isPlain` undefined = the node did not say. */
export interface SpenderFacts {
  isPlain: boolean | undefined;
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

function spenderOf(
  spender: Address,
  facts: SpenderFacts | undefined,
  protocols: readonly ProtocolDefinition[],
  accounts: readonly Account[],
): Pick<Allowance, "spenderKind" | "spenderName"> {
  const own = accounts.find(({ address }) => same(address, spender));
  if (own) return { spenderKind: "own", spenderName: own.label };
  for (const { name, contracts } of protocols) {
    const contract = contracts.find(({ address }) => same(address, spender));
    if (contract) return { spenderKind: "protocol", spenderName: `${name} ${contract.role}` };
  }
  if (same(spender, permit2Address)) return { spenderKind: "protocol", spenderName: "Permit2" };
  if (facts?.isPlain === undefined) return {};
  return { spenderKind: facts.isPlain ? "plain" : "contract" };
}

/** What the spender could take now, in wei, by the worth of the account's position; undefined for tokens without one. */
function exposureWei(standing: Standing, snapshot: Snapshot | undefined): bigint | undefined {
  const { balance, amount, form } = standing;
  if (balance === undefined || form === "operator") return undefined;
  const position = snapshot?.positions.find(
    (each) => same(each.account, standing.account) && each.token.id === standing.token.id,
  );
  if (position?.worthAsset.id !== "native" || position.balance === 0n) return undefined;
  const open = least(amount, balance);
  return (open * position.worth) / position.balance;
}

/** A standing grant with all that is said of it. `before`: the same grant as it was known, for times that do not change. */
export function judged(
  standing: Standing,
  known: {
    spenders: ReadonlyMap<string, SpenderFacts>;
    protocols: readonly ProtocolDefinition[];
    accounts: readonly Account[];
    snapshot: Snapshot | undefined;
    before: Allowance | undefined;
    setAt: number | undefined;
    usedAt: number | undefined;
    nowSeconds: number;
  },
): Allowance {
  const facts = known.spenders.get(standing.spender.toLowerCase());
  const spender = spenderOf(standing.spender, facts, known.protocols, known.accounts);
  const exposure = exposureWei(standing, known.snapshot);
  const unchanged = known.before?.setAtBlock === standing.setAtBlock ? known.before : undefined;
  const setAt = known.setAt ?? unchanged?.setAt;
  const usedAt = known.usedAt ?? known.before?.usedAt;
  return {
    ...standing,
    ...spender,
    ...(exposure === undefined ? {} : { exposureWei: exposure }),
    ...(setAt === undefined ? {} : { setAt }),
    ...(usedAt === undefined ? {} : { usedAt }),
    risk: riskOf({ ...standing, ...spender }, known.nowSeconds),
  };
}
