import type { Address } from "../../core/account/account.ts";
import type { ApprovalFacts, Recipient } from "../../core/approval/facts.ts";
import { decodeTokenCall } from "../../core/approval/token-call.ts";
import type { Asset } from "../../core/asset/asset.ts";
import type { CallRequest, ChainAccess } from "../../core/chain/access.ts";
import type { AllowanceChange, Operation } from "../../core/operation/operation.ts";
import { isSiteIntent } from "../../core/staking/intent.ts";
import { type AddressBook, everybody, isAmong } from "./known-addresses.ts";
import { recipientOf, rightsIn } from "./people.ts";
import type { SimulatedChanges } from "./simulated-changes.ts";
import { spenderFacts } from "./spender-facts.ts";

interface FactsInput {
  access: ChainAccess;
  operation: Operation;
  calls: readonly CallRequest[];
  tokens: ReadonlyMap<string, Asset & { address: Address }>;
  /** Ids of the tokens that the wallet itself vouches for. */
  verified: ReadonlySet<string>;
  native: Asset;
  blockSeconds: number;
  book: AddressBook;
  changes: SimulatedChanges;
  earlier: readonly Operation[];
}

type PeopleFacts = Pick<
  ApprovalFacts,
  | "grants"
  | "operators"
  | "foreignTokens"
  | "recipients"
  | "known"
  | "meanings"
  | "firstContract"
  | "movedNative"
>;

/** Whom a call pays, where the call says so itself. */
function paidBy(call: CallRequest): Address | undefined {
  const decoded = decodeTokenCall(call.data);
  if (decoded?.method === "transfer" || decoded?.method === "transferFrom") return decoded.to;
  return call.data === "0x" && call.value > 0n ? call.to : undefined;
}

/** Recipients looked at, at the most; a batch that pays more is read by its effects. */
const MOST_PAID = 16;

/** Whom the calls pay, those within batches too. Addresses once each. */
function paidWithin(calls: readonly CallRequest[], { meanings }: SimulatedChanges): Set<Address> {
  const inner = meanings.flatMap((each) =>
    each.kind === "transfer" && each.by === undefined ? [each.to] : [],
  );
  const all = [...calls.flatMap((call) => paidBy(call) ?? []), ...inner];
  const once = new Map(all.map((address) => [address.toLowerCase(), address]));
  return new Set([...once.values()].slice(0, MOST_PAID));
}

function contractsCalled(operation: Operation): string[] {
  return operation.plan.steps.flatMap((step) => ("to" in step && step.to ? [step.to.toLowerCase()] : []));
}

/** The called contract that this account never called from here, when no known protocol's. Sites' calls only. */
function firstContract(input: FactsInput): Address | undefined {
  const { operation, calls, book, tokens, earlier } = input;
  if (!isSiteIntent(operation.intent)) return undefined;
  return calls
    .flatMap(({ to, data }) => (to !== undefined && data !== "0x" ? [to] : []))
    .find((to) => {
      if (isAmong(to, book.contracts) || tokens.has(to.toLowerCase())) return false;
      return !earlier.some(
        (each) => each.state === "confirmed" && contractsCalled(each).includes(to.toLowerCase()),
      );
    });
}

/** What the operation moves, in native units; a staked token counts as one, which is near enough for a warning. */
function movedNative({ operation, tokens }: FactsInput): bigint | undefined {
  const { intent } = operation;
  switch (intent.kind) {
    case "stake":
    case "convert":
    case "redeem":
      return intent.amount;
    case "send":
      if (intent.assetId === "native" || tokens.has(intent.assetId.toLowerCase())) {
        const native = operation.plan.steps[0];
        return native?.kind === "call" && native.value > 0n ? native.value : intent.amount || undefined;
      }
      return undefined;
    case "site-calls": {
      const value = intent.calls.reduce((sum, call) => sum + call.value, 0n);
      return value > 0n ? value : undefined;
    }
    case "site-transaction":
      return intent.value > 0n ? intent.value : undefined;
    default:
      return undefined;
  }
}

/** The allowances with what the account holds of the token, and who the spender is. */
async function described(input: FactsInput): Promise<AllowanceChange[]> {
  const { access, changes, book, blockSeconds } = input;
  const head = changes.simulation.block.number;
  return Promise.all(
    changes.allowances.map(async (change) => {
      const balance = changes.balances.get(change.token.toLowerCase());
      return {
        ...change,
        ...(balance === undefined || change.form === "operator" ? {} : { balance }),
        ...(await spenderFacts(access, change.spender, book, head, blockSeconds)),
      };
    }),
  );
}

/** Reads what the rules want to know of the addresses involved; the allowances with whom they are for. */
export async function gatherPeople(
  input: FactsInput,
): Promise<PeopleFacts & { allowances: AllowanceChange[] }> {
  const { access, calls, tokens, verified, native, book, changes, earlier } = input;
  const { intent } = input.operation;
  const paid = intent.kind === "send" ? [intent.to] : [...paidWithin(calls, changes)];
  const toPeople = paid.filter((address) => !isAmong(address, book.contracts));
  const toTokens = calls
    .filter(({ data }) => data !== "0x")
    .flatMap((call) => paidBy(call) ?? [])
    .filter((address) => verified.has(address.toLowerCase()) && isAmong(address, book.contracts));
  const allowances = await described(input);
  return {
    allowances,
    ...rightsIn(allowances, {
      tokens,
      verified,
      native,
      earlier,
      hiding: changes.hiding,
      moved: (changes.effects ?? []).map(({ asset }) => asset),
    }),
    recipients: [
      ...(await Promise.all(toPeople.map((address) => recipientOf(access, address, book, verified)))),
      ...toTokens.map(
        (address): Recipient => ({
          address,
          hasCode: true,
          isOwn: false,
          isKnown: true,
          isTokenContract: true,
        }),
      ),
    ],
    known: everybody(book),
    meanings: changes.meanings,
    firstContract: firstContract(input),
    movedNative: movedNative(input),
  };
}
