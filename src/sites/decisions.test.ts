import { describe, expect, it } from "vitest";
import { alice, steth, world } from "./world.fixture.ts";

const app = "https://app.example";
const proposal = {
  chainId: "0x64",
  chainName: "Gnosis",
  nativeCurrency: { name: "xDAI", symbol: "XDAI", decimals: 18 },
  rpcUrls: ["https://rpc.gnosis.example"],
};
const gnosis = {
  chainId: 100,
  caip2: "eip155:100",
  name: "Gnosis",
  native: { id: "native", symbol: "XDAI", name: "xDAI", decimals: 18 },
  defaultEndpoints: [],
  blockSeconds: 5,
};
const block = { level: "block", words: { key: "remark.blocked-site", params: {} } } as const;

async function asked(method: string, params: unknown, prepare?: (w: ReturnType<typeof world>) => void) {
  const w = world();
  prepare?.(w);
  const page = await w.page(app).granted([alice]);
  expect(await page.ask(2, method, params)).toBeUndefined();
  return { w, page, id: `${page.channel}.2`, approve: w.sites.handlers["sites.approve"] };
}

describe("what becomes no operation", () => {
  it("adds a network once, puts the site on it and answers null", async () => {
    const { w, page, id, approve } = await asked("wallet_addEthereumChain", [proposal]);
    await approve({ id });
    expect(w.done).toEqual(["add 100"]);
    expect(page.reply(2)).toEqual({ id: 2, result: null });
    expect((await page.ask(3, "eth_chainId"))?.result).toBe("0x64");
    expect(page.events("chainChanged").at(-1)).toBe("0x64");
    await expect(approve({ id })).rejects.toMatchObject({ code: "site/replayed" });
  });

  it("is finished by the next worker when one ended in the middle, without doing it twice", async () => {
    const { w, page, id } = await asked("wallet_addEthereumChain", [proposal]);
    const key = `request:${id}`;
    w.state.networks.push(gnosis);
    const stored = JSON.parse(w.session.data.get(key) ?? "{}");
    w.session.data.set(key, JSON.stringify({ ...stored, state: "approved" }));
    await w.restartWorker();
    await w.sites.restore();
    expect(w.done).toEqual([]);
    page.connect();
    expect((await page.ask(2, "wallet_addEthereumChain", [proposal]))?.result).toBeNull();
    expect((await page.ask(3, "eth_chainId"))?.result).toBe("0x64");
  });

  it("waits again when it could not be done", async () => {
    const { w, id, page, approve } = await asked("wallet_addEthereumChain", [proposal]);
    const add = w.deps.addChain;
    w.deps.addChain = async () => {
      throw new Error("quota");
    };
    await expect(approve({ id })).rejects.toThrow("quota");
    expect((await w.sites.handlers["sites.request"]({ id })).state).toBe("waiting");
    w.deps.addChain = add;
    await approve({ id });
    expect(page.reply(2)?.result).toBeNull();
  });

  it("switches to a network that the person had not allowed yet", async () => {
    const w = world();
    w.state.networks.push(gnosis);
    const page = await w.page(app).granted([alice], { chainIds: [1] });
    expect(await page.ask(2, "wallet_switchEthereumChain", [{ chainId: "0x64" }])).toBeUndefined();
    expect((await page.ask(3, "eth_chainId"))?.result).toBe("0x1");
    await w.sites.handlers["sites.approve"]({ id: `${page.channel}.2` });
    expect(page.reply(2)?.result).toBeNull();
    expect((await page.ask(4, "eth_chainId"))?.result).toBe("0x64");
    expect((await page.ask(5, "wallet_switchEthereumChain", [{ chainId: "0x1" }]))?.result).toBeNull();
    expect((await page.ask(6, "wallet_switchEthereumChain", [{ chainId: "0x64" }]))?.result).toBeNull();
  });

  it("watches a token and answers true", async () => {
    const asset = { id: steth, symbol: "stETH", name: "Staked Ether", decimals: 18, address: steth };
    const { w, page, id, approve } = await asked(
      "wallet_watchAsset",
      { type: "ERC20", options: { address: steth, symbol: "stETH", decimals: 18 } },
      (it) => it.state.tokens.set(steth, { asset, remarks: [] }),
    );
    await approve({ id });
    expect(w.done).toEqual(["watch 1 stETH"]);
    expect(page.reply(2)?.result).toBe(true);
  });

  it("needs an open wallet, and is not approved as what it is not", async () => {
    const { w, page, id, approve } = await asked("wallet_addEthereumChain", [proposal]);
    w.state.unlocked = false;
    await expect(approve({ id })).rejects.toMatchObject({ code: "vault/locked" });
    w.state.unlocked = true;
    await expect(w.sites.handlers["sites.approveConnect"]({ id, accounts: [alice] })).rejects.toMatchObject({
      code: "site/request-unknown",
    });
    await page.ask(3, "eth_sendTransaction", [{ from: alice, to: steth, data: "0x01" }]);
    await expect(approve({ id: `${page.channel}.3` })).rejects.toMatchObject({
      code: "site/request-unknown",
    });
    expect(w.done).toEqual([]);
  });
});

describe("a blocked site", () => {
  it("opens its window with what is said of it, and nothing of it can be approved", async () => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    w.state.verdicts.set(app, [block]);
    await page.ask(2, "eth_sendTransaction", [{ from: alice, to: steth, data: "0x01" }]);
    expect((await w.sites.handlers["sites.request"]({ id: `${page.channel}.2` })).remarks).toEqual([block]);
    await expect(w.sites.checkApproval(w.operations.last())).rejects.toMatchObject({ code: "site/blocked" });
    await page.ask(3, "wallet_addEthereumChain", [proposal]);
    await expect(w.sites.handlers["sites.approve"]({ id: `${page.channel}.3` })).rejects.toMatchObject({
      code: "site/blocked",
    });
    await page.ask(4, "wallet_requestPermissions", [{ eth_accounts: {} }]);
    await expect(
      w.sites.handlers["sites.approveConnect"]({ id: `${page.channel}.4`, accounts: [alice] }),
    ).rejects.toMatchObject({ code: "site/blocked" });
    await w.sites.handlers["sites.reject"]({ id: `${page.channel}.2` });
    expect(page.reply(2)?.error?.code).toBe(4001);
  });

  it("that was connected before it was listed sees and reads nothing any more", async () => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    w.state.verdicts.set(app, [block]);
    await page.ask(2, "eth_accounts");
    expect(page.reply(2)?.result).toEqual([]);
    await page.ask(3, "eth_getBalance", [alice]);
    expect(page.reply(3)?.error?.code).toBe(4100);
    await page.ask(4, "eth_requestAccounts");
    expect(page.reply(4)).toBeUndefined();
  });

  it("is not answered by unlocking either", async () => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    w.state.unlocked = false;
    w.state.verdicts.set(app, [block]);
    await page.ask(2, "eth_requestAccounts");
    w.state.unlocked = true;
    await w.sites.lockChanged();
    expect(page.reply(2)).toBeUndefined();
  });

  it("takes the honest frame inside it along", async () => {
    const w = world();
    const note = { level: "note", words: { key: "remark.note", params: {} } } as const;
    w.state.verdicts.set("https://evil.example", [note, block]);
    const frame = w.page(app, { frameId: 3, topOrigin: "https://evil.example" }).connect();
    await frame.ask(1, "eth_requestAccounts");
    const id = `${frame.channel}.1`;
    expect((await w.sites.handlers["sites.request"]({ id })).remarks).toEqual([block]);
    // The page around is part of what is to be said of the frame.
    expect(w.state.judged).toContainEqual([app, "https://evil.example"]);
    await expect(w.sites.handlers["sites.approveConnect"]({ id, accounts: [alice] })).rejects.toMatchObject({
      code: "site/blocked",
    });
    const unknown = w.page("https://other.example", { frameId: 4 }).connect();
    expect(await unknown.ask(1, "eth_requestAccounts")).toBeUndefined();
  });

  it("is one by what a proposed network's check says too", async () => {
    const { w, id, approve } = await asked("wallet_addEthereumChain", [proposal], (it) =>
      it.state.chainRemarks.push(block),
    );
    await expect(approve({ id })).rejects.toMatchObject({ code: "site/blocked" });
    expect(w.done).toEqual([]);
  });
});
