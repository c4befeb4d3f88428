import type { Hex } from "../account/account.ts";
import { formatAddress } from "../account/address.ts";
import { formatUnits } from "../amount/format.ts";
import { isUnlimited } from "../approval/rules/unlimited-amount.ts";
import type { Asset } from "../asset/asset.ts";
import type { Operation } from "../operation/operation.ts";
import { shownText } from "../site/shown-text.ts";
import type { Intent } from "../staking/intent.ts";
import { ascii } from "./ascii.ts";

/** Further calls, balance changes and allowances are counted: a device's screen is small. */
const mostListed = 6;
const textShown = 120;
/** Whole: the end of a host is what tells whose it is. */
const longestOrigin = 300;

type IntentOf<K extends Intent["kind"]> = Extract<Intent, { kind: K }>;
type Call = { to?: Hex | undefined; data: Hex; value: bigint };

const amountOf = (asset: Asset, amount: bigint): string =>
  `${formatUnits(amount, asset.decimals)} ${ascii(asset.symbol, 16)}`;

/** A symbol is what a contract calls itself; its address is not. */
const tokenLines = ({ address }: Asset): string[] =>
  address === undefined ? [] : [`token ${formatAddress(address)}`];

/** The first few of many lines, and how many there are more. */
function few(lines: readonly string[]): string[] {
  const more = lines.length - mostListed;
  return more > 0 ? [...lines.slice(0, mostListed), `and ${more} more, see Weir`] : [...lines];
}

function sendLines(intent: IntentOf<"send">, { plan }: Operation): string[] {
  const id = intent.assetId.toLowerCase();
  const effect = plan.effects.find(({ asset }) => asset.id.toLowerCase() === id);
  const to = `to ${formatAddress(intent.to)}`;
  if (!effect) return [`Send ${intent.max ? "all" : intent.amount} units of`, ascii(intent.assetId, 60), to];
  const amount = intent.max ? -effect.change : intent.amount;
  const all = intent.max ? " (all)" : "";
  return [`Send ${amountOf(effect.asset, amount)}${all}`, ...tokenLines(effect.asset), to];
}

/** An allowance as the plan has it: its approve step or permit knows the token. */
function allowanceLines(
  { token, spender, amount }: { token: Hex; spender: Hex; amount: bigint },
  { plan }: Operation,
): string[] {
  const known = plan.steps.find((step) => step.kind === "approve" || step.kind === "permit")?.token;
  const isIt = known?.address?.toLowerCase() === token.toLowerCase();
  const sum = isUnlimited(amount)
    ? `unlimited${isIt && known ? ` ${ascii(known.symbol, 16)}` : ""}`
    : isIt && known
      ? amountOf(known, amount)
      : `${amount} units`;
  return [`Allow to spend ${sum}`, `token ${formatAddress(token)}`, `by ${formatAddress(spender)}`];
}

function callLines({ to, data, value }: Call, native: Asset): string[] {
  const length = (data.length - 2) / 2;
  return [
    to === undefined ? "deploys a contract" : `to ${formatAddress(to)}`,
    `value ${amountOf(native, value)}`,
    ...(length === 0 ? [] : [`data ${data.slice(0, 10)}, ${length} bytes`]),
  ];
}

/** What the preview found that a site's calls do; that it found nothing out is said too, or it would look like nothing. */
function simulatedLines(operation: Operation): string[] {
  const unknown = operation.preview?.effects === undefined;
  return [...(unknown ? ["effects unknown, not simulated"] : []), ...seenLines(operation)];
}

/** What the preview found that a site's request does; the bytes themselves are in the operation's digest. */
function seenLines({ preview }: Operation): string[] {
  const effects = (preview?.effects ?? []).map(
    ({ asset, change }) => `simulated ${change > 0n ? "+" : ""}${amountOf(asset, change)}`,
  );
  const grants = (preview?.allowances ?? []).filter(({ before, after }) => after > before);
  const allowed = grants.flatMap((grant) => [
    `allows ${formatAddress(grant.spender)}`,
    `${isUnlimited(grant.after) ? "unlimited" : formatUnits(grant.after, grant.decimals)} ${ascii(grant.symbol, 16)}`,
  ]);
  return [...few(effects), ...few(allowed)];
}

/** The beginning of a message, or of the hex of what is no text; how long it is where that is not all. */
function messageText(bytes: Hex): string {
  const text = shownText(bytes).text.replace(/\s+/g, " ");
  const shown = `"${ascii(text, textShown)}"`;
  return text.length <= textShown ? shown : `${shown} of ${(bytes.length - 2) / 2} bytes`;
}

function typedDataLines(json: string): string[] {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return [];
  }
  const { primaryType, domain } = (data ?? {}) as { primaryType?: unknown; domain?: unknown };
  const { verifyingContract } = (domain ?? {}) as { verifyingContract?: unknown };
  return [
    ...(typeof primaryType === "string" ? [`type ${ascii(primaryType, 40)}`] : []),
    ...(typeof verifyingContract === "string" ? [`contract ${ascii(verifyingContract, 42)}`] : []),
  ];
}

/** An operation in a few lines of ASCII: what, how much, to whom, for which site. */
export function operationLines(operation: Operation, native: Asset): string[] {
  const { intent } = operation;
  switch (intent.kind) {
    case "send":
      return sendLines(intent, operation);
    case "approve":
      return allowanceLines(intent, operation);
    case "site-approval":
      return [
        ...allowanceLines(intent, operation),
        `until ${untilText(intent.until)}`,
        `for ${ascii(intent.origin, longestOrigin)}`,
      ];
    case "site-transaction":
      return [
        `${intent.signOnly ? "Sign" : "Send"} a transaction for`,
        ascii(intent.origin, longestOrigin),
        ...callLines(intent, native),
        ...simulatedLines(operation),
      ];
    case "site-calls":
      return [
        `Send ${intent.calls.length} transactions for`,
        ascii(intent.origin, longestOrigin),
        ...fewCalls(intent.calls, native),
        ...simulatedLines(operation),
      ];
    case "site-message":
      return ["Sign a message for", ascii(intent.origin, longestOrigin), messageText(intent.bytes)];
    case "site-typed-data":
      return [
        "Sign data for",
        ascii(intent.origin, longestOrigin),
        ...typedDataLines(intent.json),
        ...seenLines(operation),
      ];
    default:
      return [`Do: ${intent.kind}`];
  }
}

function fewCalls(calls: readonly Call[], native: Asset): string[] {
  const shown = calls.slice(0, mostListed).flatMap((call, place) => {
    const [first, ...rest] = callLines(call, native);
    return [`${place + 1}: ${first}`, ...rest];
  });
  const more = calls.length - mostListed;
  return more > 0 ? [...shown, `and ${more} more, see Weir`] : shown;
}

/** Sites name ends beyond what a date can say. */
function untilText(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? "no end" : `${date.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
