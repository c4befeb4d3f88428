import { Transaction } from "ethers/transaction";
import { hexlify, toUtf8Bytes } from "ethers/utils";
import { describe, expect, it } from "vitest";
import type { Hex } from "../core/account/account.ts";
import type { TypedData } from "../core/account/signer.ts";
import { typedDataRows } from "../core/approval/meaning/typed-data-rows.ts";
import { encodeApprove } from "../core/asset/erc20.ts";
import { WeirError } from "../core/errors/index.ts";
import type { OperationAsk } from "../core/site/site.ts";
import { approve, asked, permitAsk, siteOrigin, stranger } from "./testing/asked.ts";
import { QUEUE, TOKEN } from "./testing/ledger.ts";
import { createWorld, own } from "./testing/world.ts";

const text = (words: string): OperationAsk => ({
  kind: "message",
  from: own,
  bytes: hexlify(toUtf8Bytes(words)) as Hex,
});
const bytes = (hex: string): OperationAsk => ({ kind: "message", from: own, bytes: hex as Hex });
const site = new URL(siteOrigin).host;
const at = (seconds: number) => new Date(seconds * 1000).toISOString();
/** The small chain's clock. */
const now = 1_790_000_000;

const signIn = (
  change: Partial<Record<"domain" | "account" | "nonce" | "statement" | "more", string>> = {},
) => {
  const parts = {
    domain: site,
    account: own,
    nonce: "abcdefgh1234",
    statement: "Hello",
    more: "",
    ...change,
  };
  return text(
    `${parts.domain} wants you to sign in with your Ethereum account:\n${parts.account}\n\n${parts.statement}\n\n` +
      `URI: ${siteOrigin}/login\nVersion: 1\nChain ID: 1\nNonce: ${parts.nonce}\nIssued At: ${at(now - 60)}${parts.more}`,
  );
};

/** The permit with its domain, types or message changed. */
function permit(change: (data: Record<"domain" | "types" | "message", Record<string, unknown>>) => void) {
  const ask = permitAsk(TOKEN, QUEUE, 5n);
  if (ask.kind !== "typed-data") throw new Error("no typed data");
  const data = JSON.parse(ask.json);
  change(data);
  return { ...ask, json: JSON.stringify(data) };
}

const seaport = (price: string): OperationAsk => {
  const field = (name: string, type: string) => ({ name, type });
  const item = [
    field("itemType", "uint8"),
    field("token", "address"),
    field("identifierOrCriteria", "uint256"),
    field("startAmount", "uint256"),
    field("endAmount", "uint256"),
  ];
  const offered = { itemType: 1, token: TOKEN, identifierOrCriteria: "0", startAmount: "5", endAmount: "5" };
  const paid = {
    ...offered,
    itemType: 0,
    token: `0x${"0".repeat(40)}`,
    startAmount: price,
    endAmount: price,
  };
  const json = JSON.stringify({
    types: {
      EIP712Domain: [
        field("name", "string"),
        field("version", "string"),
        field("chainId", "uint256"),
        field("verifyingContract", "address"),
      ],
      OrderComponents: [
        field("offerer", "address"),
        field("zone", "address"),
        field("offer", "OfferItem[]"),
        field("consideration", "ConsiderationItem[]"),
        field("orderType", "uint8"),
        field("startTime", "uint256"),
        field("endTime", "uint256"),
        field("zoneHash", "bytes32"),
        field("salt", "uint256"),
        field("conduitKey", "bytes32"),
        field("counter", "uint256"),
      ],
      OfferItem: item,
      ConsiderationItem: [...item, field("recipient", "address")],
    },
    primaryType: "OrderComponents",
    domain: {
      name: "Seaport",
      version: "1.6",
      chainId: 1,
      verifyingContract: "0x0000000000000068F116a894984e2DB1123eB395",
    },
    message: {
      offerer: own,
      zone: `0x${"0".repeat(40)}`,
      offer: [offered],
      consideration: [{ ...paid, recipient: own }],
      orderType: 0,
      startTime: "0",
      endTime: String(now + 86_400),
      zoneHash: `0x${"0".repeat(64)}`,
      salt: "1",
      conduitKey: `0x${"0".repeat(64)}`,
      counter: "0",
    },
  });
  return { kind: "typed-data", from: own, json };
};

const fees = { to: stranger, gasLimit: 21_000n, chainId: 1 };
const legacy = Transaction.from({ type: 0, ...fees, gasPrice: 1n }).unsignedSerialized;
const market = Transaction.from({ type: 2, ...fees, maxFeePerGas: 1n }).unsignedSerialized;

describe("is shown, blocked, and never signed", () => {
  it.each<[string, OperationAsk]>([
    ["60: a message of 32 bytes", bytes(`0x${"c9".repeat(32)}`)],
    ["60: a message that is a legacy transaction", bytes(legacy)],
    ["60: a message that is a fee-market transaction", bytes(market)],
    ["61: typed data of another chain", permit(({ domain }) => Object.assign(domain, { chainId: 5 }))],
    [
      "61: a permit of no chain",
      permit(({ domain, types }) => {
        delete domain.chainId;
        types.EIP712Domain = (types.EIP712Domain as { name: string }[]).filter(
          ({ name }) => name !== "chainId",
        );
      }),
    ],
    ["62: a permit to a plain account", permitAsk(TOKEN, stranger, 5n)],
    [
      "62: an approval of a plain account",
      { kind: "transaction", from: own, to: TOKEN, data: encodeApprove(stranger, 5n), value: 0n },
    ],
    ["62: an order at the price of nothing", seaport("0")],
    ["63: a sign-in to another site", signIn({ domain: "lido.fi" })],
    ["63: a sign-in with a look-alike letter", signIn({ domain: site.replace("e", "е") })],
    ["63: a sign-in to its punycode", signIn({ domain: "xn--sit-8cd.example" })],
    ["63: a sign-in at another port", signIn({ domain: `${site}:8443` })],
    ["63: a sign-in that ran out", signIn({ more: `\nExpiration Time: ${at(now - 1)}` })],
    ["63: a sign-in of the future", signIn({ more: `\nNot Before: ${at(now + 600)}` })],
    ["63: a sign-in with a short nonce", signIn({ nonce: "abc1234" })],
    ["63: a sign-in whose statement has two lines", signIn({ statement: "Hello\nWorld" })],
    ["63: a sign-in of another account", signIn({ account: stranger })],
    [
      "63: a text with the sentence of a sign-in",
      text(`${site} wants you to sign in with your Ethereum account: yes`),
    ],
  ])("%s", async (_, ask) => {
    const world = createWorld();
    const { operations, shown } = await asked(world, ask);
    const { code } = shown.preview?.blocked ?? {};
    expect(shown.preview?.remarks.some(({ level }) => level === "block")).toBe(true);
    expect(code).toBeDefined();
    await expect(approve(operations, shown)).rejects.toMatchObject({ code });
    await operations.resume();
    await world.settle(operations, 2);
    expect([...world.signatures, ...world.signed]).toEqual([]);
  });

  it("and the same asked in order is signed", async () => {
    for (const ask of [signIn(), text("Welcome!"), permitAsk(TOKEN, QUEUE, 5n), seaport("1000")]) {
      const world = createWorld();
      world.chain.contracts.set("0x0000000000000068f116a894984e2db1123eb395", 1);
      const { operations, shown } = await asked(world, ask);
      expect(shown.preview?.blocked).toBeUndefined();
      await approve(operations, shown);
      expect(world.signatures).toHaveLength(1);
    }
  });
});

describe("61: typed data that cannot be shown whole becomes no operation", () => {
  it.each<[string, OperationAsk]>([
    ["a missing field", permit(({ message }) => void delete message.spender)],
    ["an empty contract", permit(({ domain }) => Object.assign(domain, { verifyingContract: "0x" }))],
    ["a huge chain", permit(({ domain }) => Object.assign(domain, { chainId: `0x${"f".repeat(64)}` }))],
    [
      "a type that contains itself",
      permit(({ types }) => Object.assign(types, { Permit: [{ name: "owner", type: "Permit[]" }] })),
    ],
    [
      "a list of another length",
      permit(({ types, message }) => {
        Object.assign(types, { Permit: [{ name: "list", type: "uint8[2]" }] });
        for (const key of Object.keys(message)) delete message[key];
        message.list = [1];
      }),
    ],
  ])("%s", async (_, ask) => {
    const world = createWorld();
    await expect(asked(world, ask)).rejects.toMatchObject({ code: "site/params-invalid" });
    expect([...world.values.keys()].filter((key) => key.startsWith("operation:"))).toEqual([]);
  });

  it("and a field beyond its type is neither shown nor hashed", async () => {
    const world = createWorld();
    const ask = permit(({ message }) => Object.assign(message, { more: "Sign in" }));
    const { operations, shown } = await asked(world, ask);
    await approve(operations, shown);
    const [signed] = world.signatures;
    expect(Object.keys((signed as TypedData).message)).toEqual([
      "owner",
      "spender",
      "value",
      "nonce",
      "deadline",
    ]);
    expect(
      typedDataRows(signed as TypedData)
        .map(({ path }) => path)
        .join(),
    ).not.toContain("more");
  });

  it("for a type named after the prototype", async () => {
    const ask = permitAsk(TOKEN, QUEUE, 5n);
    if (ask.kind !== "typed-data") throw new Error("no typed data");
    const json = ask.json.replaceAll('"Permit"', '"__proto__"');
    await expect(asked(createWorld(), { ...ask, json })).rejects.toMatchObject({
      code: "site/params-invalid",
    });
  });
});

describe("34: a site that may no longer have it gets no signature", () => {
  it.each<[string, OperationAsk]>([
    ["message", text("Welcome!")],
    ["permit", permitAsk(TOKEN, QUEUE, 5n)],
    ["transaction", { kind: "transaction", from: own, to: TOKEN, data: encodeApprove(QUEUE, 5n), value: 0n }],
  ])("%s", async (_, ask) => {
    const world = createWorld();
    const { operations, shown } = await asked(world, ask);
    world.refused = new WeirError("site/not-connected", {});
    await expect(approve(operations, shown)).rejects.toMatchObject({ code: "site/not-connected" });
    await operations.resume();
    await world.settle(operations, 2);
    expect([...world.signatures, ...world.signed, ...world.chain.sent]).toEqual([]);
  });
});
