import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Address, Hex } from "../../core/account/account.ts";
import type { ChainAccess } from "../../core/chain/access.ts";
import { isWeirError } from "../../core/errors/index.ts";
import { accessTo, answer, node } from "./testing/scripted-node.ts";

const account: Address = "0x1111111111111111111111111111111111111111";
const hash: Hex = `0x${"ab".repeat(32)}`;
const questions: Record<string, (access: ChainAccess) => Promise<unknown>> = {
  readMany: (access) =>
    access.readMany({ reads: [{ key: "a", to: account, data: "0x" }], native: [account] }),
  logs: (access) => access.logs({ address: account, topics: [hash] }, 1, 9),
  fees: (access) => access.fees(),
  nonces: (access) => access.nonces(account),
  simulate: (access) =>
    access.simulate({ calls: [{ from: account, to: account, data: "0x", value: 0n }], reads: [] }),
  broadcast: (access) => access.broadcast("0x02f8"),
  receipt: (access) => access.receipt(hash),
  knows: (access) => access.knows(hash),
  code: (access) => access.code(account),
  latestBlock: (access) => access.latestBlock(),
};

/** JSON that looks a little like what nodes send. */
const almost = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom(
      "0x",
      "0x1",
      "0x01",
      "-0x1",
      "1",
      `0x${"0".repeat(64)}`,
      `0x${"f".repeat(65)}`,
      hash,
      account,
    ),
    fc.constantFrom(0, -1, 1e308, null, true, ""),
    fc.string(),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(
      fc.constantFrom(
        ...["baseFeePerGas", "gasUsedRatio", "reward", "status", "logs", "calls", "number", "timestamp"],
        ...["transactionHash", "blockHash", "topics", "data", "address", "hash", "__proto__", "constructor"],
      ),
      tie("value"),
      { maxKeys: 6 },
    ),
  ),
})).value;

async function outcome(question: Promise<unknown>): Promise<unknown> {
  return await question.catch((error) => {
    if (!isWeirError(error)) throw error;
    return undefined;
  });
}

describe("garbage", () => {
  it.each(Object.keys(questions))("as a body never makes %s throw anything but a WeirError", async (name) => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          almost.map((value) => JSON.stringify(value)),
        ),
        fc.integer({ min: 100, max: 599 }),
        async (body, status) => {
          const { access } = accessTo({ "https://one.example": () => answer(body, status) });
          expect(await outcome(questions[name]?.(access) ?? Promise.reject())).toBeUndefined();
        },
      ),
    );
  });

  it.each(Object.keys(questions))(
    "as a result is refused by %s or comes out in the right shape",
    async (name) => {
      await fc.assert(
        fc.asyncProperty(almost, async (value) => {
          const { access } = accessTo({
            "https://one.example": node(({ method }) => ({
              result: method === "eth_chainId" ? "0x1" : value,
            })),
          });
          const result = await outcome(questions[name]?.(access) ?? Promise.reject());
          if (name === "readMany" || name === "simulate" || name === "broadcast")
            expect(result).toBeUndefined();
          if (name === "code" && result !== undefined) expect(result).toMatch(/^0x([0-9a-f]{2})*$/);
          if (name === "nonces" && result !== undefined) {
            const { latest } = result as { latest: number };
            expect(Number.isSafeInteger(latest) && latest >= 0).toBe(true);
          }
        }),
      );
    },
  );
});
