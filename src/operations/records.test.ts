import { expect, it } from "vitest";
import { memoryStore } from "../core/environment/testing/memory-store.ts";
import type { Operation } from "../core/operation/operation.ts";
import type { OperationsDependencies } from "./dependencies.ts";
import { operationRecords } from "./records.ts";
import { own } from "./testing/world.ts";

it("requests that a site took back do not push out what was signed, nor what is being asked", async () => {
  let now = 1_790_000_000;
  const records = operationRecords({
    local: memoryStore(),
    clock: { nowSeconds: () => now, monotonicMs: () => 0 },
  } as unknown as OperationsDependencies);
  const operation = (id: string, state: Operation["state"], signature?: object): Operation => ({
    id,
    chainId: 1,
    accountId: "one",
    account: own,
    origin: "https://site.example",
    intent: { kind: "site-message", origin: "https://site.example", requestId: id, bytes: "0x01" },
    plan: { steps: [], effects: [], remarks: [] },
    state,
    feeLevel: "normal",
    steps: [
      { state: "waiting", attempts: [], ...(signature && { signature }) } as Operation["steps"][number],
    ],
    createdAt: now,
    updatedAt: now,
  });
  await records.save(operation("signed", "confirmed", { v: 27, r: "0x01", s: "0x02" }));
  await records.save(operation("asked", "planned"));
  for (let count = 0; count < 510; count++) {
    now += 1;
    await records.save(operation(`taken-back-${count}`, "rejected"));
  }
  await records.prune();
  const left = (await records.all()).map(({ id }) => id);
  expect(left).toHaveLength(500);
  expect(left).toEqual(expect.arrayContaining(["signed", "asked", "taken-back-509"]));
});
