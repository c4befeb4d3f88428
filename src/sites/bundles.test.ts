import { beforeEach, describe, expect, it } from "vitest";
import type { Receipt } from "../core/chain/access.ts";
import type { Operation } from "../core/operation/operation.ts";
import { alice, bob, steth, type World, world } from "./world.fixture.ts";

const call = { to: steth, data: "0x095ea7b3", value: "0x0" };
const bundle = (change: Record<string, unknown> = {}) => [
  { version: "2.0.0", from: alice, chainId: "0x1", atomicRequired: false, calls: [call, call], ...change },
];

let w: World;
let page: Awaited<ReturnType<ReturnType<World["page"]>["granted"]>>;
let sent: Operation | undefined;
let receipts: (Receipt | undefined)[];

beforeEach(async () => {
  w = world();
  sent = undefined;
  receipts = [];
  w.deps.operations = {
    ...w.operations.part,
    bundle: async (origin, id) => (sent?.origin === origin && id === "known" ? sent : undefined),
    receipts: async () => receipts,
  };
  await w.restartWorker();
  page = await w.page("https://site.example").granted([alice]);
});

const code = async (id: number, params: unknown) =>
  (await page.ask(id, "wallet_sendCalls", params))?.error?.code;
const askOf = (id: number) =>
  JSON.parse(w.session.data.get(`request:${page.channel}.${id}`) ?? "{}").ask as Record<string, unknown>;

describe("wallet_getCapabilities", () => {
  it("says per network that nothing is atomic, and that approvals of staked tokens can be asked for", async () => {
    expect((await page.ask(2, "wallet_getCapabilities", [alice]))?.result).toEqual({
      "0x1": { atomic: { status: "unsupported" }, weirLstApproval: { supported: true, version: "1" } },
    });
    expect((await page.ask(3, "wallet_getCapabilities", [alice, ["0xa"]]))?.result).toEqual({});
  });

  it("is told to nobody about accounts that the site does not see", async () => {
    expect((await page.ask(2, "wallet_getCapabilities", [bob]))?.error?.code).toBe(4100);
    w.state.unlocked = false;
    expect((await page.ask(3, "wallet_getCapabilities", [alice]))?.error?.code).toBe(4100);
  });
});

describe("wallet_sendCalls", () => {
  it("becomes one request with all calls, the site's id or one of ours, the site's account when none is named", async () => {
    await page.ask(
      2,
      "wallet_sendCalls",
      bundle({ id: "mine", from: undefined, calls: [{ to: bob, value: "0x5" }] }),
    );
    expect(askOf(2)).toEqual({
      kind: "calls",
      from: alice,
      bundleId: "mine",
      calls: [{ to: bob, data: "0x", value: "5" }],
    });
  });

  it("has an id of 32 bytes when the site gives none", async () => {
    await page.ask(2, "wallet_sendCalls", bundle());
    expect(askOf(2).bundleId).toMatch(/^0x[0-9a-f]{64}$/);
  });

  it.each([
    [5760, { atomicRequired: true }],
    [5700, { capabilities: { paymasterService: { url: "https://x.example" } } }],
    [5700, { calls: [{ ...call, capabilities: { odd: {} } }] }],
    [5710, { chainId: "0xa" }],
    [5720, { id: "known" }],
    [5740, { calls: Array.from({ length: 21 }, () => call) }],
    [-32602, { calls: [] }],
    [-32602, { calls: [{ data: "0x" }] }],
    [-32602, { version: "1.0" }],
    [-32602, { atomicRequired: undefined }],
    [-32602, { id: "x".repeat(8195) }],
    [4100, { from: bob }],
  ])("is refused with %i for %j, with no window", async (expected, change) => {
    sent = { origin: "https://site.example" } as Operation;
    expect(await code(2, bundle(change))).toBe(expected);
    expect(w.opened.length).toBe(1);
  });

  it("passes over capabilities that are optional", async () => {
    await page.ask(2, "wallet_sendCalls", bundle({ capabilities: { paymasterService: { optional: true } } }));
    expect(askOf(2).kind).toBe("calls");
  });
});

describe("the status of a bundle", () => {
  const receipt = (success: boolean): Receipt => ({
    hash: `0x${"5e".repeat(32)}`,
    success,
    blockNumber: 100,
    blockHash: `0x${"bb".repeat(32)}`,
    gasUsed: 21_000n,
    effectiveGasPrice: 1n,
    logs: [{ address: steth, topics: [`0x${"01".repeat(32)}`], data: "0x02", blockNumber: 100 }],
  });
  const operation = (state: Operation["state"], error?: string) =>
    ({
      id: "op-1",
      chainId: 1,
      origin: "https://site.example",
      state,
      ...(error ? { error: { code: error, params: {} } } : {}),
    }) as unknown as Operation;

  it.each<[number, Operation, (Receipt | undefined)[]]>([
    [100, operation("approved"), []],
    [100, operation("running"), [receipt(true), undefined]],
    [200, operation("confirmed"), [receipt(true), receipt(true)]],
    [400, operation("rejected"), []],
    [400, operation("failed", "operation/dropped"), [undefined]],
    [500, operation("failed", "operation/reverted"), [receipt(false)]],
    [500, operation("failed", "operation/reverted"), [undefined]],
    [600, operation("failed", "operation/reverted"), [receipt(true), receipt(false)]],
    [600, operation("cancelled"), [receipt(true)]],
  ])("is %i", async (expected, one, some) => {
    sent = one;
    receipts = some;
    const status = (await page.ask(2, "wallet_getCallsStatus", ["known"]))?.result as Record<string, unknown>;
    expect(status).toMatchObject({
      version: "2.0.0",
      id: "known",
      chainId: "0x1",
      status: expected,
      atomic: false,
    });
    const there = some.filter((each) => each !== undefined).length;
    expect((status.receipts as unknown[] | undefined)?.length ?? 0).toBe(there);
  });

  it("has receipts in the form of the standard", async () => {
    sent = operation("confirmed");
    receipts = [receipt(true)];
    const status = (await page.ask(2, "wallet_getCallsStatus", ["known"]))?.result as { receipts: unknown };
    expect(status.receipts).toEqual([
      {
        logs: [{ address: steth, topics: [`0x${"01".repeat(32)}`], data: "0x02" }],
        status: "0x1",
        blockHash: `0x${"bb".repeat(32)}`,
        blockNumber: "0x64",
        gasUsed: "0x5208",
        transactionHash: `0x${"5e".repeat(32)}`,
      },
    ]);
  });

  it("is another site's business for nobody else", async () => {
    sent = operation("confirmed");
    const other = await w.page("https://other.example").granted([alice]);
    expect((await other.ask(2, "wallet_getCallsStatus", ["known"]))?.error?.code).toBe(5730);
    expect((await page.ask(3, "wallet_getCallsStatus", ["unknown"]))?.error?.code).toBe(5730);
  });

  it("is shown to the person when the site asks, a few times and no more", async () => {
    sent = operation("running");
    const codes: unknown[] = [];
    for (let id = 2; id < 9; id += 1) {
      codes.push((await page.ask(id, "wallet_showCallsStatus", ["known"]))?.error?.code);
    }
    expect(w.shown).toEqual(Array.from({ length: 5 }, () => "op-1"));
    expect(codes.at(-1)).toBe(-32005);
  });
});
