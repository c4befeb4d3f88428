import { describe, expect, it } from "vitest";
import { alice, bob, steth, world } from "./world.fixture.ts";

const app = "https://app.example";
const stake = { from: alice, to: steth, data: "0xa1903eab", value: "0x1" };

describe("requests that wait", () => {
  it("32: 200 connection requests in a second make one entry and one window; other sites are served", async () => {
    const w = world();
    const page = w.page(app).connect();
    for (let id = 1; id <= 200; id += 1) void page.post(page.envelope(id, "eth_requestAccounts", []));
    await w.settle();
    expect(w.opened).toEqual([`${page.channel}.1`]);
    expect([...w.session.data.keys()].filter((key) => key.startsWith("request:")).length).toBe(1);
    for (let id = 2; id <= 200; id += 1) expect(page.reply(id)?.error?.code).toBe(-32002);
    const second = w.page(app).connect();
    expect((await second.ask(1, "wallet_requestPermissions", [{ eth_accounts: {} }]))?.error?.code).toBe(
      -32002,
    );
    const other = w.page("https://other.example").connect();
    expect((await other.ask(1, "eth_chainId"))?.result).toBe("0x1");
    await other.ask(2, "eth_requestAccounts");
    expect(w.opened.length).toBe(2);
  });

  it("32: the queue is bounded over all sites", async () => {
    const w = world();
    for (let site = 0; site < 64; site += 1) {
      await w.page(`https://s${site}.example`).connect().ask(1, "eth_requestAccounts");
    }
    const late = w.page("https://late.example").connect();
    expect((await late.ask(1, "eth_requestAccounts"))?.error?.code).toBe(-32005);
  });

  it("33: a page that leaves takes its request and the window with it; approving afterwards is refused", async () => {
    const w = world();
    const page = w.page(app).connect();
    await page.ask(1, "eth_requestAccounts");
    await page.leave();
    expect(w.closed.length).toBe(1);
    const id = `${page.channel}.1`;
    expect((await w.sites.handlers["sites.request"]({ id })).state).toBe("gone");
    await expect(w.sites.handlers["sites.approveConnect"]({ id, accounts: [alice] })).rejects.toMatchObject({
      code: "site/gone",
    });
    expect(w.local.data.size).toBe(0);
  });

  it("33: the same holds for a transaction, and when the page left while no worker was there", async () => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    await page.ask(2, "eth_sendTransaction", [stake]);
    const operation = [...w.operations.made.values()][0];
    if (!operation) throw new Error("no operation");
    await w.restartWorker();
    w.state.there.clear();
    await expect(w.sites.checkApproval(operation)).rejects.toMatchObject({ code: "site/gone" });
    expect(w.operations.made.get(operation.id)?.state).toBe("rejected");

    const closing = await w.page("https://other.example").granted([alice]);
    await closing.ask(2, "eth_sendTransaction", [stake]);
    const tabId = (await w.sites.handlers["sites.request"]({ id: `${closing.channel}.2` })).tabId;
    await w.sites.tabClosed(tabId);
    expect((await w.sites.handlers["sites.request"]({ id: `${closing.channel}.2` })).state).toBe("gone");
  });

  it("33: another document in the same frame is the end of the one before", async () => {
    const w = world();
    const page = w.page(app, { tabId: 7, documentId: undefined }).connect();
    await page.ask(1, "eth_requestAccounts");
    await w.restartWorker();
    const next = w.page("https://next.example", { tabId: 7, documentId: undefined }).connect();
    expect((await next.ask(1, "eth_chainId"))?.result).toBe("0x1");
    expect((await w.sites.handlers["sites.request"]({ id: `${page.channel}.1` })).state).toBe("gone");
    await expect(
      w.sites.handlers["sites.approveConnect"]({ id: `${page.channel}.1`, accounts: [alice] }),
    ).rejects.toMatchObject({ code: "site/gone" });
  });

  it("34: revoked while the window is open: 4100 to the page, nothing may be signed", async () => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    await page.ask(2, "eth_sendTransaction", [stake]);
    const operation = [...w.operations.made.values()][0];
    if (!operation) throw new Error("no operation");
    await w.sites.handlers["sites.disconnect"]({ origin: app });
    expect(page.reply(2)?.error?.code).toBe(4100);
    await expect(w.sites.checkApproval(operation)).rejects.toThrow();
    expect(w.operations.made.get(operation.id)?.state).toBe("rejected");
  });

  it("34: revoked while an approved one waits for its signature: it is taken back", async () => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    await page.ask(2, "eth_sendTransaction", [stake]);
    const operation = [...w.operations.made.values()][0];
    if (!operation) throw new Error("no operation");
    const approved = { ...operation, state: "approved" as const };
    w.operations.made.set(operation.id, approved);
    await w.sites.operationChanged(approved);
    await w.sites.handlers["sites.disconnect"]({ origin: app });
    expect(w.operations.made.get(operation.id)?.state).toBe("rejected");
  });

  it("34: an account hidden or taken out of the grant while the window is open cannot be used", async () => {
    const w = world();
    const page = await w.page(app).granted([alice, bob]);
    await page.ask(2, "eth_sendTransaction", [stake]);
    const operation = [...w.operations.made.values()][0];
    if (!operation) throw new Error("no operation");
    w.hide(alice);
    await expect(w.sites.checkApproval(operation)).rejects.toMatchObject({ code: "site/not-connected" });
  });

  it("a request expires, and its approval with it", async () => {
    const w = world();
    const page = w.page(app).connect();
    await page.ask(1, "eth_requestAccounts");
    w.state.seconds += 601;
    await w.sites.sweep();
    expect(page.reply(1)?.error?.code).toBe(4001);
    await expect(
      w.sites.handlers["sites.approveConnect"]({ id: `${page.channel}.1`, accounts: [alice] }),
    ).rejects.toThrow();
  });

  it("nothing opens when the record cannot be written", async () => {
    const w = world();
    const page = w.page(app).connect();
    await page.ask(1, "eth_chainId");
    w.session.fail = true;
    expect((await page.ask(2, "eth_requestAccounts"))?.error?.code).toBe(-32603);
    expect(w.opened).toEqual([]);
    w.session.fail = false;
    expect(await page.ask(3, "eth_requestAccounts")).toBeUndefined();
    expect(w.opened.length).toBe(1);
  });
});

it("two approvals at once: the second finds the first", async () => {
  const w = world();
  const page = w.page(app).connect();
  await page.ask(1, "eth_requestAccounts");
  const id = `${page.channel}.1`;
  const approve = () => w.sites.handlers["sites.approveConnect"]({ id, accounts: [alice] });
  const both = await Promise.allSettled([approve(), approve()]);
  expect(both.filter(({ status }) => status === "fulfilled").length).toBe(1);
  expect(w.audited.filter((event) => event === "site.connected").length).toBe(1);
});
