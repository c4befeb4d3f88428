import { describe, expect, it } from "vitest";
import { alice, bob, broadcast, givenSignature, sentHash, signed, steth, world } from "./world.fixture.ts";

const app = "https://app.example";
const pool = "0x00000000000000000000000000000000000900a1";

const mail = {
  types: {
    Mail: [{ name: "contents", type: "string" }],
    EIP712Domain: [{ name: "chainId", type: "uint256" }],
  },
  primaryType: "Mail",
  domain: { chainId: 1 },
  message: { contents: "hello" },
};

async function connected(accounts = [alice]) {
  const w = world();
  const page = await w.page(app).granted(accounts);
  const asked = async (id: number) =>
    (await w.sites.handlers["sites.request"]({ id: `${page.channel}.${id}` })).ask;
  return { w, page, asked };
}

describe("personal_sign", () => {
  it.each([
    ["text", ["hello", alice], "0x68656c6c6f"],
    ["bytes", ["0xDEADbeef", alice], "0xdeadbeef"],
    ["half a byte, which is text", ["0xabc", alice], "0x3078616263"],
    ["nothing", ["0x", alice], "0x"],
    ["letters beyond ASCII", ["é", alice], "0xc3a9"],
    ["with a password behind", ["0x01", alice, "example"], "0x01"],
    ["in the other order", [alice, "0x01"], "0x01"],
    ["of an address by an account", [steth, alice], steth],
  ])("takes %s", async (_, params, bytes) => {
    const { page, asked } = await connected();
    expect(await page.ask(2, "personal_sign", params)).toBeUndefined();
    expect(await asked(2)).toEqual({ kind: "message", from: alice, bytes });
  });

  it("answers with the signature, once", async () => {
    const { w, page } = await connected();
    await page.ask(2, "personal_sign", ["hello", alice]);
    const operation = w.operations.last();
    await w.sites.checkApproval(operation);
    await w.sites.operationChanged({ ...operation, state: "approved" });
    await w.sites.checkSigning(operation);
    await w.sites.operationChanged(signed(operation));
    expect(page.reply(2)?.result).toBe(givenSignature);
    await expect(w.sites.checkSigning(operation)).rejects.toMatchObject({ code: "site/gone" });
    await expect(w.sites.checkApproval(operation)).rejects.toMatchObject({ code: "site/replayed" });
  });

  it("is refused for an account that is not the site's, and for what is no account", async () => {
    const { w, page } = await connected();
    expect((await page.ask(2, "personal_sign", ["hello", bob]))?.error?.code).toBe(4100);
    expect((await page.ask(3, "personal_sign", [bob, alice.slice(0, 20)]))?.error?.code).toBe(4100);
    expect((await page.ask(4, "personal_sign", ["hello", "alice"]))?.error?.code).toBe(-32602);
    expect((await page.ask(5, "personal_sign", ["hello"]))?.error?.code).toBe(-32602);
    expect(w.opened.length).toBe(1);
  });
});

describe("eth_signTypedData_v4", () => {
  it.each([
    ["text", [alice, JSON.stringify(mail)]],
    ["an object with more in it", [alice, { ...mail, extra: 1 }]],
    ["the other order", [mail, alice]],
  ])("takes %s", async (_, params) => {
    const { page, asked } = await connected();
    expect(await page.ask(2, "eth_signTypedData_v4", params)).toBeUndefined();
    const ask = await asked(2);
    expect(ask).toMatchObject({ kind: "typed-data", from: alice });
    expect(ask.kind === "typed-data" && JSON.parse(ask.json)).toEqual(mail);
  });

  it.each([
    ["no JSON", "{"],
    ["no types", JSON.stringify({ ...mail, types: undefined })],
    ["an unknown primary type", JSON.stringify({ ...mail, primaryType: "Letter" })],
    ["depth", `{"types":${"[".repeat(100)}${"]".repeat(100)}}`],
  ])("refuses %s without a window", async (_, json) => {
    const { w, page } = await connected();
    expect((await page.ask(2, "eth_signTypedData_v4", [alice, json]))?.error?.code).toBeLessThan(-32599);
    expect((await page.ask(3, "eth_signTypedData_v4", [bob, JSON.stringify(mail)]))?.error?.code).toBe(4100);
    expect(w.opened.length).toBe(1);
  });

  it("answers with the signature", async () => {
    const { w, page } = await connected();
    await page.ask(2, "eth_signTypedData_v4", [alice, mail]);
    await w.sites.operationChanged(signed(w.operations.last()));
    expect(page.reply(2)?.result).toBe(givenSignature);
  });
});

describe("eth_signTransaction", () => {
  const transaction = { from: alice, to: steth, data: "0x01" };

  it("is off, and says so", async () => {
    const { w, page } = await connected();
    const error = (await page.ask(2, "eth_signTransaction", [transaction]))?.error;
    expect(error?.code).toBe(4200);
    expect(error?.message).toContain("eth_sendTransaction");
    expect(w.opened.length).toBe(1);
  });

  it("gives the signed bytes where the person wants it", async () => {
    const { w, page, asked } = await connected();
    w.state.settings = { ...w.state.settings, signOnly: true };
    expect((await page.ask(2, "eth_signTransaction", [{ ...transaction, from: bob }]))?.error?.code).toBe(
      4100,
    );
    expect(await page.ask(3, "eth_signTransaction", [transaction])).toBeUndefined();
    expect(await asked(3)).toMatchObject({ kind: "transaction", signOnly: true });
    await w.sites.operationChanged(broadcast(w.operations.last()));
    expect(page.reply(3)?.result).toBe("0x02");
  });
});

describe("a transaction of a kind that is refused says why", () => {
  it.each([
    [{ authorizationList: [] }, "EIP-7702"],
    [{ type: "0x4" }, "EIP-7702"],
    [{ type: "0x3" }, "blob"],
    [{ blobVersionedHashes: [] }, "blob"],
  ])("%j", async (change, word) => {
    const { page } = await connected();
    const error = (await page.ask(2, "eth_sendTransaction", [{ from: alice, to: steth, ...change }]))?.error;
    expect(error?.code).toBe(-32602);
    expect(error?.message).toContain(word);
  });

  it("a deployment is none of them", async () => {
    const { page, asked } = await connected();
    await page.ask(2, "eth_sendTransaction", [{ from: alice, data: "0x6000" }]);
    expect(await asked(2)).toEqual({ kind: "transaction", from: alice, data: "0x6000", value: 0n });
    expect((await page.ask(3, "eth_sendTransaction", [{ from: alice, value: "0x1" }]))?.error?.code).toBe(
      -32602,
    );
  });
});

describe("what is refused says why, and eth_sign is not known at all", () => {
  it.each([
    "eth_signTypedData",
    "eth_signTypedData_v1",
    "eth_signTypedData_v3",
    "eth_getEncryptionPublicKey",
    "eth_decrypt",
    "wallet_requestExecutionPermissions",
    "wallet_getSupportedExecutionPermissions",
    "wallet_getGrantedExecutionPermissions",
    "wallet_grantPermissions",
  ])("%s", async (name) => {
    const { page } = await connected();
    const error = (await page.ask(2, name, [alice, "{}"]))?.error;
    expect(error?.code).toBe(4200);
    expect(error?.message).toContain(`${name}: `);
    expect((await page.ask(3, "eth_sign", [alice, "0x00"]))?.error).toEqual({
      code: 4200,
      message: "Method not supported.",
    });
  });
});

it("personal_ecRecover tells whose signature it is, and asks nobody", async () => {
  const w = world();
  const page = w.page(app).connect();
  // By ethers, of "hello" with the key 0x1111…11.
  const signer = "0x19E7E376E7C213B7E7e7e46cc70A5dD086DAff2A";
  const signature =
    "0x9208d5f86a1f5d9c1908dbb42969925675ceb388616fc5b186c248e4967a03e02e9d28a1adcb8cce60ebcef9756dee20522a2987afea3055f4edd8380d425f891b";
  expect((await page.ask(1, "personal_ecRecover", ["hello", signature]))?.result).toBe(signer);
  expect((await page.ask(2, "personal_ecRecover", ["0x68656c6c6f", signature]))?.result).toBe(signer);
  expect((await page.ask(3, "personal_ecRecover", ["hallo", signature]))?.result).not.toBe(signer);
  expect((await page.ask(4, "personal_ecRecover", ["hello", `0x${"00".repeat(65)}`]))?.error?.code).toBe(
    -32602,
  );
  expect((await page.ask(5, "personal_ecRecover", ["hello", "0x00"]))?.error?.code).toBe(-32602);
  expect(w.opened).toEqual([]);
});

describe("weir_requestLstApproval", () => {
  const wanted = (w: { state: { seconds: number } }, change: Record<string, unknown> = {}) => [
    {
      chainId: "0x1",
      token: steth,
      spender: pool,
      amount: "0xde0b6b3a7640000",
      until: w.state.seconds + 3600,
      purpose: "Deposit 1 stETH – für den Pool",
      ...change,
    },
  ];

  it("asks for an allowance with an end, and answers with what was granted", async () => {
    const { w, page, asked } = await connected();
    await page.ask(2, "weir_requestLstApproval", wanted(w));
    expect(await asked(2)).toEqual({
      kind: "lst-approval",
      from: alice,
      token: steth,
      spender: pool,
      amount: 10n ** 18n,
      until: w.state.seconds + 3600,
      purpose: "Deposit 1 stETH – für den Pool",
    });
    const operation = w.operations.last();
    const asset = { id: steth, symbol: "stETH", name: "stETH", decimals: 18, address: steth };
    const words = { key: "step.approve", params: {} };
    const step = {
      kind: "approve" as const,
      token: asset,
      spender: pool as `0x${string}`,
      amount: 5n,
      words,
    };
    const plan = { steps: [step], effects: [], remarks: [] };
    await w.sites.operationChanged({ ...broadcast(operation), plan, leaseUntil: 1_700_000_100 });
    expect(page.reply(2)?.result).toEqual({
      form: "approve",
      amount: "0x5",
      until: 1_700_000_100,
      hash: sentHash,
    });
  });

  it("takes digits and numbers, and the account that is meant", async () => {
    const { page, asked, w } = await connected([alice, bob]);
    await page.ask(2, "weir_requestLstApproval", wanted(w, { chainId: 1, amount: "7", from: bob }));
    expect(await asked(2)).toMatchObject({ from: bob, amount: 7n });
  });

  it.each<[string, Record<string, unknown>, number]>([
    ["nothing", { amount: "0x0" }, -32602],
    ["more than there can be", { amount: `1${"0".repeat(78)}` }, -32602],
    ["an amount with a point", { amount: "1.5" }, -32602],
    ["an end that is over", { until: 1_600_000_000 }, -32602],
    ["an end in milliseconds", { until: 1_700_003_600_000 }, -32602],
    ["a text that turns around", { purpose: "ok\u202Eko" }, -32602],
    ["invisible letters", { purpose: "a\u200Bb" }, -32602],
    ["lines", { purpose: "a\nb" }, -32602],
    ["no purpose", { purpose: "" }, -32602],
    ["a long story", { purpose: "a".repeat(201) }, -32602],
    ["the account itself as spender", { spender: alice }, -32602],
    ["nobody as spender", { spender: `0x${"0".repeat(40)}` }, -32602],
    ["the token as spender", { spender: steth }, -32602],
    ["another network", { chainId: "0x64" }, -32602],
    ["another's account", { from: bob }, 4100],
  ])("refuses %s without a window", async (_, change, code) => {
    const { w, page } = await connected();
    expect((await page.ask(2, "weir_requestLstApproval", wanted(w, change)))?.error?.code).toBe(code);
    expect(w.opened.length).toBe(1);
  });
});
