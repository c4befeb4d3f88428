import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Address, Hex } from "../account/account.ts";
import { formatAddress } from "../account/address.ts";
import type { Asset } from "../asset/asset.ts";
import type { Operation } from "../operation/operation.ts";
import type { Intent } from "../staking/intent.ts";
import { ascii } from "./ascii.ts";
import { operationLines } from "./operation-lines.ts";

/**
 * Whether the second factor must confirm it: all that gives value or rights to somebody else, or may do so.
 *
 * Critical: sending; an allowance that is set to more than nothing; a site's transactions and batches, whatever they call;
 * typed data (permits and orders among it); any message, a sign-in too: it opens an account on the site, and a message may
 * be a contract's yes to a payment, which its bytes do not tell.
 *
 * Not critical: staking, converting, redeeming and claiming with the wallet's own protocols, for what comes of it belongs
 * to the same account; ending allowances. What goes on with an operation that was approved (its next steps, a higher fee,
 * a cancellation) is part of that approval.
 */
export function isCritical(intent: Intent): boolean {
  switch (intent.kind) {
    case "stake":
    case "convert":
    case "redeem":
    case "claim":
    case "revoke":
      return false;
    case "approve":
    case "site-approval":
      return intent.amount > 0n;
    case "send":
    case "site-transaction":
    case "site-calls":
    case "site-message":
    case "site-typed-data":
      return true;
  }
}

/** What the second factor is asked to confirm. */
export type Confirmation =
  | {
      kind: "operation";
      operation: Operation;
      /** SHA-256 of approvedText, 64 hex digits. */
      digest: string;
      /** The network's name, and its coin. */
      network: string;
      native: Asset;
    }
  /** What the secret signs for. */
  | { kind: "show-phrase" | "show-key"; accounts: readonly Address[] }
  | { kind: "switch-on"; account: Address }
  | { kind: "switch-off"; account: Address }
  | { kind: "change"; account: Address; to: Address };

/** Of a phrase's accounts the device names so many. */
const namedAccounts = 3;

function whatLines(confirmation: Confirmation): string[] {
  switch (confirmation.kind) {
    case "operation": {
      const { operation, digest, network, native } = confirmation;
      return [
        ...operationLines(operation, native),
        `account ${formatAddress(operation.account)}`,
        `network ${ascii(network, 40)} (${operation.chainId})`,
        `operation ${digest.slice(0, 16)}`,
      ];
    }
    case "show-phrase":
    case "show-key": {
      const { accounts } = confirmation;
      const more = accounts.length - namedAccounts;
      return [
        confirmation.kind === "show-key" ? "Show the private key of" : "Show the recovery phrase of",
        ...accounts.slice(0, namedAccounts).map(formatAddress),
        ...(more > 0 ? [`and ${more} more`] : []),
      ];
    }
    case "switch-on":
      return [
        "Switch on: confirm here what",
        "the wallet's other accounts do",
        formatAddress(confirmation.account),
      ];
    case "switch-off":
      return ["Switch off: nothing more will", "be confirmed by", formatAddress(confirmation.account)];
    case "change":
      return [
        "Replace this second factor",
        formatAddress(confirmation.account),
        `by ${formatAddress(confirmation.to)}`,
      ];
  }
}

/**
 * What the device shows and signs (EIP-191): what is confirmed, in words, then the nonce (16 hex digits, drawn for this one
 * confirmation) and the time. English and printable ASCII only, in short lines, since devices show nothing else as text.
 */
export function confirmationText(confirmation: Confirmation, nonce: string, nowSeconds: number): string {
  const [date, time] = new Date(nowSeconds * 1000).toISOString().slice(0, 19).split("T");
  return ["Weir second factor", ...whatLines(confirmation), `nonce ${nonce}`, `${date} ${time} UTC`].join(
    "\n",
  );
}

/** The text as the bytes that are signed. */
export function confirmationBytes(text: string): Hex {
  return `0x${bytesToHex(utf8ToBytes(text))}`;
}
