import { expect, it } from "vitest";
import type { Address } from "../../core/account/account.ts";
import { accessTo, node } from "./testing/scripted-node.ts";

const one = "https://one.example";
const two = "https://two.example";
const contract: Address = "0x2222222222222222222222222222222222222222";

/** A node whose state goes back to block 50. */
const pruned = node(({ method, params }) => {
  if (method === "eth_chainId") return { result: "0x1" };
  if (params[1] === "latest") return { result: "0x6001" };
  return Number(params[1]) < 50
    ? { error: { code: -32000, message: "missing trie node" } }
    : { result: "0x" };
});

it("code is read at the newest block, or at an older one where the node still has it", async () => {
  const { access, exchanges } = accessTo({ [one]: pruned, [two]: pruned });
  expect(await access.code(contract)).toBe("0x6001");
  expect(await access.code(contract, 60)).toBe("0x");
  expect(exchanges.at(-1)?.requests[0]?.params).toEqual([contract, "0x3c"]);
  const before = exchanges.length;
  await expect(access.code(contract, 10)).rejects.toMatchObject({ code: "chain/rpc" });
  // The refusal is the answer: no other endpoint is bothered with it.
  expect(exchanges.length).toBe(before + 1);
});
