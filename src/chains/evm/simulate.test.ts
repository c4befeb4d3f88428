import { AbiCoder } from "ethers/abi";
import { describe, expect, it } from "vitest";
import type { Address } from "../../core/account/account.ts";
import type { CallRequest } from "../../core/chain/access.ts";
import { accessTo, aggregate, node, type Script } from "./testing/scripted-node.ts";

const one = "https://one.example";
const from: Address = "0x1111111111111111111111111111111111111111";
const to: Address = "0x2222222222222222222222222222222222222222";
const call: CallRequest = { from, to, data: "0xabcd", value: 5n };
const reads = [{ key: "balance", to, data: "0x70a08231" }] as const;
const block = { number: 100, timestamp: 1_700_000_000 };
const errorData = `0x08c379a0${AbiCoder.defaultAbiCoder().encode(["string"], ["paused"]).slice(2)}`;

/** A node at block 100 whose eth_simulateV1, eth_call and eth_estimateGas of the calls themselves are scripted. */
function simulating(script: Partial<Record<"simulate" | "call" | "estimate", Script>>) {
  return node((request) => {
    const { method, params } = request;
    if (method === "eth_chainId") return { result: "0x1" };
    const unknown = { error: { code: -32601, message: "the method does not exist" } };
    if (method === "eth_simulateV1") return script.simulate?.(request) ?? unknown;
    if (method === "eth_estimateGas") return script.estimate?.(request) ?? unknown;
    if ((params[0] as { from?: string }).from) return script.call?.(request) ?? unknown;
    return { result: aggregate(params, block, () => "0x01") };
  });
}

type Simulated = { blockStateCalls: [{ calls: { data: string }[] }] };
/** A result of eth_simulateV1: the given calls, then the reads behind them. */
const simulated =
  (calls: object[], number = "0x65"): Script =>
  ({ params }) => {
    const sent = (params[0] as Simulated).blockStateCalls[0].calls;
    const after = aggregate([sent.at(-1)], { number: 101, timestamp: 1_700_000_012 }, () => "0x02");
    return {
      result: [{ number, calls: [...calls, { status: "0x1", returnData: after, gasUsed: "0x1", logs: [] }] }],
    };
  };
const good = { status: "0x1", returnData: "0x", gasUsed: "0xc350", logs: [] };

describe("simulate", () => {
  it("runs the calls on the block of the reads and reads again behind them", async () => {
    const { access, exchanges } = accessTo({
      [one]: simulating({ simulate: simulated([good, good]), estimate: () => ({ result: "0xea60" }) }),
    });
    const result = await access.simulate({ calls: [call, { ...call, value: 0n }], reads });
    expect(exchanges).toHaveLength(2);
    const [simulation] = exchanges[1]?.requests ?? [];
    expect(simulation?.params[1]).toBe("0x64");
    expect(simulation?.params[0]).toMatchObject({
      traceTransfers: true,
      blockStateCalls: [{ blockOverrides: { number: "0x65", time: "0x6553f10c" } }],
    });
    expect(result).toMatchObject({ block, revertReason: undefined, logs: [] });
    expect(result.before.get("balance")).toBe("0x01");
    expect(result.after?.get("balance")).toBe("0x02");
    expect([result.nativeBefore, result.nativeAfter]).toEqual([7n * 10n ** 18n, 7n * 10n ** 18n]);
    // 60 000 estimated + 25 %; 50 000 used + 25 % for refunds + 25 %.
    expect(result.gasLimits).toEqual([75_000n, 78_125n]);
    expect(result.gasLimit).toBe(153_125n);
  });

  it("runs them again with the gas to be signed, another fee receiver and a later time, when asked to", async () => {
    const trick: Script = (request) => {
      const { feeRecipient } = (
        request.params[0] as { blockStateCalls: [{ blockOverrides: { feeRecipient?: string } }] }
      ).blockStateCalls[0].blockOverrides;
      const bad = { status: "0x0", returnData: "0x", gasUsed: "0x5208", logs: [] };
      return simulated([feeRecipient ? bad : good])(request);
    };
    const { access, exchanges } = accessTo({ [one]: simulating({ simulate: trick }) });
    const plain = await access.simulate({ calls: [call], reads });
    expect([plain.revertReason, plain.varied]).toEqual([undefined, undefined]);
    const varied = await access.simulate({ calls: [call], reads, vary: true });
    expect([varied.revertReason, varied.varied?.reverts]).toEqual([undefined, true]);
    const sent = exchanges.at(-1)?.requests[0]?.params[0];
    expect(sent).toMatchObject({
      blockStateCalls: [{ blockOverrides: { time: "0x6553f148" }, calls: [{ gas: "0x1312d" }, {}] }],
    });
  });

  it("leaves open what comes after when the reads found no gas left", async () => {
    const { access } = accessTo({
      [one]: simulating({
        simulate: () => ({
          result: [{ number: "0x65", calls: [good, { status: "0x0", returnData: "0x", gasUsed: "0x1" }] }],
        }),
      }),
    });
    const result = await access.simulate({ calls: [call], reads });
    expect(result).toMatchObject({ revertReason: undefined, gasLimit: 78_125n, after: undefined });
    expect(result.nativeAfter).toBeUndefined();
  });

  it("tells why the second call reverts", async () => {
    const bad = { status: "0x0", returnData: errorData, gasUsed: "0x5208", logs: [], error: { code: 3 } };
    const { access } = accessTo({ [one]: simulating({ simulate: simulated([good, bad]) }) });
    const result = await access.simulate({ calls: [call, call], reads });
    expect(result).toMatchObject({ revertReason: "paused", gasLimit: 0n, after: undefined });
  });

  it("finds revert data that a node puts into the error only", async () => {
    const bad = { status: "0x0", returnData: "0x", gasUsed: "0x5208", error: { code: 3, data: errorData } };
    const { access } = accessTo({ [one]: simulating({ simulate: simulated([bad]) }) });
    expect((await access.simulate({ calls: [call], reads })).revertReason).toBe("paused");
  });

  it("goes by eth_call and eth_estimateGas where the node has no eth_simulateV1, and remembers that", async () => {
    const { access, exchanges } = accessTo({
      [one]: simulating({ call: () => ({ result: "0x" }), estimate: () => ({ result: "0xea60" }) }),
    });
    const result = await access.simulate({ calls: [call], reads });
    expect(result).toMatchObject({ revertReason: undefined, gasLimit: 75_000n, after: undefined });
    expect(result.nativeAfter).toBeUndefined();
    exchanges.length = 0;
    await access.simulate({ calls: [call], reads });
    expect(exchanges.flatMap(({ requests }) => requests.map(({ method }) => method))).toEqual([
      "eth_call",
      "eth_call",
      "eth_estimateGas",
    ]);
  });

  it.each([
    [{ code: 3, message: "execution reverted: paused", data: errorData }, "paused"],
    [{ code: -32000, message: "execution reverted" }, ""],
    [{ code: -32000, message: "insufficient funds for transfer" }, "insufficient funds for transfer"],
  ])("takes the refusal %j of the old way as the revert", async (error, reason) => {
    const { access } = accessTo({
      [one]: simulating({ call: () => ({ error }), estimate: () => ({ error }) }),
    });
    expect(await access.simulate({ calls: [call], reads })).toMatchObject({
      revertReason: reason,
      gasLimit: 0n,
    });
  });

  it("goes the old way too when the answer of the new one is nonsense", async () => {
    const wrongBlock = simulated([good], "0x64");
    const { access } = accessTo({
      [one]: simulating({
        simulate: wrongBlock,
        call: () => ({ result: "0x" }),
        estimate: () => ({ result: "0xea60" }),
      }),
    });
    expect(await access.simulate({ calls: [call], reads })).toMatchObject({
      gasLimit: 75_000n,
      after: undefined,
    });
  });

  it.each(["0x0", "0x5207", "0x1000001", "0xffffffffff"])(
    "refuses a gas estimate of %s",
    async (estimate) => {
      const { access } = accessTo({
        [one]: simulating({ call: () => ({ result: "0x" }), estimate: () => ({ result: estimate }) }),
      });
      await expect(access.simulate({ calls: [call], reads })).rejects.toMatchObject({
        code: "operation/gas-implausible",
        params: { gas: BigInt(estimate).toString() },
      });
    },
  );
});
