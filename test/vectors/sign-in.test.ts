import { describe, expect, it } from "vitest";
import { readSignIn, signInProblems } from "../../src/core/site/sign-in.ts";
import { isAuthority, isScheme, isStatement, isUri } from "../../src/core/site/sign-in-grammar.ts";
import characters from "./data/siwe-characters.json" with { type: "json" };
import invalidUris from "./data/siwe-invalid-uris.json" with { type: "json" };
import negative from "./data/siwe-parsing-negative.json" with { type: "json" };
import positive from "./data/siwe-parsing-positive.json" with { type: "json" };

describe("EIP-4361, the messages of the reference implementation", () => {
  it.each(positive)("reads: $name", ({ message, fields }) => {
    // The source writes null for a scheme that is not there.
    expect(readSignIn(message)).toEqual({ ok: { ...fields, scheme: fields.scheme ?? undefined } });
  });

  // Two are well formed but for what only the wallet can put into words; the rest is no sign-in at all.
  const judged = new Map([
    ["address not EIP-55", "bad-checksum-address"],
    ["version not 1", "bad-version"],
  ]);

  it.each(negative.filter(({ name }) => !judged.has(name)))("refuses: $name", ({ message }) => {
    expect(readSignIn(message)).toEqual({ problem: expect.any(String) });
  });

  it.each(negative.filter(({ name }) => judged.has(name)))("finds fault with: $name", ({ name, message }) => {
    const read = readSignIn(message);
    if (!("ok" in read)) throw new Error("was not read");
    const problems = signInProblems(read.ok, {
      origin: "https://service.org",
      account: read.ok.address,
      nowSeconds: Date.UTC(2022, 5, 1) / 1000,
      chainId: 1,
      usedNonces: [],
    });
    expect(problems.map(({ code }) => code)).toEqual([judged.get(name)]);
  });

  it.each(invalidUris)("refuses as URI and as resource: %s", (uri) => {
    expect(isUri(uri)).toBe(false);
    const [first] = positive;
    const lines = (first?.message ?? "").replace(/^URI: .*$/m, () => `URI: ${uri}`);
    expect(readSignIn(lines)).toEqual({ problem: "uri" });
    expect(readSignIn(`${first?.message}\n- ${uri}`)).toEqual({ problem: "resources" });
  });
});

describe("the grammar's rules by their characters", () => {
  const rules = new Map<string, (input: string) => boolean>([
    ["scheme", isScheme],
    ["statement", isStatement],
    ["userinfo", (input) => isAuthority(`${input}@host`)],
    ["IPvFuture", (input) => isAuthority(`[${input}]`) && isAuthority(`[v1.${input}]`)],
    ["reg-name", (input) => isAuthority(input) && !input.includes("@")],
    ["segment-nz", (input) => isUri(`a:${input}`) && !/[?#]/.test(input)],
    ["fragment", (input) => isUri(`a:b#${input}`)],
  ]);

  it.each(characters)("$rule: $input is $answer", ({ rule, input, answer }) => {
    expect(rules.get(rule)?.(input)).toBe(answer);
  });
});
