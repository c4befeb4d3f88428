import { afterAll, describe, expect, it } from "vitest";
import { pageLimits } from "../messages/page/limits.ts";
import { popupCommands } from "../messages/popup/index.ts";
import { parseBounded } from "./json-bounds.ts";
import { siteMethods } from "./methods/index.ts";
import { alice, steth, world } from "./world.fixture.ts";

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
    const counts = JSON.parse(w.local.data.get(`site-health:${app}`) ?? "{}").refused;
    expect(counts).toEqual({ duplicate: 2, "out-of-order": 1, late: 1 });
  });
});

const prototypeKeys = Object.getOwnPropertyNames(Object.prototype).join();
afterAll(() => {
  expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(prototypeKeys);
});
