import type { Address } from "../../core/account/account.ts";
import type { ApprovalFacts, ForeignToken, Grant, Operator, Recipient } from "../../core/approval/facts.ts";
import { decodeTokenCall } from "../../core/approval/token-call.ts";
import type { Asset } from "../../core/asset/asset.ts";
import type { CallRequest, ChainAccess } from "../../core/chain/access.ts";
import type { Operation } from "../../core/operation/operation.ts";
import { type AddressBook, everybody, isAmong } from "./known-addresses.ts";
import type { SimulatedChanges } from "./simulated-changes.ts";

interface FactsInput {
  access: ChainAccess;
  operation: Operation;
  calls: readonly CallRequest[];
  tokens: ReadonlyMap<string, Asset & { address: Address }>;
  /** Ids of the tokens that the wallet itself vouches for. */
  verified: ReadonlySet<string>;
  native: Asset;
  book: AddressBook;
  changes: SimulatedChanges;
  earlier: readonly Operation[];
}

type PeopleFacts = Pick<
  ApprovalFacts,
  "grants" | "operators" | "foreignTokens" | "recipients" | "known" | "firstContract" | "movedNative"
>;

/** An account with a key has no code, or only the mark of whom it delegates to, which its key can change (EIP-7702). */
const hasNoCodeOfItsOwn = (code: string): boolean => code === "0x" || /^0xef0100/i.test(code);

/** Tokens that come, go or are granted and that the wallet does not know. */
function foreignTokens({ changes, tokens, verified, native }: FactsInput): ForeignToken[] {
  const names = new Set([native.symbol, ...[...verified].map((id) => tokens.get(id)?.symbol ?? "")]);
  const plain = (symbol: string) => symbol.normalize("NFKC").toUpperCase();
  const known = new Set([...names].map(plain));
  const found = new Map<string, ForeignToken>();
  const meet = (address: Address, symbol: string): void => {
    const id = address.toLowerCase();
    if (!verified.has(id)) found.set(id, { address, symbol, isNamesake: known.has(plain(symbol)) });
  };
  for (const { asset } of changes.effects ?? []) if (asset.address) meet(asset.address, asset.symbol);
  for (const { token, symbol } of changes.allowances) meet(token, symbol);
  return [...found.values()];
}

/** Whom a call pays, where the call says so itself. */
function paidBy(call: CallRequest): Address | undefined {
  const decoded = decodeTokenCall(call.data);
  if (decoded?.method === "transfer" || decoded?.method === "transferFrom") return decoded.to;
  return call.data === "0x" && call.value > 0n ? call.to : undefined;
}

function contractsCalled(operation: Operation): string[] {
  return operation.plan.steps.flatMap((step) => ("to" in step && step.to ? [step.to.toLowerCase()] : []));
}

/** The called contract that this account never called from here, when no known protocol's. Sites' calls only. */
function firstContract(input: FactsInput): Address | undefined {
  const { operation, calls, book, tokens, earlier } = input;
  if (operation.intent.kind !== "site-transaction") return undefined;
  const to = calls[0]?.data !== "0x" ? calls[0]?.to : undefined;
  if (!to || isAmong(to, book.contracts) || tokens.has(to.toLowerCase())) return undefined;
  const before = earlier.some(
    (each) => each.state === "confirmed" && contractsCalled(each).includes(to.toLowerCase()),
  );
  return before ? undefined : to;
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
    case "site-transaction":
      return intent.value > 0n ? intent.value : undefined;
    default:
      return undefined;
  }
}

/** Reads what the rules want to know of the addresses involved. */
export async function gatherPeople(input: FactsInput): Promise<PeopleFacts> {
  const { access, calls, tokens, book, changes } = input;
  const known = everybody(book);
  const isPlain = async (address: Address): Promise<boolean | undefined> => {
    try {
      return hasNoCodeOfItsOwn(await access.code(address));
    } catch {
      return undefined;
    }
  };
  const grants = changes.allowances
    .filter((each) => each.after > each.before)
    .map(async (each): Promise<Grant> => {
      const id = each.token.toLowerCase();
      const { symbol, decimals, token: address } = each;
      return {
        token: tokens.get(id) ?? { id, symbol, name: symbol, decimals, address },
        spender: each.spender,
        amount: each.after,
        balance: changes.balances.get(id),
        spenderIsPlainAccount: isAmong(each.spender, book.contracts) ? false : await isPlain(each.spender),
      };
    });
  const operators = calls.flatMap((call) => {
    const decoded = decodeTokenCall(call.data);
    return decoded?.method === "setApprovalForAll" && decoded.approved ? [decoded.operator] : [];
  });
  const { intent } = input.operation;
  const paid = intent.kind === "send" ? [intent.to] : calls.flatMap((call) => paidBy(call) ?? []);
  const protocolsOwn = paid.filter((address) => !isAmong(address, book.contracts));
  const recipients = protocolsOwn.map(async (address): Promise<Recipient> => {
    const plain = await isPlain(address);
    return {
      address,
      hasCode: plain === undefined ? undefined : !plain,
      isOwn: isAmong(address, book.own),
      isKnown: isAmong(address, [...book.contacts, ...book.paid]),
      isTokenContract: tokens.has(address.toLowerCase()),
    };
  });
  const tokenRecipients = paid
    .filter((address) => tokens.has(address.toLowerCase()) && isAmong(address, book.contracts))
    .filter((address) => calls.some((call) => call.data !== "0x" && paidBy(call) === address))
    .map(
      (address): Recipient => ({
        address,
        hasCode: true,
        isOwn: false,
        isKnown: true,
        isTokenContract: true,
      }),
    );
  return {
    grants: await Promise.all(grants),
    operators: await Promise.all(
      operators.map(
        async (address): Promise<Operator> => ({ address, isPlainAccount: await isPlain(address) }),
      ),
    ),
    foreignTokens: foreignTokens(input),
    recipients: [...(await Promise.all(recipients)), ...tokenRecipients],
    known,
    firstContract: firstContract(input),
    movedNative: movedNative(input),
  };
}
