import type { Address } from "../account/account.ts";
import { isAuthority, isRequestId, isScheme, isStatement, isUri, secondsOf } from "./sign-in-grammar.ts";

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

const sentence = " wants you to sign in with your Ethereum account:";

/** Carries the fault out of the reading. */
class Fault extends Error {
  readonly part: SignInFault;
  constructor(part: SignInFault) {
    super(part);
    this.part = part;
  }
}

/**
 * Whether a text is meant to be taken for a sign-in, well formed or not: the sentence is in it, whatever its case, spacing,
 * full-width letters or invisible characters.
 */
export function isSignInLike(text: string): boolean {
  const plain = text
    .normalize("NFKC")
    .replace(/\p{Default_Ignorable_Code_Point}|\p{Cf}/gu, "")
    .replace(/[\s\p{Z}\p{Cc}]+/gu, " ")
    .toLowerCase();
  return plain.includes("wants you to sign in with your ethereum account");
}

/** Reads lines from the top; every line is read exactly once and in its place. */
function reader(lines: readonly string[]) {
  let at = 0;
  return {
    next(part: SignInFault, accepts: (line: string) => boolean): string {
      const line = lines[at++];
      if (line === undefined || !accepts(line)) throw new Fault(part);
      return line;
    },
    /** The value behind `label`. */
    field(part: SignInFault, label: string, accepts: (value: string) => boolean): string {
      const begin = `${label}: `;
      const fits = (line: string) => line.startsWith(begin) && accepts(line.slice(begin.length));
      return this.next(part, fits).slice(begin.length);
    },
    /** The same, where the field may be left out. */
    maybe(part: SignInFault, label: string, accepts: (value: string) => boolean): string | undefined {
      return lines[at]?.startsWith(`${label}: `) ? this.field(part, label, accepts) : undefined;
    },
    peek: (): string | undefined => lines[at],
    isDone: (): boolean => at >= lines.length,
  };
}

const isTime = (text: string): boolean => secondsOf(text) !== undefined;
const isChainId = (text: string): boolean => /^\d+$/.test(text) && Number.isSafeInteger(Number(text));

function firstLine(line: string): { scheme?: string; domain: string } {
  const name = line.slice(0, -sentence.length);
  const cut = name.indexOf("://");
  const scheme = cut < 0 ? undefined : name.slice(0, cut);
  const domain = cut < 0 ? name : name.slice(cut + 3);
  if (domain === "" || !isAuthority(domain) || (scheme !== undefined && !isScheme(scheme))) {
    throw new Fault("domain");
  }
  return scheme === undefined ? { domain } : { scheme, domain };
}

function read(text: string): SignIn {
  const lines = reader(text.split("\n"));
  const origin = firstLine(lines.next("first-line", (line) => line.endsWith(sentence)));
  const address = lines.next("address", (line) => /^0x[0-9A-Fa-f]{40}$/.test(line)) as Address;
  lines.next("statement", (line) => line === "");
  const statement = lines.peek() === "" ? undefined : lines.next("statement", isStatement);
  lines.next("statement", (line) => line === "");
  const uri = lines.field("uri", "URI", isUri);
  const version = lines.field("version", "Version", (value) => /^\d+$/.test(value));
  const chainId = Number(lines.field("chain-id", "Chain ID", isChainId));
  const nonce = lines.field("nonce", "Nonce", (value) => /^[A-Za-z0-9]{8,}$/.test(value));
  const issuedAt = lines.field("issued-at", "Issued At", isTime);
  const expirationTime = lines.maybe("expiration-time", "Expiration Time", isTime);
  const notBefore = lines.maybe("not-before", "Not Before", isTime);
  const requestId = lines.maybe("request-id", "Request ID", isRequestId);
  const resources: string[] = [];
  const hasResources = lines.peek() === "Resources:";
  if (hasResources) {
    lines.next("resources", () => true);
    const isResource = (line: string): boolean => line.startsWith("- ") && isUri(line.slice(2));
    while (!lines.isDone()) resources.push(lines.next("resources", isResource).slice(2));
  }
  if (!lines.isDone()) throw new Fault("surplus");
  return {
    ...origin,
    address,
    ...(statement !== undefined && { statement }),
    uri,
    version,
    chainId,
    nonce,
    issuedAt,
    ...(expirationTime !== undefined && { expirationTime }),
    ...(notBefore !== undefined && { notBefore }),
    ...(requestId !== undefined && { requestId }),
    ...(hasResources && { resources }),
  };
}

/**
 * The sign-in in `text`, by the grammar of EIP-4361 and nothing looser, but for the address's checksum and the version's
 * number, which signInProblems judges so that the person is told.
 */
export function readSignIn(text: string): { ok: SignIn } | { problem: SignInFault } {
  try {
    return { ok: read(text) };
  } catch (cause) {
    if (!(cause instanceof Fault)) throw cause;
    return { problem: cause.part };
  }
}
