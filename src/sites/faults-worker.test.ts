import { describe, expect, it } from "vitest";
import { alice, broadcast, sentHash, steth, world } from "./world.fixture.ts";

const app = "https://app.example";
const stake = { from: alice, to: steth, data: "0xa1903eab", value: "0x1" };

describe("38: the worker is ended", () => {
  it("before the window opens, or while it is open: the request is restored and shown, once", async () => {
    const w = world();
    const page = w.page(app).connect();
    await page.ask(1, "eth_requestAccounts");
    w.opened.length = 0;
    await w.restartWorker();
    await w.sites.restore();
    expect(w.opened).toEqual([`${page.channel}.1`]);
    page.connect();
    await page.ask(1, "eth_requestAccounts");
    await page.ask(1, "eth_requestAccounts");
    expect(w.opened.length).toBe(1);
    await w.sites.handlers["sites.approveConnect"]({ id: `${page.channel}.1`, accounts: [alice] });
    expect(page.reply(1)?.result).toEqual([alice]);
  });

  it("between approval and port: the answer waits for the page to come back and ask again", async () => {
    const w = world();
    const page = w.page(app).connect();
    await page.ask(1, "eth_requestAccounts");
    await w.restartWorker();
    await w.sites.handlers["sites.approveConnect"]({ id: `${page.channel}.1`, accounts: [alice] });
    expect(w.woken.at(-1)).toMatchObject({ documentId: page.documentId });
    expect(page.reply(1)).toBeUndefined();
    page.connect();
    expect((await page.ask(1, "eth_requestAccounts"))?.result).toEqual([alice]);
  });

  it("after broadcasting before answering: the hash comes on reconnect, and no second operation", async () => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    await page.ask(2, "eth_sendTransaction", [stake]);
    const operation = [...w.operations.made.values()][0];
    if (!operation) throw new Error("no operation");
    w.operations.made.set(operation.id, broadcast(operation));
    await w.restartWorker();
    await w.sites.restore();
    page.connect();
    expect((await page.ask(2, "eth_sendTransaction", [stake]))?.result).toBe(sentHash);
    expect(w.operations.made.size).toBe(1);
  });

  it("before the transaction was planned: it is planned then", async () => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    await page.ask(2, "eth_sendTransaction", [stake]);
    const key = `request:${page.channel}.2`;
    const { operationId: _, ...before } = JSON.parse(w.session.data.get(key) ?? "{}");
    w.session.data.set(key, JSON.stringify(before));
    w.operations.made.clear();
    await w.restartWorker();
    await w.sites.restore();
    expect(w.operations.made.size).toBe(1);
    expect((await w.sites.handlers["sites.request"]({ id: `${page.channel}.2` })).operationId).toBeDefined();
  });

  it("and the page is gone meanwhile: the request is gone", async () => {
    const w = world();
    const page = w.page(app).connect();
    await page.ask(1, "eth_requestAccounts");
    await w.restartWorker();
    w.state.there.clear();
    w.opened.length = 0;
    await w.sites.restore();
    expect(w.opened).toEqual([]);
    expect(w.closed.length).toBe(1);
  });

  it("and forgot the request: the same id never opens a second window", async () => {
    const w = world();
    const page = w.page(app).connect();
    await page.ask(1, "eth_requestAccounts");
    w.session.data.delete(`request:${page.channel}.1`);
    await w.restartWorker();
    page.connect();
    expect((await page.ask(1, "eth_requestAccounts"))?.error?.code).toBe(4001);
    expect(w.opened.length).toBe(1);
  });

  it("and the grant changed meanwhile: the page that comes back is told", async () => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    await w.restartWorker();
    await w.sites.handlers["sites.disconnect"]({ origin: app });
    expect(w.woken.at(-1)).toMatchObject({ documentId: page.documentId });
    page.connect();
    await page.post(page.envelope(0, "", "", { body: { kind: "resume" } }));
    expect(page.events("accountsChanged").at(-1)).toEqual([]);
  });
});

describe("35: a window with a made-up address", () => {
  it("finds no request by an id that no site has waiting, and decides nothing", async () => {
    const w = world();
    const page = w.page(app).connect();
    await page.ask(1, "eth_requestAccounts");
    for (const id of ["x", `${page.channel}.2`, `${"f".repeat(32)}.1`, "__proto__"]) {
      const { handlers } = w.sites;
      const unknown = { code: "site/request-unknown" };
      await expect(handlers["sites.request"]({ id })).rejects.toMatchObject(unknown);
      await expect(handlers["sites.approveConnect"]({ id, accounts: [alice] })).rejects.toMatchObject(
        unknown,
      );
      await expect(handlers["sites.approve"]({ id })).rejects.toMatchObject(unknown);
      await expect(handlers["sites.reject"]({ id })).rejects.toMatchObject(unknown);
    }
  });
});

describe("40: storms", () => {
  it("of reconnecting open no second window and make no second record", async () => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    await page.ask(2, "eth_sendTransaction", [stake]);
    for (let storm = 0; storm < 30; storm += 1) {
      if (storm % 3 === 0) await w.restartWorker();
      page.connect();
      await page.ask(2, "eth_sendTransaction", [stake]);
    }
    expect(w.opened.length).toBe(2);
    expect(w.operations.made.size).toBe(1);
    await w.sites.operationChanged(broadcast(w.operations.last()));
    expect(page.replies.filter((reply) => "id" in reply && reply.id === 2)).toEqual([
      { id: 2, result: sentHash },
    ]);
  });

  it("of ports of one page leave the last as the one that is answered", async () => {
    const w = world();
    const page = w.page(app).connect();
    for (let storm = 0; storm < 30; storm += 1) page.connect();
    await page.ask(1, "eth_requestAccounts");
    await w.sites.handlers["sites.approveConnect"]({ id: `${page.channel}.1`, accounts: [alice] });
    expect(page.reply(1)?.result).toEqual([alice]);
  });
});

describe("41: the extension was updated", () => {
  it("and its memory is new: what waited is not there, and a page that asks again asks anew", async () => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    await page.ask(2, "eth_sendTransaction", [stake]);
    const before = w.operations.last();
    w.session.data.clear();
    await w.restartWorker();
    await w.sites.restore();
    await expect(w.sites.checkSigning(before)).rejects.toMatchObject({ code: "site/gone" });
    await expect(w.sites.checkApproval(before)).rejects.toMatchObject({ code: "site/request-unknown" });
    const reloaded = w.page(app).connect();
    expect((await reloaded.ask(1, "eth_accounts"))?.result).toEqual([alice]);
  });
});

it("an approval that the last worker gave is finished though its page is gone", async () => {
  const w = world();
  const page = w.page(app).connect();
  await page.ask(1, "eth_requestAccounts");
  const key = `request:${page.channel}.1`;
  const stored = JSON.parse(w.session.data.get(key) ?? "{}");
  w.session.data.set(key, JSON.stringify({ ...stored, state: "approved" }));
  w.state.there.clear();
  await w.restartWorker();
  await w.sites.restore();
  expect((await w.sites.handlers["sites.request"]({ id: `${page.channel}.1` })).state).toBe("rejected");
  const next = w.page(app).connect();
  expect(await next.ask(1, "eth_requestAccounts")).toBeUndefined();
});
