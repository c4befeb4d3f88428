import { Transaction } from "ethers/transaction";
import { hexlify, toUtf8Bytes } from "ethers/utils";
import { describe, expect, it } from "vitest";
import type { Address, Hex } from "../account/account.ts";
import { formatAddress } from "../account/address.ts";
import type { TypedData } from "../account/signer.ts";
import { permit2Address } from "../allowance/standing-reads.ts";
import type { Meaning } from "./meaning/meaning.ts";
import type { SigningFacts } from "./signing-facts.ts";
import { signingRemarks, signingRules } from "./signing-rules.ts";

const account = formatAddress("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed");
const token: Address = "0xae7ab96520DE3A18E5e111B5EaAb095312D7fE84";
const stranger: Address = "0x1111111111111111111111111111111111111111";
const ending = 1_700_000_000;

const calm: SigningFacts = {
  nowSeconds: ending,
  chainId: 1,
  account,
  origin: "https://app.example",
  meanings: [],
  grants: [],
  operators: [],
  foreignTokens: [],
  recipients: [],
  known: [],
  tokens: new Set([token.toLowerCase()]),
};
const said = (changed: Partial<SigningFacts>) =>
  signingRemarks({ ...calm, ...changed }).map(({ level, words }) => `${level} ${words.key.slice(7)}`);
const bytesOf = (text: string) => hexlify(toUtf8Bytes(text)) as Hex;

describe("rules about a message", () => {
  const legacy = Transaction.from({ to: stranger, value: 1n, gasLimit: 21_000n, gasPrice: 1n, chainId: 1 });
  const typed = Transaction.from({ to: stranger, type: 2, gasLimit: 21_000n, maxFeePerGas: 1n, chainId: 1 });

  it.each<[string, Hex, string[]]>([
    ["words", bytesOf("Welcome to the app!\n\nNonce: 12"), []],
    ["nothing at all", "0x", []],
    ["32 letters", bytesOf("Sign in to vote on proposal 1234"), []],
    ["32 bytes that are no text", `0x${"c9".repeat(32)}`, ["block message-is-hash"]],
    ["a legacy transaction", legacy.unsignedSerialized as Hex, ["block message-is-transaction"]],
    ["a fee-market transaction", typed.unsignedSerialized as Hex, ["block message-is-transaction"]],
    ["bytes that are no text", `0x${"c9".repeat(40)}`, ["warn message-unreadable"]],
    ["a hash in hex letters", bytesOf(`0x${"ab".repeat(32)}`), ["warn message-unreadable"]],
    ["a text turned around", bytesOf("pay \u202eeno tsuj"), ["warn hidden-characters"]],
    ["a word cut by nothing", bytesOf("ap\u200bprove"), ["warn hidden-characters"]],
  ])("%s", (_what, bytes, expected) => expect(said({ bytes })).toEqual(expected));
});

describe("rules about a sign-in", () => {
  const at = (seconds: number) => new Date(seconds * 1000).toISOString();
  const parts = {
    domain: "app.example",
    address: account as string,
    uri: "https://app.example/login",
    version: "1",
    chain: "1",
    nonce: "abcdefgh1234",
    more: "",
  };
  const message = (changed: Partial<typeof parts>) => {
    const { domain, address, uri, version, chain, nonce, more } = { ...parts, ...changed };
    return bytesOf(
      `${domain} wants you to sign in with your Ethereum account:\n${address}\n\nHello\n\nURI: ${uri}\nVersion: ${version}\nChain ID: ${chain}\nNonce: ${nonce}\nIssued At: ${at(ending - 60)}${more}`,
    );
  };

  it.each<[string, Partial<typeof parts>, string[]]>([
    ["in order", {}, []],
    ["of another site", { domain: "lido.fi" }, ["block sign-in-other-domain"]],
    ["with another port", { domain: "app.example:8443" }, ["block sign-in-other-domain"]],
    ["with a Cyrillic letter in the domain", { domain: "аpp.example" }, ["block sign-in-malformed"]],
    ["for another account", { address: formatAddress(stranger) }, ["block sign-in-other-account"]],
    [
      "with an address in small letters",
      { address: account.toLowerCase() },
      ["warn sign-in-bad-checksum-address"],
    ],
    ["of another network", { chain: "137" }, ["warn sign-in-other-chain"]],
    ["about another place", { uri: "https://api.example/x" }, ["warn sign-in-uri-other-origin"]],
    ["with a short nonce", { nonce: "abcdefg" }, ["block sign-in-malformed-field"]],
    ["that ran out", { more: `\nExpiration Time: ${at(ending - 1)}` }, ["block sign-in-expired"]],
    ["that ends later", { more: `\nExpiration Time: ${at(ending + 60)}` }, []],
    ["not good yet", { more: `\nNot Before: ${at(ending + 60)}` }, ["block sign-in-not-yet-valid"]],
    ["with something behind it", { more: "\nPS: all my tokens" }, ["block sign-in-malformed"]],
  ])("%s", (_what, changed, expected) => expect(said({ bytes: message(changed) })).toEqual(expected));

  it("with a nonce that this site had before", () => {
    expect(said({ bytes: message({}), usedNonces: [parts.nonce] })).toEqual(["block sign-in-nonce-used"]);
    expect(said({ bytes: message({}), usedNonces: ["another-one"] })).toEqual([]);
  });

  it("that only uses the sentence", () => {
    const text = "lido.fi wants you to sign in with your Ethereum account: please";
    expect(said({ bytes: bytesOf(text) })).toEqual(["block sign-in-malformed"]);
  });

  it("names what is wrong in its evidence", () => {
    const [first] = signingRemarks({ ...calm, bytes: message({ domain: "lido.fi" }) });
    expect(first?.words.params).toEqual({ found: "lido.fi", expected: "https://app.example" });
  });
});

describe("rules about typed data", () => {
  const bound = { name: "App", chainId: 1n, verifyingContract: stranger };
  const data = (domain: TypedData["domain"], message: Record<string, unknown> = {}): TypedData => ({
    domain,
    primaryType: "Vote",
    types: { Vote: [] },
    message,
  });
  const approval: Meaning = {
    kind: "approval",
    form: "permit",
    token,
    spender: stranger,
    amount: 5n,
    owner: account,
  };
  const transfer: Meaning = { kind: "transfer", token, to: stranger, amount: 5n, from: account };
  const unknown: Meaning = { kind: "unknown", primaryType: "Vote" };

  it.each<[string, TypedData, readonly Meaning[], string[]]>([
    ["bound to this network and a contract", data(bound), [approval], []],
    ["of another network", data({ ...bound, chainId: 5n }), [], ["block chain-mismatch"]],
    ["of no network", data({ verifyingContract: stranger }), [], ["warn chain-missing"]],
    [
      "of no network, giving a right",
      data({ verifyingContract: stranger }),
      [approval],
      ["block chain-missing"],
    ],
    [
      "of this network by its salt",
      data({ verifyingContract: stranger, salt: `0x${"1".padStart(64, "0")}` }),
      [approval],
      [],
    ],
    [
      "of another network by its salt",
      data({ verifyingContract: stranger, salt: `0x${"89".padStart(64, "0")}` }),
      [],
      ["block chain-mismatch"],
    ],
    ["for no contract", data({ chainId: 1n }), [], ["warn verifying-contract-missing"]],
    [
      "for the zero contract, giving a right",
      data({ chainId: 1n, verifyingContract: `0x${"0".repeat(40)}` }),
      [approval],
      ["block verifying-contract-missing"],
    ],
    ["bound to nothing", data({ name: "Votes" }), [], ["warn domain-unbound"]],
    ["bound to nothing, giving a right", data({ name: "Votes" }), [approval], ["block domain-unbound"]],
    [
      "bound to nothing, taking a right away",
      data({ name: "Votes" }),
      [{ ...approval, amount: 0n }],
      ["warn domain-unbound"],
    ],
    ["that moves tokens", data(bound), [transfer], ["warn signed-transfer"]],
    ["for another owner", data(bound), [{ ...approval, owner: stranger }], ["warn other-owner"]],
    [
      "of a contract that the account has act",
      data(bound),
      [{ ...approval, owner: stranger, by: stranger }],
      [],
    ],
    ["not known", data(bound), [unknown], ["note unknown-data"]],
    [
      "not known, for a token",
      data({ ...bound, verifyingContract: token }),
      [unknown],
      ["warn unknown-data-token"],
    ],
    [
      "not known, for Permit2",
      data({ ...bound, verifyingContract: permit2Address }),
      [unknown],
      ["warn unknown-data-token"],
    ],
    ["disguised", data(bound), [{ ...unknown, hint: "permit2-elsewhere" }], ["warn unknown-data-disguised"]],
    ["too deep", data(bound), [{ ...unknown, hint: "too-many-parts" }], ["warn unknown-data-parts"]],
    ["that delegates", data(bound), [{ kind: "delegation", to: stranger }], ["block delegation"]],
    [
      "an order for nothing",
      data(bound),
      [{ kind: "order", market: stranger, gives: [{ token, amount: 1n }], gets: [] }],
      ["block order-for-nothing"],
    ],
    [
      "with a letter that cannot be seen",
      data(bound, { to: [{ name: "Bo\u2066b" }] }),
      [],
      ["warn hidden-characters"],
    ],
    ["with one in the domain's name", data({ ...bound, name: "A\u202epp" }), [], ["warn hidden-characters"]],
    ["with letters of many languages", data(bound, { name: "Größe 日本 قيمة 👍🏽" }), [], []],
  ])("%s", (_what, typedData, meanings, expected) => expect(said({ typedData, meanings })).toEqual(expected));
});

describe("the rules about signatures", () => {
  it("have an id each", () =>
    expect(new Set(signingRules.map(({ id }) => id)).size).toBe(signingRules.length));
});
