import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { pageLimits } from "../messages/page/limits.ts";
import { popupCommands } from "../messages/popup/index.ts";
import { parseBounded } from "./json-bounds.ts";
import { siteMethods } from "./methods/index.ts";
import { alice, bob, broadcast, sentHash, steth, world } from "./world.fixture.ts";

const app = "https://app.example";
const stake = { from: alice, to: steth, data: "0xa1903eab", value: "0x1" };

describe("messages and origins", () => {
  it("20: internal command names reach nothing, as a method or as a message", async () => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    const before = page.replies.length;
    for (const name of Object.keys(popupCommands)) {
      expect(siteMethods.has(name)).toBe(false);
      await page.post({ to: "weir/popup", name, input: {} });
      await page.post(page.envelope(50, name, []));
    }
    await page.post({ method: "getVault" });
    await page.post(page.envelope(51, "getVault", []));
    expect(page.replies.length).toBe(before);
    expect((await page.ask(52, "wallet_approve", []))?.error?.code).toBe(4200);
  });

  it("21: an origin in the message is not looked at", async () => {
    const w = world();
    await w.page("https://good.example").granted([alice]);
    const page = w.page("https://evil.example").connect();
    const message = page.envelope(1, "eth_accounts", [{ origin: "https://good.example" }]);
    await page.post({ ...message, origin: "https://good.example", top: "https://good.example" });
    expect(page.reply(1)?.result).toEqual([]);
    await page.post({ ...page.envelope(2, "eth_requestAccounts", []), origin: "https://good.example" });
    const request = await w.sites.handlers["sites.request"]({ id: `${page.channel}.2` });
    expect(request.origin).toBe("https://evil.example");
  });

  it("22: a frame is shown as itself, framed by the page around it, and inherits nothing", async () => {
    const w = world();
    await w.page("https://good.example").granted([alice]);
    const frame = w.page("https://evil.example", { frameId: 3 }).connect();
    expect((await frame.ask(1, "eth_accounts"))?.result).toEqual([]);
    await frame.post(frame.envelope(2, "eth_requestAccounts", [], { top: "https://good.example" }));
    const request = await w.sites.handlers["sites.request"]({ id: `${frame.channel}.2` });
    expect(request).toMatchObject({ origin: "https://evil.example", framedBy: "https://good.example" });
    const told = w.page("https://ad.example", { frameId: 4, topOrigin: "https://news.example" }).connect();
    await told.post(told.envelope(1, "eth_requestAccounts", [], { top: "https://good.example" }));
    expect((await w.sites.handlers["sites.request"]({ id: `${told.channel}.1` })).framedBy).toBe(
      "https://news.example",
    );
    const silent = w.page("https://third.example", { frameId: 5 }).connect();
    await silent.ask(1, "eth_requestAccounts");
    expect((await w.sites.handlers["sites.request"]({ id: `${silent.channel}.1` })).framedBy).toBe("?");
  });

  it.each([
    "null",
    "file://",
    "http://app.example",
    "chrome-extension://abcdefghijklmnopabcdefghijklmnop",
    "https://app.example/",
    "data:text/html,x",
    "",
  ])("23: a page of origin %j is refused", async (origin) => {
    const w = world();
    const page = w.page(origin).connect();
    expect((await page.ask(1, "eth_requestAccounts"))?.error?.code).toBe(4100);
    expect((await page.ask(2, "eth_chainId"))?.error?.code).toBe(4100);
    expect(w.opened).toEqual([]);
    expect(w.session.data.size).toBe(0);
  });

  it("23: pages of this machine are sites", async () => {
    const w = world();
    expect((await w.page("http://localhost:5173").connect().ask(1, "eth_chainId"))?.result).toBe("0x1");
    expect((await w.page("http://127.0.0.1:8080").connect().ask(1, "eth_chainId"))?.result).toBe("0x1");
  });

  it("24: a prerendered page waits until it is active", async () => {
    const w = world();
    const page = w.page(app, { documentLifecycle: "prerender" }).connect();
    expect(page.disconnected).toBe(1);
    expect(await page.ask(1, "eth_requestAccounts")).toBeUndefined();
    expect(w.opened).toEqual([]);
  });

  it("25: a sender whose address is an extension's is refused, whatever origin it has", async () => {
    const w = world();
    const page = w.page(app, { url: "chrome-extension://abcdefghijklmnop/page.html" }).connect();
    expect((await page.ask(1, "eth_requestAccounts"))?.error?.code).toBe(4100);
    const untabbed = w.page(app, { tabId: undefined }).connect();
    expect((await untabbed.ask(1, "eth_requestAccounts"))?.error?.code).toBe(4100);
  });

  it("26: prototype keys are plain data", async () => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    const bad = '[{"__proto__":{"from":"x","polluted":1},"constructor":{"prototype":{"polluted":1}}}]';
    expect((await page.ask(2, "eth_sendTransaction", bad))?.error?.code).toBe(-32602);
    expect((await page.ask(3, "eth_call", bad))?.result).toBe("0x01");
    for (const name of ["eth___proto__", "eth_constructor", "wallet_toString"]) {
      expect((await page.ask(4, name, bad))?.error?.code ?? 4200).toBe(4200);
    }
    expect(
      (await page.ask(9, "wallet_requestPermissions", '[{"__proto__":{"eth_accounts":{}}}]'))?.error?.code,
    ).toBe(-32602);
    for (const origin of ["__proto__", "constructor", "toString"]) {
      await w.sites.handlers["sites.disconnect"]({ origin });
    }
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it("27: what is too large or too deep is refused before it is parsed", async () => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    const before = page.replies.length;
    await page.post(page.envelope(2, "eth_call", `["${"x".repeat(5_000_000)}"]`));
    expect(page.replies.length).toBe(before);
    const deep = `${"[".repeat(10_000)}${"]".repeat(10_000)}`;
    expect((await page.ask(3, "eth_call", deep))?.error?.code).toBe(-32600);
    const wide = `[{${Array.from({ length: 100_000 }, (_, key) => `"${key}":0`)}}]`;
    expect(() => parseBounded(wide)).toThrow(expect.objectContaining({ code: "site/too-large" }));
    const many = `[${"0,".repeat(pageLimits.items + 1)}0]`;
    expect((await page.ask(4, "eth_call", many))?.error?.code).toBe(-32600);
    expect(parseBounded('["[[[[{{{{,,,\\"[[["]')).toEqual(['[[[[{{{{,,,"[[[']);
  });

  it("28: JSON-RPC oddities get the standard codes, without an echo", async () => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    const marker = "ECHO-ME";
    expect((await page.ask(2, "eth_call", { [marker]: marker }))?.error?.code).toBe(-32602);
    expect((await page.ask(3, "eth_nope", [marker]))?.error?.code).toBe(4200);
    expect((await page.ask(4, "eth_sign", [alice, "0x00"]))?.error?.code).toBe(4200);
    expect((await page.ask(5, "eth_signTypedData_v3", [alice, "{}"]))?.error?.code).toBe(4200);
    expect((await page.ask(6, "eth_signTypedData_v4", [alice, "{}"]))?.error?.code).toBe(-32602);
    expect((await page.ask(7, "eth_call", "not json"))?.error?.code).toBe(-32602);
    expect((await page.ask(8, "eth_sendTransaction", [{ from: marker, [marker]: 1 }]))?.error?.code).toBe(
      -32602,
    );
    const before = page.replies.length;
    await page.post(
      page.envelope(9, "eth_chainId", [], { body: { kind: "request", method: "eth_chainId", params: "[]" } }),
    );
    await page.post(
      page.envelope(9, "eth_chainId", [], {
        body: { kind: "request", id: {}, method: "eth_chainId", params: "[]" },
      }),
    );
    await page.post(
      page.envelope(9, "eth_chainId", [], { body: { kind: "request", id: 9, method: 7, params: "[]" } }),
    );
    await page.post(Array.from({ length: 1000 }, () => page.envelope(9, "eth_chainId", [])));
    expect(page.replies.length).toBe(before);
    expect(JSON.stringify(page.replies)).not.toContain(marker);
  });

  it("29: an envelope that came before, is old, or belongs to another document is refused", async () => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    const envelope = page.envelope(2, "eth_sendTransaction", [stake]);
    await page.post(envelope);
    expect(w.operations.made.size).toBe(1);
    await w.sites.handlers["sites.reject"]({ id: `${page.channel}.2` });
    const before = page.replies.length;
    await page.post(envelope);
    await page.post({ ...envelope, nonce: "f".repeat(32) });
    expect(page.replies.length).toBe(before);
    await page.post(
      page.envelope(3, "eth_sendTransaction", [stake], { time: (w.state.seconds - 61) * 1000 }),
    );
    expect(page.reply(3)?.error?.code).toBe(-32600);
    await w.restartWorker();
    page.connect();
    await page.post({ ...envelope, body: { ...envelope.body, id: 4 } });
    expect(w.operations.made.size).toBe(1);
    const other = w.page("https://evil.example").connect();
    await other.post(page.envelope(5, "eth_accounts", []));
    expect(other.disconnected).toBe(1);
    expect(other.replies).toEqual([]);
    const counts = JSON.parse(w.session.data.get(`channel:${page.channel}`) ?? "{}").refused;
    expect(counts).toEqual({ duplicate: 2, "out-of-order": 1, late: 1 });
  });

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

it("a thousand frames that come and go leave a bounded rest", async () => {
  const w = world();
  for (let frame = 0; frame < 600; frame += 1) {
    const page = w.page(app, { frameId: frame }).connect();
    await page.post(page.envelope(1, "eth_chainId", []));
    await page.leave();
  }
  w.state.seconds += 300;
  await w.page(app).connect().ask(1, "eth_chainId");
  await w.settle();
  expect([...w.session.data.keys()].length).toBeLessThanOrEqual(2);
});

describe("random input", () => {
  const names = [...siteMethods.keys(), "eth_nope", "eth_sign", "wallet_watchAsset"];

  it("never reaches a node or a window unchecked: always one JSON-RPC answer", async () => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    let id = 10;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.oneof(fc.json(), fc.string()), async (name, params) => {
        w.state.ms += 1000;
        id += 1;
        const reply = await page.ask(id, name, params);
        if (!reply) {
          // Only these ask a person; end it so that the next may.
          expect(["wallet_requestPermissions", "eth_sendTransaction", "eth_requestAccounts"]).toContain(name);
          await w.sites.confirmClosed(Promise.resolve(true));
        } else if (reply.error) {
          expect(Number.isInteger(reply.error.code)).toBe(true);
          expect(typeof reply.error.message).toBe("string");
        }
        if (name === "wallet_revokePermissions" && reply?.result === null) await w.page(app).granted([alice]);
      }),
      { numRuns: 300 },
    );
  });

  it("as a message: no answer, no throw, nothing stored", async () => {
    const w = world();
    const page = w.page(app).connect();
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (message) => {
        await page.post(message);
        expect(page.replies).toEqual([]);
      }),
      { numRuns: 200 },
    );
    expect(w.session.data.size).toBe(0);
  });
});

const prototypeKeys = Object.getOwnPropertyNames(Object.prototype).join();
afterAll(() => {
  expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(prototypeKeys);
});
