import { toUtf8String } from "ethers/utils";
import type { Hex } from "../../account/account.ts";
import {
  isSignInLike,
  readSignIn,
  type SignInFault,
  type SignInProblemCode,
  signInProblems,
} from "../../site/sign-in.ts";
import { type Rule, remark } from "../facts.ts";
import type { SigningFacts } from "../signing-facts.ts";

/** What honest sites get wrong too and what lets nobody else in: everything else is refused. */
const lesser = new Set<SignInProblemCode>(["bad-checksum-address", "other-chain", "uri-other-origin"]);

/** The fields by their names in the message, the same in every language. */
const fields: Partial<Record<SignInFault, string>> = {
  uri: "URI",
  version: "Version",
  "chain-id": "Chain ID",
  nonce: "Nonce",
  "issued-at": "Issued At",
  "expiration-time": "Expiration Time",
  "not-before": "Not Before",
  "request-id": "Request ID",
  resources: "Resources",
};

function textOf(bytes: Hex): string | undefined {
  try {
    return toUtf8String(bytes);
  } catch {
    return undefined;
  }
}

/** A sign-in (EIP-4361) that is not in order, or a message that only looks like one. */
export const signIn: Rule<SigningFacts> = {
  id: "sign-in",
  check: ({ bytes, usedNonces = [], ...facts }) => {
    const text = bytes && textOf(bytes);
    if (text === undefined || !isSignInLike(text)) return [];
    const read = readSignIn(text);
    if ("problem" in read) {
      const field = fields[read.problem];
      return field === undefined
        ? [remark("block", "sign-in-malformed")]
        : [remark("block", "sign-in-malformed-field", { field })];
    }
    return signInProblems(read.ok, { ...facts, usedNonces }).map(({ code, found, expected = "" }) =>
      remark(lesser.has(code) ? "warn" : "block", `sign-in-${code}`, {
        found: found.slice(0, 100),
        expected: expected.slice(0, 100),
      }),
    );
  },
};
