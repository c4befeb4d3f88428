import type { Address } from "../account/account.ts";
import { formatAddress, sameAddress } from "../account/address.ts";
import { secondsOf } from "./sign-in-grammar.ts";
import type { SignIn } from "./sign-in-text.ts";

export { isSignInLike, readSignIn, type SignIn, type SignInFault } from "./sign-in-text.ts";

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

/** The origin of an authority under a scheme, as browsers write it: lower case, without the scheme's own port. */
function originOf(scheme: string, authority: string): string {
  const [, host = "", port = ""] = /^(.*?)(?::(\d*))?$/.exec(authority.toLowerCase()) ?? [];
  const own = scheme.toLowerCase() === "https" ? "443" : "80";
  return `${scheme.toLowerCase()}://${host}${port === "" || port === own ? "" : `:${port}`}`;
}

function uriOrigin(uri: string): string | undefined {
  const [, scheme, authority] = /^([^:]+):\/\/([^/?#]*)/.exec(uri) ?? [];
  return scheme === undefined || authority === undefined ? undefined : originOf(scheme, authority);
}

/**
 * What is wrong with a sign-in, all of it. The domain (host, port, and scheme where it is named) must be the origin's, with no
 * user part; a look-alike in other letters cannot be, since the browser's origin is in punycode and the grammar in ASCII.
 */
export function signInProblems(signIn: SignIn, context: SignInContext): SignInProblem[] {
  const { domain, address, uri, chainId, nonce, version, expirationTime, notBefore } = signIn;
  const { origin, account, nowSeconds, usedNonces } = context;
  const problems: SignInProblem[] = [];
  const add = (code: SignInProblemCode, found: string, expected?: string): void => {
    problems.push(expected === undefined ? { code, found } : { code, found, expected });
  };
  const scheme = signIn.scheme ?? origin.slice(0, origin.indexOf("://"));
  if (originOf(scheme, domain) !== origin) {
    add("other-domain", signIn.scheme === undefined ? domain : `${signIn.scheme}://${domain}`, origin);
  }
  if (!sameAddress(address, account)) add("other-account", address, account);
  if (address !== formatAddress(address)) add("bad-checksum-address", address, formatAddress(address));
  const expires = expirationTime === undefined ? undefined : secondsOf(expirationTime);
  if (expirationTime !== undefined && expires !== undefined && expires <= nowSeconds) {
    add("expired", expirationTime);
  }
  const begins = notBefore === undefined ? undefined : secondsOf(notBefore);
  if (notBefore !== undefined && begins !== undefined && begins > nowSeconds) add("not-yet-valid", notBefore);
  if (usedNonces.includes(nonce)) add("nonce-used", nonce);
  if (chainId !== context.chainId) add("other-chain", String(chainId), String(context.chainId));
  if (uriOrigin(uri) !== origin) add("uri-other-origin", uri, origin);
  if (version !== "1") add("bad-version", version, "1");
  return problems;
}
