import { describe, expect, it } from "vitest";
import type { KeyValueStore } from "../core/environment/environment.ts";
import type { Operation } from "../core/operation/operation.ts";
import { createApprovals } from "./approvals.ts";

const here = `0x${"11".repeat(20)}` as const;
const there = `0x${"22".repeat(20)}` as const;
const fee = { maxFeePerGas: 20n, maxPriorityFeePerGas: 1n };

function operation(): Operation {
  return {
    id: "one",
    chainId: 1,
    accountId: "account",
    account: here,
    origin: "wallet",
    intent: { kind: "send", assetId: "native", to: here, amount: 1n },
    plan: { steps: [{ kind: "call", label: "send", to: here, data: "0x", value: 1n }] },
    preview: { madeAt: 1, fees: { slow: fee, normal: fee, fast: fee, baseFee: 10n }, gasLimit: 21_000n },
    state: "running",
    feeLevel: "normal",
    steps: [{ state: "waiting", attempts: [] }],
    createdAt: 1,
    updatedAt: 1,
  } as unknown as Operation;
}

function sessionStore(): KeyValueStore {
  const values = new Map<string, unknown>();
  return {
    get: async (key: string) => values.get(key),
    set: async (key: string, value: unknown) => void values.set(key, value),
    remove: async (key: string) => void values.delete(key),
  } as unknown as KeyValueStore;
}

const refused = { code: "operation/changed-since-preview" };

describe("what the person approved", () => {
  it("may be signed, by another worker too, and however its record was read", async () => {
    const session = sessionStore();
    await createApprovals(session).remember(operation());
    const { plan, ...rest } = operation();
    const moved = { plan, ...rest, state: "running", updatedAt: 99 } as Operation;
    await expect(createApprovals(session).require(moved)).resolves.toBeUndefined();
  });

  it("is nothing for a record that merely says so", async () => {
    const approvals = createApprovals(sessionStore());
    await expect(approvals.require(operation())).rejects.toMatchObject(refused);
    await approvals.remember({ ...operation(), id: "other" });
    await expect(approvals.require(operation())).rejects.toMatchObject(refused);
  });

  it("is not a record whose target, data, amount, account, network, origin or fee was changed since", async () => {
    const approvals = createApprovals(sessionStore());
    await approvals.remember(operation());
    const step = operation().plan.steps[0] as { kind: "call" };
    const preview = operation().preview as NonNullable<Operation["preview"]>;
    const changes: Partial<Operation>[] = [
      { account: there },
      { accountId: "other" },
      { chainId: 5 },
      { origin: "https://evil.example" },
      ...[{ to: there }, { data: "0x01" }, { value: 2n }].map((change) => ({
        plan: { ...operation().plan, steps: [{ ...step, ...change }] } as unknown as Operation["plan"],
      })),
      { preview: { ...preview, fees: { ...preview.fees, normal: { ...fee, maxFeePerGas: 2_000n } } } },
    ];
    for (const change of changes) {
      await expect(approvals.require({ ...operation(), ...change })).rejects.toMatchObject(refused);
    }
    await expect(approvals.require(operation())).resolves.toBeUndefined();
  });

  it("counts in this worker when storage.session fails", async () => {
    const failing = async (): Promise<never> => {
      throw new Error("An unexpected error occurred");
    };
    const approvals = createApprovals({
      get: failing,
      set: failing,
      remove: failing,
    } as unknown as KeyValueStore);
    await approvals.remember(operation());
    await expect(approvals.require(operation())).resolves.toBeUndefined();
    await expect(approvals.require({ ...operation(), id: "other" })).rejects.toMatchObject(refused);
  });

  it("ends with the operation", async () => {
    const approvals = createApprovals(sessionStore());
    await approvals.remember(operation());
    await approvals.forget("one");
    await expect(approvals.require(operation())).rejects.toMatchObject(refused);
  });
});
