import type { Address } from "../account/account.ts";

/** The parts of a sign-in message, as written (EIP-4361). */
export interface SignIn {
  scheme?: string;
  /** RFC 3986 authority: host, and port where there is one. */
  domain: string;
  address: Address;
  statement?: string;
  uri: string;
  version: string;
  chainId: number;
  nonce: string;
  /** RFC 3339 texts. */
  issuedAt: string;
  expirationTime?: string;
  notBefore?: string;
  requestId?: string;
  resources?: readonly string[];
}

/** Where a text stops being a sign-in message by the grammar. */
export type SignInFault =
  | "first-line"
  | "domain"
  | "address"
  | "statement"
  | "uri"
  | "version"
  | "chain-id"
  | "nonce"
  | "issued-at"
  | "expiration-time"
  | "not-before"
  | "request-id"
  | "resources"
  | "surplus";

export type SignInProblemCode =
  | "other-domain"
  | "other-account"
  | "bad-checksum-address"
  | "expired"
  | "not-yet-valid"
  | "nonce-used"
  | "other-chain"
  | "uri-other-origin"
  | "bad-version";

/** Something about a well-formed sign-in that is not as it must be; `found` in the message, `expected` by the wallet. */
export interface SignInProblem {
  code: SignInProblemCode;
  found: string;
  expected?: string;
}

/** What the wallet knows, against which a sign-in is held. `origin` is the browser's, never a field of the message. */
export interface SignInContext {
  origin: string;
  account: Address;
  nowSeconds: number;
  chainId: number;
  usedNonces: readonly string[];
}

/** Whether a text is meant to be taken for a sign-in, well formed or not. */
export function isSignInLike(text: string): boolean {
  return /wants\s+you\s+to\s+sign\s+in\s+with\s+your\s+Ethereum\s+account/i.test(text);
}

/** The sign-in in `text`, by the grammar of EIP-4361 and nothing looser. */
export function readSignIn(_text: string): { ok: SignIn } | { problem: SignInFault } {
  return { problem: "first-line" };
}

/** What is wrong with a sign-in, all of it. */
export function signInProblems(_signIn: SignIn, _context: SignInContext): SignInProblem[] {
  return [];
}
