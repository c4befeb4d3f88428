import { describe, expect, it } from "vitest";
import type { Operation } from "../core/operation/operation.ts";
import { alice, broadcast, steth, world } from "./world.fixture.ts";

const app = "https://app.example";
const bundle = {
  version: "2.0.0",
  id: "my-bundle",
  from: alice,
  chainId: "0x1",
  atomicRequired: false,
  calls: [
    { to: steth, data: "0x095ea7b3" },
    { to: steth, data: "0xb6b55f25" },
  ],
};

async function approved() {
  const w = world();
  const page = await w.page(app).granted([alice]);
  expect(await page.ask(2, "wallet_sendCalls", [bundle])).toBeUndefined();
  const operation: Operation = { ...w.operations.last(), state: "approved" };
  await w.sites.checkApproval(operation);
  await w.sites.operationChanged(operation);
  /** The first of its calls is under way, the second waits. */
  const begun: Operation = {
    ...broadcast(operation),
    steps: [...broadcast(operation).steps, { state: "waiting", attempts: [] }],
  };
  return { w, page, operation, begun };
}

describe("a site's batch of calls", () => {
  it("is one request in one window, answered with its id as soon as something was signed", async () => {
    const { w, page, operation, begun } = await approved();
    expect(w.opened.length).toBe(2);
    expect(page.reply(2)).toBeUndefined();
    await w.sites.checkSigning(operation);
    await w.sites.operationChanged(begun);
    expect(page.reply(2)?.result).toEqual({ id: "my-bundle" });
  });

  it("goes on after its answer, also when the request is forgotten", async () => {
    const { w, begun } = await approved();
    await w.sites.operationChanged(begun);
    await w.sites.checkSigning(begun);
    w.state.seconds += 700;
    await w.sites.sweep();
    await w.restartWorker();
    await w.sites.checkSigning(begun);
    await w.sites.checkApproval({ ...begun, state: "planned" });
  });

  it("stops when the grant ended", async () => {
    const { w, begun } = await approved();
    await w.sites.operationChanged(begun);
    await w.sites.handlers["sites.disconnect"]({ origin: app });
    await expect(w.sites.checkSigning(begun)).rejects.toMatchObject({ code: "site/not-connected" });
  });

  it("of which nothing was signed is rejected as any other", async () => {
    const { w, page, operation } = await approved();
    await w.sites.operationChanged({ ...operation, state: "planned" });
    await w.sites.handlers["sites.reject"]({ id: `${page.channel}.2` });
    expect(page.reply(2)?.error?.code).toBe(4001);
    await expect(w.sites.checkSigning(operation)).rejects.toMatchObject({ code: "site/gone" });
  });
});
