import type { Address } from "../../core/account/account.ts";
import { decodeStanding, standingRead } from "../../core/allowance/standing-reads.ts";
import type { ApprovalMeaning } from "../../core/approval/meaning/meaning.ts";
import type { Asset } from "../../core/asset/asset.ts";
import { decodeAmount } from "../../core/asset/erc20.ts";
import type { ChainAccess } from "../../core/chain/access.ts";
import { WeirError } from "../../core/errors/index.ts";
import type { AllowanceChange } from "../../core/operation/operation.ts";
import type { BlockRef, Protocol, Read } from "../../core/staking/protocol.ts";
import { balanceRead, knownTokens, tokensMet } from "../plan/tokens.ts";
import type { AddressBook } from "./known-addresses.ts";
import { amountAfter, endOf, standingOf, tokenOr } from "./named-approvals.ts";
import { spenderFacts } from "./spender-facts.ts";

type Token = Asset & { address: Address };

/** What the chain says of the rights that a signature gives. */
export interface SignedState {
  /** Absent: no node was to be had, and amounts before count as nothing. */
  block?: BlockRef;
  tokens: Map<string, Token>;
  /** Ids of tokens whose symbols hold characters that cannot be seen. */
  hiding: ReadonlySet<string>;
  /** In the order of the approvals. */
  changes: AllowanceChange[];
  /** A nonce in the data is not the one that would be taken now. */
  staleNonce: boolean;
}

/** nonces(address) of ERC-2612, and of DAI. */
const nonces = (token: Address, owner: Address, key: string): Read => ({
  key,
  to: token,
  data: `0x7ecebe00${owner.slice(2).toLowerCase().padStart(64, "0")}`,
});

function readsOf(approval: ApprovalMeaning, owner: Address, place: number): Read[] {
  const { token, spender, form } = approval;
  const standing = standingOf(form);
  const isPermit = form === "permit" || form === "dai-permit";
  return [
    ...(standing ? [standingRead(standing, { owner, token, spender }, `before:${place}`)] : []),
    ...(form === "operator" ? [] : [balanceRead(token, owner, `balance:${place}`)]),
    ...(isPermit ? [nonces(token, owner, `nonce:${place}`)] : []),
  ];
}

/** What can be said of an approval from its data alone. */
function unchecked(approval: ApprovalMeaning, tokens: ReadonlyMap<string, Token>): AllowanceChange {
  const { address: token, symbol, decimals } = tokenOr(tokens, approval.token);
  const { spender, form, until } = approval;
  return {
    token,
    symbol,
    decimals,
    spender,
    before: 0n,
    after: amountAfter(approval, 0n),
    form,
    ...endOf(until),
  };
}

/** The rights as the data alone tells them: no node was asked, or none answered. */
export function stateFromData(
  approvals: readonly ApprovalMeaning[],
  tokens: Map<string, Token>,
): SignedState {
  const changes = approvals.map((each) => unchecked(each, tokens));
  return { tokens, hiding: new Set(), changes, staleNonce: false };
}

/**
 * The rights by the data, for a node that could not say how they stand; who the takers are is asked by itself, since a site's
 * own token can make the reading fail (it answers without end, say).
 */
export async function stateUnread(
  input: Pick<Parameters<typeof readSignedState>[0], "access" | "approvals" | "book" | "blockSeconds">,
  tokens: Map<string, Token>,
): Promise<SignedState> {
  const { access, approvals, book, blockSeconds } = input;
  const state = stateFromData(approvals, tokens);
  const changes = state.changes.map(async (change) => ({
    ...change,
    ...(await spenderFacts(access, change.spender, book, 0, blockSeconds)),
  }));
  return { ...state, changes: await Promise.all(changes) };
}

/** Reads what is allowed now, what the account holds, nonces, and who the takers are. Rejects with chain/* errors. */
export async function readSignedState(input: {
  access: ChainAccess;
  protocols: readonly Protocol[];
  account: Address;
  approvals: readonly ApprovalMeaning[];
  book: AddressBook;
  blockSeconds: number;
}): Promise<SignedState> {
  const { access, approvals, account, book, blockSeconds } = input;
  const ownerOf = (approval: ApprovalMeaning) => approval.owner ?? approval.by ?? account;
  const tokens = knownTokens(input.protocols);
  const foreign = approvals.map(({ token }) => token).filter((each) => !tokens.has(each.toLowerCase()));
  const [read, met] = await Promise.all([
    access.readMany({
      reads: approvals.flatMap((each, place) => readsOf(each, ownerOf(each), place)),
      native: [],
    }),
    tokensMet(access, foreign),
  ]);
  if (!read) throw new WeirError("chain/no-endpoint", { chainId: access.chainId });
  const { answers, block } = read;
  for (const { token, isCollection } of met) if (!isCollection) tokens.set(token.id, token);
  const hiding = new Set(met.flatMap(({ token, hides }) => (hides ? [token.id] : [])));
  let staleNonce = false;
  const changes = approvals.map(async (approval, place): Promise<AllowanceChange> => {
    const standing = standingOf(approval.form);
    const stands = standing && decodeStanding(standing, answers.get(`before:${place}`));
    const expired = (stands?.expiration ?? BigInt(block.timestamp)) < BigInt(block.timestamp);
    const before = expired ? 0n : (stands?.amount ?? 0n);
    const balance = decodeAmount(answers.get(`balance:${place}`));
    const next = stands?.nonce ?? decodeAmount(answers.get(`nonce:${place}`));
    if (approval.nonce !== undefined && next !== undefined && next !== approval.nonce) staleNonce = true;
    return {
      ...unchecked(approval, tokens),
      before,
      after: amountAfter(approval, before),
      ...(balance === undefined ? {} : { balance }),
      ...(await spenderFacts(access, approval.spender, book, block.number, blockSeconds)),
    };
  });
  return { block, tokens, hiding, changes: await Promise.all(changes), staleNonce };
}
