import { beforeEach, describe, expect, it } from "vitest";
import { WeirError } from "../core/errors/index.ts";
import { alice, steth, type World, world } from "./world.fixture.ts";

const loch = {
  chainId: "0x1092",
  chainName: "Loch",
  nativeCurrency: { name: "Lochcoin", symbol: "LOC", decimals: 18 },
  rpcUrls: ["https://rpc.loch.example/"],
  blockExplorerUrls: ["https://look.loch.example"],
};

let w: World;
let page: Awaited<ReturnType<ReturnType<World["page"]>["granted"]>>;
let checked: unknown[];

beforeEach(async () => {
  w = world();
  checked = [];
  w.deps.checkChain = async (chain) => {
    checked.push(chain);
    if (chain.name === "Bad") throw new WeirError("site/chain-endpoint", { chainId: chain.chainId });
    return [{ level: "warn", words: { key: "remark.network-unknown", params: {} } }];
  };
  await w.restartWorker();
  page = await w.page("https://site.example").granted([alice]);
});

const stored = (id: number, of = page) =>
  JSON.parse(w.session.data.get(`request:${of.channel}.${id}`) ?? "{}") as Record<string, unknown>;
const add = (id: number, change: Record<string, unknown> = {}) =>
  page.ask(id, "wallet_addEthereumChain", [{ ...loch, ...change }]);

describe("wallet_addEthereumChain", () => {
  it("is checked, then shown with what there is to say", async () => {
    await add(2);
    expect(stored(2).ask).toEqual({
      kind: "add-chain",
      chain: {
        chainId: 4242,
        name: "Loch",
        native: { name: "Lochcoin", symbol: "LOC", decimals: 18 },
        rpcUrls: ["https://rpc.loch.example"],
        explorerUrls: ["https://look.loch.example"],
      },
    });
    expect(JSON.stringify(stored(2).remarks)).toContain("remark.network-unknown");
  });

  it("of a network that is there already is a switch", async () => {
    expect((await add(2, { chainId: "0x1" }))?.result).toBeNull();
    expect(checked).toEqual([]);
    expect(w.opened.length).toBe(1);
  });

  it("keeps of names what can be seen, and of addresses what is safe", async () => {
    await add(2, {
      chainName: "Lo\u202Ech\u0000\n  Net \u200B",
      nativeCurrency: { symbol: " LOC\u2066 ", decimals: 18 },
      rpcUrls: [
        "wss://x.example",
        "http://rpc.example",
        "http://127.0.0.1:1",
        "https://u:p@x.example",
        "https://a.example",
      ],
      blockExplorerUrls: ["javascript:alert(1)", "http://x.example"],
    });
    expect(checked).toEqual([
      expect.objectContaining({
        name: "Loch Net",
        native: { name: "LOC", symbol: "LOC", decimals: 18 },
        rpcUrls: ["https://a.example"],
        explorerUrls: [],
      }),
    ]);
  });

  it("takes endpoints on this computer from pages of this computer", async () => {
    const local = await w.page("http://localhost:3000").granted([alice]);
    await local.ask(2, "wallet_addEthereumChain", [{ ...loch, rpcUrls: ["http://127.0.0.1:8545"] }]);
    expect((checked[0] as { rpcUrls: unknown }).rpcUrls).toEqual(["http://127.0.0.1:8545"]);
  });

  it.each([
    ["http", { rpcUrls: ["http://rpc.example"] }],
    ["no endpoint", { rpcUrls: [] }],
    ["this computer's endpoint from elsewhere", { rpcUrls: ["http://localhost:8545"] }],
    ["other decimals", { nativeCurrency: { name: "X", symbol: "X", decimals: 6 } }],
    ["a name of nothing", { chainName: "\u200B\u202E" }],
    ["a chain id as number", { chainId: 4242 }],
    ["chain id 0", { chainId: "0x0" }],
    ["no node that serves it", { chainName: "Bad" }],
  ])("is refused for %s, with no window", async (_, change) => {
    expect((await add(2, change))?.error?.code).toBe(-32602);
    expect(w.opened.length).toBe(1);
  });

  it("is nothing for strangers", async () => {
    const stranger = w.page("https://stranger.example").connect();
    expect((await stranger.ask(1, "wallet_addEthereumChain", [loch]))?.error?.code).toBe(4100);
    expect(checked).toEqual([]);
  });
});

describe("wallet_switchEthereumChain", () => {
  const to = (id: number, chainId: string) => page.ask(id, "wallet_switchEthereumChain", [{ chainId }]);
  beforeEach(() => {
    const [first] = w.state.networks;
    if (first) w.state.networks.push({ ...first, chainId: 10 }, { ...first, chainId: 20 });
  });

  it("is at once where the site may be, asked elsewhere, and 4902 for the unknown", async () => {
    await w.sites.handlers["sites.setGrant"]({ origin: "https://site.example", chainIds: [1, 10] });
    expect((await to(2, "0xa"))?.result).toBeNull();
    expect(page.events("chainChanged").at(-1)).toBe("0xa");
    expect((await to(3, "0x63"))?.error?.code).toBe(4902);
    expect(await to(4, "0x14")).toBeUndefined();
    expect(stored(4).ask).toEqual({ kind: "switch-chain", chainId: 20 });
  });
});

describe("wallet_watchAsset", () => {
  const asset = { id: steth, symbol: "WEED", name: "WEED", decimals: 6, address: steth };
  const watch = (id: number, options: Record<string, unknown>, type = "ERC20") =>
    page.ask(id, "wallet_watchAsset", { type, options: { address: steth, ...options } });
  beforeEach(() => void w.state.tokens.set(steth, { asset, remarks: [] }));

  it("shows what the contract says, and where the site said otherwise", async () => {
    await watch(2, { symbol: "USDC", decimals: "18" });
    expect(stored(2).ask).toEqual({
      kind: "watch-asset",
      token: steth,
      symbol: "WEED",
      decimals: 6,
      claimed: { symbol: "USDC", decimals: 18 },
    });
    const remarks = JSON.stringify(stored(2).remarks);
    expect(remarks).toContain("token-symbol-differs");
    expect(remarks).toContain("token-decimals-differ");
  });

  it("says nothing where the two agree, and takes the params as a list too", async () => {
    await page.ask(2, "wallet_watchAsset", [
      { type: "ERC20", options: { address: steth, symbol: "WEED", decimals: 6 } },
    ]);
    expect(stored(2).remarks).toEqual([]);
  });

  it("refuses what is no ERC-20 token, with the reason", async () => {
    expect((await watch(2, {}, "ERC721"))?.error).toMatchObject({ code: -32602, message: /ERC20/ });
    w.state.tokens.clear();
    expect((await watch(3, {}))?.error).toMatchObject({ code: -32602, message: /no ERC-20 token/ });
    expect(w.opened.length).toBe(1);
  });
});
