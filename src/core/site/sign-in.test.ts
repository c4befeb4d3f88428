import { describe, expect, it } from "vitest";
import { isSignInLike, readSignIn, type SignIn, signInProblems } from "./sign-in.ts";

const account = "0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2";
const lines = [
  "app.example wants you to sign in with your Ethereum account:",
  account,
  "",
  "Welcome back.",
  "",
  "URI: https://app.example/login",
  "Version: 1",
  "Chain ID: 1",
  "Nonce: 32891757",
  "Issued At: 2026-01-01T00:00:00Z",
];
const text = lines.join("\n");
const changed = (from: string | RegExp, to: string): string => text.replace(from, to);
const now = Date.UTC(2026, 0, 1) / 1000;

function parsed(message: string): SignIn {
  const read = readSignIn(message);
  if (!("ok" in read)) throw new Error(read.problem);
  return read.ok;
}

const problems = (message: string, context: Partial<Parameters<typeof signInProblems>[1]> = {}): string[] =>
  signInProblems(parsed(message), {
    origin: "https://app.example",
    account,
    nowSeconds: now,
    chainId: 1,
    usedNonces: [],
    ...context,
  }).map(({ code }) => code);

describe("the grammar of a sign-in", () => {
  it.each<[string, string, string]>([
    ["nothing", "", "first-line"],
    ["a sentence of another shape", changed("wants you", "wants  you"), "first-line"],
    ["no domain", changed("app.example wants", " wants"), "domain"],
    ["a Cyrillic letter in the domain", changed("app", "аpp"), "domain"],
    ["a port that is no number", changed("app.example wants", "app.example:x wants"), "domain"],
    ["a path behind the domain", changed("app.example wants", "app.example/a wants"), "domain"],
    ["a scheme that is none", changed("app", "1://app"), "domain"],
    ["a short address", changed(account, account.slice(0, -1)), "address"],
    ["a statement of two lines", changed("Welcome", "Welcome\n"), "statement"],
    ["a statement with a letter outside the grammar", changed("Welcome", "Wëlcome"), "statement"],
    ["a statement with a right-to-left override", changed("Welcome", "\u202eWelcome"), "statement"],
    ["no empty line", changed("\n\nURI", "\nURI"), "statement"],
    ["Windows line breaks", text.replaceAll("\n", "\r\n"), "first-line"],
    ["a label in another case", changed("URI", "Uri"), "uri"],
    ["a chain that JavaScript rounds", changed("Chain ID: 1", "Chain ID: 9007199254740993"), "chain-id"],
    ["a nonce of seven", changed("32891757", "3289175"), "nonce"],
    ["a nonce with a dash", changed("32891757", "3289-1757"), "nonce"],
    ["a day that no calendar has", changed("01-01T", "02-30T"), "issued-at"],
    ["an hour that no clock has", changed("T00:", "T24:"), "issued-at"],
    ["no zone", changed("00Z", "00"), "issued-at"],
    [
      "a field twice",
      `${text}\nNot Before: 2026-01-01T00:00:00Z\nNot Before: 2026-01-01T00:00:00Z`,
      "surplus",
    ],
    ["a request id with a blank", `${text}\nRequest ID: a b`, "request-id"],
    ["a resource that is no URI", `${text}\nResources:\n- x`, "resources"],
    ["a line behind the end", `${text}\n`, "surplus"],
  ])("refuses %s", (_, message, problem) => {
    expect(readSignIn(message)).toEqual({ problem });
  });

  it("takes all that may be there, in its order", () => {
    const full = `${text}\nExpiration Time: 2026-01-02T00:00:00+14:00\nNot Before: 2026-01-01T00:00:00.5z\nRequest ID: \nResources:\n- urn:a\n- https://a/?b#c`;
    expect(parsed(full)).toMatchObject({
      expirationTime: "2026-01-02T00:00:00+14:00",
      notBefore: "2026-01-01T00:00:00.5z",
      requestId: "",
      resources: ["urn:a", "https://a/?b#c"],
    });
    expect(parsed(`${text}\nResources:`).resources).toEqual([]);
  });

  it("is asked for wherever the sentence is meant to be read", () => {
    expect(isSignInLike(text)).toBe(true);
    expect(isSignInLike("x WANTS you\nto sign\u00a0in with your Ethereum account")).toBe(true);
    expect(isSignInLike("wants you to s\u200bign in with your Ethereum acc\u00adount:")).toBe(true);
    expect(isSignInLike("ｗａｎｔｓ you to sign in with your Ethereum account")).toBe(true);
    expect(isSignInLike("Sign in to Example")).toBe(false);
  });
});

describe("a sign-in held against what the wallet knows", () => {
  it("has no fault when all is as it must be", () => {
    expect(problems(text)).toEqual([]);
    expect(problems(changed("app", "https://app"))).toEqual([]);
    expect(problems(changed("app.example wants", "APP.example:443 wants"))).toEqual([]);
    expect(problems(changed("app.example wants", "app.example: wants"))).toEqual([]);
  });

  it.each<[string, string]>([
    ["another site", "evil.example"],
    ["a site below", "app.example.evil.example"],
    ["a site above", "example"],
    ["another port", "app.example:8443"],
    ["another scheme", "http://app.example"],
    ["a user part", "app.example@app.example"],
    ["a dot behind", "app.example."],
    ["an encoded letter", "app.ex%61mple"],
    ["punycode of a look-alike", "xn--pp-7kc.example"],
  ])("is of another domain with %s", (_, domain) => {
    expect(problems(changed("app.example", domain))).toEqual(["other-domain"]);
  });

  it("has its domain from the browser's origin, port and all", () => {
    const local = changed("app.example", "localhost:3000").replace(
      "https://app.example",
      "http://localhost:3000",
    );
    expect(problems(local, { origin: "http://localhost:3000" })).toEqual([]);
    expect(problems(local, { origin: "http://localhost" })).toEqual(["other-domain", "uri-other-origin"]);
    expect(problems(local, { origin: "https://localhost:3000" })).toEqual(["uri-other-origin"]);
    const ipv6 = changed("app.example", "[::1]:80").replace("https://app.example", "http://[::1]");
    expect(problems(ipv6, { origin: "http://[::1]" })).toEqual([]);
  });

  it("is of this account, this chain and this time, with a nonce not used before", () => {
    const other = "0xe5A12547fe4E872D192E3eCecb76F2Ce1aeA4946";
    expect(problems(changed(account, other))).toEqual(["other-account"]);
    expect(problems(changed(account, account.toLowerCase()))).toEqual(["bad-checksum-address"]);
    expect(problems(text, { chainId: 10 })).toEqual(["other-chain"]);
    expect(problems(text, { usedNonces: ["12345678", "32891757"] })).toEqual(["nonce-used"]);
    expect(problems(changed("Version: 1", "Version: 2"))).toEqual(["bad-version"]);
    expect(problems(changed("https://app", "did:app"))).toEqual(["uri-other-origin"]);
    const ends = `${text}\nExpiration Time: 2026-01-01T02:00:00+02:00`;
    expect(problems(ends)).toEqual(["expired"]);
    expect(problems(ends, { nowSeconds: now - 1 })).toEqual([]);
    const begins = `${text}\nNot Before: 2025-12-31T23:00:01-01:00`;
    expect(problems(begins)).toEqual(["not-yet-valid"]);
    expect(problems(begins, { nowSeconds: now + 1 })).toEqual([]);
  });

  it("says what was found and what was to be", () => {
    const [problem] = signInProblems(parsed(changed("app.example", "evil.example")), {
      origin: "https://app.example",
      account,
      nowSeconds: now,
      chainId: 1,
      usedNonces: [],
    });
    expect(problem).toEqual({ code: "other-domain", found: "evil.example", expected: "https://app.example" });
  });
});
