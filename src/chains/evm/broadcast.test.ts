import { keccak256 } from "ethers/crypto";
import { describe, expect, it } from "vitest";
import { accessTo, answer, node, timeout } from "./testing/scripted-node.ts";

const one = "https://one.example";
const two = "https://two.example";
const raw = "0x02f8aa";
const hash = keccak256(raw);

const taking = node(({ method }) => ({ result: method === "eth_chainId" ? "0x1" : hash }));
const refusing = (message: string, code = -32000, known = false) =>
  node(({ method }) => {
    if (method === "eth_chainId") return { result: "0x1" };
    if (method === "eth_getTransactionByHash") return { result: known ? { hash } : null };
    return { error: { code, message } };
  });

describe("broadcast", () => {
  it("goes to every endpoint, and never before the chain id is known", async () => {
    const { access, exchanges } = accessTo({ [one]: taking, [two]: taking });
    await access.broadcast(raw);
    await Promise.resolve();
    expect(exchanges.map(({ url, requests }) => [url, requests.map((r) => r.method)])).toEqual([
      [one, ["eth_chainId"]],
      [two, ["eth_chainId"]],
      [one, ["eth_sendRawTransaction"]],
      [two, ["eth_sendRawTransaction"]],
    ]);
  });

  it("sends nothing to an endpoint of another network", async () => {
    const { access, exchanges } = accessTo({ [one]: node(() => ({ result: "0x2a" })) });
    await expect(access.broadcast(raw)).rejects.toMatchObject({ code: "chain/wrong-chain" });
    expect(exchanges).toHaveLength(1);
  });

  it.each([
    ["already known", refusing("already known")],
    ["ALREADY_EXISTS: already known", refusing("ALREADY_EXISTS: already known")],
    ["transaction already imported", refusing("transaction already imported", -32003)],
    ["nonce too low, when it is this one that is in the chain", refusing("nonce too low", -32000, true)],
  ])("is done when a node says %s", async (_, script) => {
    await expect(accessTo({ [one]: script }).access.broadcast(raw)).resolves.toBeUndefined();
  });

  it("is done when one of two took it", async () => {
    for (const bad of [timeout, () => answer("no", 403), refusing("insufficient funds")]) {
      await expect(accessTo({ [one]: bad, [two]: taking }).access.broadcast(raw)).resolves.toBeUndefined();
    }
  });

  it.each([
    ["nonce too low", "nonce-too-low"],
    ["replacement transaction underpriced", "underpriced"],
    ["insufficient funds for gas * price + value", "insufficient-funds"],
    ["something else", "other"],
  ])("that a node refuses with '%s' rejects with the reason %s", async (message, reason) => {
    const { access } = accessTo({ [one]: timeout, [two]: refusing(message) });
    await expect(access.broadcast(raw)).rejects.toMatchObject({
      code: "chain/rpc",
      params: { endpoint: "two.example", method: "eth_sendRawTransaction", rpcCode: -32000, reason },
    });
  });

  it("does not count when the node names another transaction's hash", async () => {
    const { access } = accessTo({
      [one]: node(({ method }) => ({ result: method === "eth_chainId" ? "0x1" : `0x${"00".repeat(32)}` })),
    });
    await expect(access.broadcast(raw)).rejects.toMatchObject({ code: "chain/answer-malformed" });
  });
});

describe("knows", () => {
  it("is true when any endpoint has it, and an error only when none answers", async () => {
    const none = refusing("", -32000);
    const has = refusing("", -32000, true);
    expect(await accessTo({ [one]: none, [two]: has }).access.knows(hash as `0x${string}`)).toBe(true);
    expect(await accessTo({ [one]: timeout, [two]: none }).access.knows(hash as `0x${string}`)).toBe(false);
    await expect(accessTo({ [one]: timeout }).access.knows(hash as `0x${string}`)).rejects.toMatchObject({
      code: "chain/timeout",
    });
  });
});
