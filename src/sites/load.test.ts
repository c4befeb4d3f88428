import { describe, expect, it } from "vitest";
import { alice, steth, world } from "./world.fixture.ts";

const app = "https://app.example";
const keys = (data: Map<string, string>, prefix: string) =>
  [...data.keys()].filter((key) => key.startsWith(prefix));

/** What may be asked, and how the second to the two hundredth time is answered. */
const asks: [string, unknown][] = [
  ["wallet_requestPermissions", [{ eth_accounts: {} }]],
  ["eth_sendTransaction", [{ from: alice, to: steth, data: "0x01" }]],
  ["personal_sign", ["hello", alice]],
  [
    "wallet_addEthereumChain",
    [
      {
        chainId: "0x64",
        chainName: "Gnosis",
        nativeCurrency: { name: "xDAI", symbol: "XDAI", decimals: 18 },
        rpcUrls: ["https://rpc.example"],
      },
    ],
  ],
];

describe("200 requests in a second from one site", () => {
  it.each(asks)("%s: one record, one window, and the rest hears why", async (method, params) => {
    const w = world();
    let checks = 0;
    w.deps.checkChain = async () => {
      checks += 1;
      return [];
    };
    const page = await w.page(app).granted([alice]);
    for (let id = 2; id <= 201; id += 1) void page.post(page.envelope(id, method, params));
    await w.settle();
    await w.settle();
    expect(w.opened.length).toBe(2);
    expect((await w.sites.handlers["sites.request"]({ id: `${page.channel}.2` })).state).toBe("waiting");
    const codes = new Set(Array.from({ length: 199 }, (_, at) => page.reply(at + 3)?.error?.code));
    expect([...codes].every((code) => code === -32002 || code === -32005)).toBe(true);
    expect(keys(w.session.data, "request:").length).toBe(2);
    expect(checks).toBeLessThanOrEqual(1);
    expect(w.operations.made.size).toBeLessThanOrEqual(1);
  });

  it("reads: some are served, the rest hears why, and other sites are served as ever", async () => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    const other = await w.page("https://other.example").granted([alice]);
    for (let id = 2; id <= 201; id += 1) {
      void page.post(page.envelope(id, "eth_getBalance", [`0x${id.toString(16).padStart(40, "0")}`]));
    }
    await w.settle();
    await w.settle();
    const replies = Array.from({ length: 200 }, (_, at) => page.reply(at + 2));
    expect(replies.filter((reply) => reply?.result === "0x01").length).toBe(100);
    expect(replies.filter((reply) => reply?.error?.code === -32005).length).toBe(100);
    expect((await other.ask(2, "eth_getBalance", [alice]))?.result).toBe("0x01");
  });
});

it("50 sites at once each have their one request, and none waits for another", async () => {
  const w = world();
  const pages = Array.from({ length: 50 }, (_, site) => w.page(`https://s${site}.example`).connect());
  for (const page of pages) {
    for (let id = 1; id <= 4; id += 1) void page.post(page.envelope(id, "eth_requestAccounts", []));
  }
  await w.settle();
  await w.settle();
  expect(keys(w.session.data, "request:").length).toBe(50);
  for (const page of pages) {
    expect(page.reply(1)).toBeUndefined();
    expect([2, 3, 4].map((id) => page.reply(id)?.error?.code)).toEqual([-32002, -32002, -32002]);
    await w.sites.handlers["sites.approveConnect"]({ id: `${page.channel}.1`, accounts: [alice] });
    expect(page.reply(1)?.result).toEqual([alice]);
  }
  expect(w.closed.length).toBe(1);
});

it("a page that makes and drops a thousand frames leaves nothing behind", async () => {
  const w = world();
  for (let frame = 0; frame < 1000; frame += 1) {
    const page = w.page(app, { frameId: frame }).connect();
    await page.post(page.envelope(1, frame % 2 ? "eth_chainId" : "eth_requestAccounts", []));
    await page.leave();
  }
  expect(keys(w.session.data, "channel:").length).toBeLessThanOrEqual(257);
  expect(keys(w.session.data, "request:").length).toBeLessThanOrEqual(129);
  w.state.seconds += 700;
  await w.page(app).connect().ask(1, "eth_chainId");
  await w.sites.sweep();
  await w.settle();
  expect(keys(w.session.data, "").filter((key) => key !== "session-ends").length).toBeLessThanOrEqual(1);
  expect(keys(w.local.data, "")).toEqual([]);
});

it("finished requests do not pile up", async () => {
  const w = world();
  const page = await w.page(app).granted([alice]);
  for (let id = 2; id <= 300; id += 1) {
    await page.ask(id, "personal_sign", ["hello", alice]);
    await w.sites.handlers["sites.reject"]({ id: `${page.channel}.${id}` });
  }
  expect(keys(w.session.data, "request:").length).toBeLessThanOrEqual(129);
  expect(keys(w.session.data, "channel:").length).toBe(1);
});
