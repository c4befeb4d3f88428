import type { Address, Hex } from "../../core/account/account.ts";
import { decodeAmount } from "../../core/asset/erc20.ts";
import type { ChainAccess } from "../../core/chain/access.ts";
import { WeirError } from "../../core/errors/index.ts";
import type { Snapshot } from "../../core/snapshot/snapshot.ts";
import type { StakingIntent } from "../../core/staking/intent.ts";
import type { PlanContext, Protocol, ProtocolState, Read } from "../../core/staking/protocol.ts";
import { balanceRead } from "./tokens.ts";

/** Further rounds of reads that a protocol may ask for. */
const ROUNDS = 4;

export interface PlanningFacts {
  state: ProtocolState;
  context: PlanContext;
  native: bigint;
}

/** Keys of the protocol's own reads and of the wallet's must not meet. */
const own = (reads: readonly Read[], prefix: string) =>
  reads.map((read) => ({ ...read, key: prefix + read.key }));

function under(answers: ReadonlyMap<string, Hex | undefined>, prefix: string): Map<string, Hex | undefined> {
  const found = new Map<string, Hex | undefined>();
  for (const [key, answer] of answers)
    if (key.startsWith(prefix)) found.set(key.slice(prefix.length), answer);
  return found;
}

/**
 * Reads, at one block, what a protocol needs to plan for one account: its state, the account's redemptions and
 * balances, and what `intent` needs besides (permit nonces, allowances). Rejects with chain/* errors.
 */
export async function planningFacts(input: {
  access: ChainAccess;
  protocol: Protocol;
  account: Address;
  intent: StakingIntent | undefined;
  snapshot: Snapshot | undefined;
  now: number;
  claimsPerTransaction?: number | undefined;
}): Promise<PlanningFacts> {
  const { access, protocol, account, intent, snapshot, claimsPerTransaction } = input;
  const id = protocol.definition.id;
  const known = (snapshot?.redemptions ?? []).filter(
    (each) => each.protocol === id && each.account.toLowerCase() === account.toLowerCase(),
  );
  const tokens = protocol.definition.tokens;
  const first = await access.readMany({
    reads: [
      ...own(protocol.reads([account], known), "protocol:"),
      ...own(intent ? protocol.planReads(intent, account) : [], "plan:"),
      ...tokens.map((token) => balanceRead(token.address, account, `balance:${token.id}`)),
    ],
    native: [account],
  });
  if (!first) throw new WeirError("chain/no-endpoint", { chainId: access.chainId });
  const answers = under(first.answers, "protocol:");
  const previous = snapshot?.protocols.find((each) => each.protocol === id)?.state;
  const decode = () => protocol.decode({ accounts: [account], known, answers, block: first.block, previous });
  let reading = decode();
  for (let round = 0; reading.more.length > 0 && round < ROUNDS; round++) {
    const further = await access.readMany({ reads: reading.more, native: [] });
    for (const read of reading.more) answers.set(read.key, further?.answers.get(read.key));
    reading = decode();
  }
  const grants = intent
    ? protocol.decodePlanReads(intent, account, under(first.answers, "plan:"))
    : { permitNonces: new Map<string, bigint>(), allowances: new Map<string, bigint>() };
  const balances = new Map<string, bigint>();
  for (const token of tokens) {
    const balance = decodeAmount(first.answers.get(`balance:${token.id}`));
    if (balance !== undefined) balances.set(token.id, balance);
  }
  const native = nativeOf(first.native, account);
  balances.set("native", native);
  return {
    state: reading.state,
    native,
    context: {
      account,
      now: input.now,
      block: first.block,
      permitNonces: grants.permitNonces,
      allowances: grants.allowances,
      balances,
      shares: new Map(
        reading.positions.flatMap(({ token, shares }) =>
          shares === undefined ? [] : [[token.id, shares] as const],
        ),
      ),
      redemptions: reading.redemptions,
      ...(claimsPerTransaction === undefined ? {} : { claimsPerTransaction }),
    },
  };
}

/** The account's balance whatever the spelling of its address in the answer. */
export function nativeOf(balances: ReadonlyMap<Address, bigint>, account: Address): bigint {
  const exact = balances.get(account);
  if (exact !== undefined) return exact;
  for (const [address, balance] of balances) {
    if (address.toLowerCase() === account.toLowerCase()) return balance;
  }
  return 0n;
}
