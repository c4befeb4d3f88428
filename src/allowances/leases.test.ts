import { describe, expect, it } from "vitest";
import type { Address } from "../core/account/account.ts";
import { leaseKey } from "../core/allowance/allowance.ts";
import { memoryStore } from "../core/environment/testing/memory-store.ts";
import type { AllowanceChange, Operation } from "../core/operation/operation.ts";
import { createLeases } from "./leases.ts";
import { riskOf } from "./risk.ts";

const account: Address = "0x1111111111111111111111111111111111111111";
const token: Address = "0xae7ab96520DE3A18E5e111B5EaAb095312D7fE84";
const spender: Address = "0x2222222222222222222222222222222222222222";
const day = 86_400;
const unlimited = 2n ** 256n - 1n;

const change = (changes: Partial<AllowanceChange> = {}): AllowanceChange => ({
  token,
  symbol: "stETH",
  decimals: 18,
  spender,
  before: 0n,
  after: 5n,
  form: "approve",
  ...changes,
});

function operation(allowances: AllowanceChange[], changes: Partial<Operation> = {}): Operation {
  return {
    id: "op",
    chainId: 1,
    accountId: "a",
    account,
    origin: "https://loch.example",
    intent: { kind: "approve", token, spender, amount: 5n },
    plan: { steps: [], effects: [], remarks: [] },
    preview: { madeAt: 1, gasLimit: 0n, allowances, remarks: [] },
    state: "confirmed",
    feeLevel: "normal",
    leaseUntil: 10 * day,
    steps: [],
    createdAt: 1,
    updatedAt: day,
    ...changes,
  };
}

function world() {
  let now = 2 * day;
  const told: string[] = [];
  const later = (seconds: number): void => {
    now += seconds;
  };
  const leases = createLeases({
    local: memoryStore(),
    clock: { nowSeconds: () => now, monotonicMs: () => 0 },
    audit: async (event: string) => void told.push(event),
  } as never);
  return { leases, told, later };
}

const key = leaseKey({ chainId: 1, account, form: "erc20", token: { address: token } as never, spender });

describe("leases", () => {
  it("begin when the grant is on the chain, not before", async () => {
    const { leases } = world();
    await leases.note(operation([change()], { state: "running" }));
    expect(await leases.all()).toEqual([]);
    await leases.note(operation([change()]));
    expect(await leases.all()).toMatchObject([{ spender, amount: 5n, until: 10 * day, onChain: false }]);
  });

  it("end with their time, and are due until the grant is taken away", async () => {
    const { leases, later } = world();
    await leases.note(operation([change()]));
    expect(await leases.nextEnd()).toBe(10 * day);
    expect(await leases.due()).toEqual([]);
    later(9 * day);
    expect(await leases.due()).toHaveLength(1);
    expect(await leases.nextEnd()).toBeUndefined();
    await leases.note(
      operation([change({ before: 5n, after: 0n })], { id: "revocation", updatedAt: 11 * day }),
    );
    expect(await leases.due()).toEqual([]);
  });

  it("are not put back by an old operation that is told again", async () => {
    const { leases } = world();
    await leases.note(operation([change()]));
    await leases.setEnd(key, 20 * day);
    await leases.note(operation([change()]));
    expect(await leases.nextEnd()).toBe(20 * day);
  });

  it("of a permit end when the person said, not when the permit can no longer be used", async () => {
    const { leases } = world();
    await leases.note(operation([change({ form: "permit", until: 30_000 * day })]));
    expect(await leases.all()).toMatchObject([{ form: "erc20", until: 10 * day, onChain: false }]);
  });

  it("begin with the approval of a batch that stopped after it", async () => {
    const asset = { id: token.toLowerCase(), symbol: "stETH", name: "stETH", decimals: 18, address: token };
    const words = { key: "step.approve", params: {} };
    const plan = {
      steps: [
        { kind: "approve" as const, token: asset, spender, amount: 7n, words },
        { kind: "call" as const, to: spender, data: "0x12345678" as const, value: 0n, words },
      ],
      effects: [],
      remarks: [],
    };
    const steps = (second: "broadcast" | "failed" | "confirmed") => [
      { state: "confirmed" as const, attempts: [] },
      { state: second, attempts: [] },
    ];
    const { leases } = world();
    await leases.note(operation([], { plan, steps: steps("broadcast"), state: "running" }));
    await leases.note(operation([], { plan, steps: steps("confirmed") }));
    expect(await leases.all()).toEqual([]);
    await leases.note(operation([], { plan, steps: steps("failed"), state: "failed" }));
    expect(await leases.all()).toMatchObject([{ spender, amount: 7n, until: 10 * day, form: "erc20" }]);
  });

  it("end with a revocation of what was nothing any more", async () => {
    const { leases, later } = world();
    await leases.note(operation([change()]));
    later(9 * day);
    const intent = { kind: "revoke" as const, items: [{ form: "erc20" as const, token, spender }] };
    await leases.note(operation([], { id: "revocation", intent, updatedAt: 11 * day, state: "failed" }));
    expect(await leases.due()).toHaveLength(1);
    await leases.note(operation([], { id: "revocation", intent, updatedAt: 11 * day }));
    expect(await leases.due()).toEqual([]);
  });

  it("of Permit2 end on the chain and ask nobody; its one-time transfers have none", async () => {
    const { leases, later } = world();
    await leases.note(operation([change({ form: "permit2-allowance", until: 3 * day })]));
    await leases.note(operation([change({ form: "permit2-transfer", until: 3 * day })], { id: "other" }));
    expect(await leases.all()).toMatchObject([{ form: "permit2", onChain: true, until: 3 * day }]);
    later(5 * day);
    expect(await leases.due()).toEqual([]);
  });

  it("of Permit2 that end in years are like the rest: somebody has to end them", async () => {
    const { leases, later } = world();
    const ages = 281_474_976_710_655;
    await leases.note(operation([change({ form: "permit2-allowance", until: ages })]));
    expect(await leases.all()).toMatchObject([{ form: "permit2", onChain: false, until: 10 * day }]);
    later(9 * day);
    expect(await leases.due()).toHaveLength(1);
  });

  it("of which a whole reading finds nothing are over; a permit's while nobody can use it any more", async () => {
    const { leases, later } = world();
    await leases.note(operation([change()]));
    await leases.note(
      operation([change({ form: "permit", until: 12 * day, spender: account })], { id: "permit" }),
    );
    await leases.settle(2, []);
    expect(await leases.all()).toHaveLength(2);
    await leases.settle(1, []);
    expect(await leases.all()).toMatchObject([{ spender: account }]);
    later(12 * day);
    await leases.settle(1, []);
    expect(await leases.all()).toEqual([]);
  });

  it("are changed by the person, with a line in the log, and only where there is one", async () => {
    const { leases, told } = world();
    await expect(leases.setEnd(key, day)).rejects.toMatchObject({ code: "allowance/lease-unknown" });
    await leases.note(operation([change()]));
    await leases.setEnd(key, 4 * day);
    expect(await leases.nextEnd()).toBe(4 * day);
    expect(told).toEqual(["lease.set"]);
  });
});

describe("the risk of an allowance", () => {
  const risk = (changes: Partial<Parameters<typeof riskOf>[0]>) =>
    riskOf({ amount: 5n, form: "erc20", balance: 10n, spenderKind: "contract", ...changes }, 100);

  it("grows with the amount and with how little is known of the spender", () => {
    expect(risk({ spenderKind: "protocol" })).toBe("low");
    expect(risk({})).toBe("low");
    expect(risk({ amount: 11n })).toBe("medium");
    expect(risk({ amount: unlimited, spenderKind: "protocol" })).toBe("medium");
    expect(risk({ amount: unlimited })).toBe("high");
    expect(risk({ spenderKind: "plain" })).toBe("high");
    expect(risk({ form: "permit2", amount: 2n ** 160n - 1n })).toBe("high");
  });

  it("is none where nothing can be taken", () => {
    expect(risk({ amount: 0n })).toBe("none");
    expect(risk({ spenderKind: "own", amount: unlimited })).toBe("none");
    expect(risk({ form: "permit2", expiresAt: 99 })).toBe("none");
    expect(risk({ form: "permit2", expiresAt: 101 })).toBe("low");
  });
});
