import { describe, expect, it } from "vitest";
import { WeirError } from "../core/errors/index.ts";
import { alice, bob, broadcast, sentHash, steth, world } from "./world.fixture.ts";

const app = "https://app.example";
const stake = { from: alice, to: steth, data: "0xa1903eab", value: "0xde0b6b3a7640000" };

describe("connecting a site", () => {
  it("asks the person, grants the chosen accounts and tells the page", async () => {
    const w = world();
    const page = w.page(app).connect();
    expect(await page.ask(1, "eth_requestAccounts")).toBeUndefined();
    const id = `${page.channel}.1`;
    expect(w.opened).toEqual([id]);
    const request = await w.sites.handlers["sites.request"]({ id });
    expect(request).toMatchObject({ origin: app, state: "waiting", ask: { kind: "connect" } });

    await w.sites.handlers["sites.approveConnect"]({ id, accounts: [bob] });
    expect(page.reply(1)).toEqual({ id: 1, result: [bob] });
    expect(page.events("accountsChanged")).toEqual([[bob]]);
    expect(w.closed.length).toBe(1);
    expect(w.audited).toContain("site.connected");
    expect((await page.ask(2, "eth_accounts"))?.result).toEqual([bob]);
    expect((await page.ask(3, "eth_requestAccounts"))?.result).toEqual([bob]);
    expect(w.opened.length).toBe(1);
  });

  it("answers with 4001 when the person rejects or closes the window", async () => {
    const w = world();
    const page = w.page(app).connect();
    await page.ask(1, "eth_requestAccounts");
    await w.sites.handlers["sites.reject"]({ id: `${page.channel}.1` });
    expect(page.reply(1)?.error?.code).toBe(4001);
    await page.ask(2, "wallet_requestPermissions", [{ eth_accounts: {} }]);
    await w.sites.confirmClosed(Promise.resolve(true));
    expect(page.reply(2)?.error?.code).toBe(4001);
    expect((await page.ask(3, "eth_accounts"))?.result).toEqual([]);
  });

  it("rejects with the window what it showed, not what came while it closed", async () => {
    const w = world();
    const page = w.page(app).connect();
    await page.ask(1, "eth_requestAccounts");
    let tell = (_byPerson: boolean): void => undefined;
    const closed = w.sites.confirmClosed(new Promise((resolve) => (tell = resolve)));
    const other = w.page("https://other.example").connect();
    await other.ask(1, "eth_requestAccounts");
    tell(true);
    await closed;
    expect(page.reply(1)?.error?.code).toBe(4001);
    expect(other.reply(1)).toBeUndefined();
    await expect(w.sites.handlers["sites.request"]({ id: `${other.channel}.1` })).resolves.toMatchObject({
      state: "waiting",
    });
    await w.sites.confirmClosed(Promise.resolve(false));
    expect(other.reply(1)).toBeUndefined();
  });

  it("answers wallet_requestPermissions in its own shape, and gives permissions back on request", async () => {
    const w = world();
    const page = w.page(app).connect();
    await page.ask(1, "wallet_requestPermissions", [{ eth_accounts: {} }]);
    await w.sites.handlers["sites.approveConnect"]({ id: `${page.channel}.1`, accounts: [alice] });
    expect(page.reply(1)?.result).toMatchObject([
      { invoker: app, parentCapability: "eth_accounts", caveats: [{ value: [alice] }] },
      { invoker: app, parentCapability: "endowment:permitted-chains", caveats: [{ value: ["0x1"] }] },
    ]);
    expect((await page.ask(2, "wallet_getPermissions"))?.result).toEqual(page.reply(1)?.result);
    expect((await page.ask(3, "wallet_revokePermissions", [{ eth_accounts: {} }]))?.result).toBeNull();
    expect((await page.ask(4, "eth_accounts"))?.result).toEqual([]);
    expect(page.events("accountsChanged").at(-1)).toEqual([]);
  });

  it("shows nothing while locked, opens the window, and answers a connected site once unlocked", async () => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    w.state.unlocked = false;
    await w.sites.lockChanged();
    expect(page.events("accountsChanged").at(-1)).toEqual([]);
    expect((await page.ask(2, "eth_accounts"))?.result).toEqual([]);
    expect(await page.ask(3, "eth_requestAccounts")).toBeUndefined();
    expect(w.opened.length).toBe(2);
    w.state.unlocked = true;
    await w.sites.lockChanged();
    expect(page.reply(3)?.result).toEqual([alice]);
    expect(page.events("accountsChanged").at(-1)).toEqual([alice]);
  });

  it("grants nothing while locked, no unknown and no hidden account", async () => {
    const w = world();
    const page = w.page(app).connect();
    await page.ask(1, "eth_requestAccounts");
    const id = `${page.channel}.1`;
    w.hide(bob);
    const approve = w.sites.handlers["sites.approveConnect"];
    await expect(approve({ id, accounts: [bob] })).rejects.toMatchObject({ code: "account/unknown" });
    await expect(approve({ id, accounts: [steth] })).rejects.toMatchObject({ code: "account/unknown" });
    w.state.unlocked = false;
    await expect(approve({ id, accounts: [alice] })).rejects.toMatchObject({ code: "vault/locked" });
    expect(w.local.data.size).toBe(0);
  });

  it("filters accounts that were hidden later and tells the pages", async () => {
    const w = world();
    const page = await w.page(app).granted([alice, bob]);
    w.hide(alice);
    await w.sites.accountsChanged();
    expect(page.events("accountsChanged").at(-1)).toEqual([bob]);
    expect((await page.ask(2, "eth_accounts"))?.result).toEqual([bob]);
  });

  it("ends with the wallet: after a wipe pages see no account, and what waited is refused", async () => {
    const w = world();
    const page = w.page(app).connect();
    await page.ask(1, "eth_requestAccounts");
    await w.sites.handlers["sites.approveConnect"]({ id: `${page.channel}.1`, accounts: [alice] });
    const other = w.page("https://other.example").connect();
    await other.ask(1, "eth_requestAccounts");
    for (const [key] of await w.local.entries("")) await w.local.remove(key);
    await w.sites.wiped();
    expect(page.events("accountsChanged").at(-1)).toEqual([]);
    expect(other.reply(1)?.error?.code).toBe(4100);
  });

  it("ends when the person disconnects the site", async () => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    await w.sites.handlers["sites.disconnect"]({ origin: app });
    expect(page.events("accountsChanged").at(-1)).toEqual([]);
    expect((await page.ask(2, "eth_accounts"))?.result).toEqual([]);
    expect(w.audited).toContain("site.disconnected");
  });
});

describe("a site's transaction", () => {
  it("becomes an operation and is answered with the hash as soon as it is sent", async () => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    expect(await page.ask(2, "eth_sendTransaction", [stake])).toBeUndefined();
    const id = `${page.channel}.2`;
    const request = await w.sites.handlers["sites.request"]({ id });
    const operation = w.operations.made.get(request.operationId ?? "");
    expect(operation?.intent).toMatchObject({ kind: "site-transaction", requestId: id, value: 10n ** 18n });
    if (!operation) throw new Error("no operation");
    await w.sites.checkApproval(operation);
    await w.sites.operationChanged({ ...operation, state: "approved" });
    expect((await w.sites.handlers["sites.request"]({ id })).state).toBe("approved");
    await w.sites.operationChanged(broadcast(operation));
    expect(page.reply(2)?.result).toBe(sentHash);
    await expect(w.sites.checkApproval(operation)).rejects.toMatchObject({ code: "site/replayed" });
  });

  it("is refused with 4001 when the person rejects, with the reason when it cannot be planned", async () => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    await page.ask(2, "eth_sendTransaction", [stake]);
    await w.sites.handlers["sites.reject"]({ id: `${page.channel}.2` });
    expect(page.reply(2)?.error?.code).toBe(4001);
    expect([...w.operations.made.values()][0]?.state).toBe("rejected");
    w.operations.failing.next = new WeirError("account/watch-only", {});
    await page.ask(3, "eth_sendTransaction", [stake]);
    expect(page.reply(3)?.error?.code).toBe(4100);
    w.operations.failing.next = new Error("secret detail");
    await page.ask(4, "eth_sendTransaction", [stake]);
    expect(page.reply(4)?.error).toEqual({ code: -32603, message: "Internal error." });
  });

  it("asks again when nothing could be signed after the approval", async () => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    await page.ask(2, "eth_sendTransaction", [stake]);
    const operation = [...w.operations.made.values()][0];
    if (!operation) throw new Error("no operation");
    await w.sites.operationChanged({ ...operation, state: "approved" });
    await expect(w.sites.checkApproval(operation)).rejects.toMatchObject({ code: "site/replayed" });
    await w.sites.operationChanged(operation);
    await w.sites.checkApproval(operation);
    expect(page.reply(2)).toBeUndefined();
  });

  it("carries the failure of its operation", async () => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    await page.ask(2, "eth_sendTransaction", [stake]);
    const operation = [...w.operations.made.values()][0];
    if (!operation) throw new Error("no operation");
    await w.sites.operationChanged({
      ...operation,
      state: "failed",
      error: { code: "operation/insufficient-gas", params: { missing: "1", unit: "ETH" } },
    });
    expect(page.reply(2)?.error?.code).toBe(-32000);
  });

  it.each([
    ["another network", { chainId: "0x5" }, -32602],
    ["an EIP-7702 authorization", { authorizationList: [] }, -32602],
    ["a delegation type", { type: "0x4" }, -32602],
    ["blobs", { blobVersionedHashes: [] }, -32602],
    ["a negative value", { value: "-0x1" }, -32602],
    ["a value as a number", { value: 1 }, -32602],
    ["2^256", { value: `0x1${"0".repeat(64)}` }, -32602],
    ["odd data", { data: "0xabc" }, -32602],
    ["a fee that is no number", { maxFeePerGas: "invalid" }, -32602],
    ["two data that differ", { input: "0x" }, -32602],
    ["a wrong checksum", { to: "0xaE7ab96520DE3A18E5e111B5EaAb095312D7fE84".replace("aE7", "AE7") }, -32602],
    ["an account that is not granted", { from: bob }, 4100],
  ])("is refused without a window: %s", async (_, change, code) => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    const reply = await page.ask(2, "eth_sendTransaction", [{ ...stake, ...change }]);
    expect(reply?.error?.code).toBe(code);
    expect(w.opened.length).toBe(1);
  });

  it("leaves nonce and fees to the wallet", async () => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    const extra = {
      nonce: "0x7",
      gasPrice: "0x1",
      maxFeePerGas: "0x1",
      accessList: [],
      type: "0x2",
      gas: "0x5208",
    };
    await page.ask(2, "eth_sendTransaction", [{ ...stake, ...extra }]);
    const request = await w.sites.handlers["sites.request"]({ id: `${page.channel}.2` });
    expect(request.ask).toEqual({
      kind: "transaction",
      from: alice,
      to: steth,
      data: "0xa1903eab",
      value: 10n ** 18n,
      gas: 21000n,
    });
  });
});

describe("a signature for a site", () => {
  it("is refused once the grant ended or the request did, however far the approval went", async () => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    await page.ask(2, "eth_sendTransaction", [stake]);
    const operation = [...w.operations.made.values()][0];
    if (!operation) throw new Error("no operation");
    await w.sites.checkSigning(operation);
    await w.sites.handlers["sites.disconnect"]({ origin: app });
    await expect(w.sites.checkSigning(operation)).rejects.toMatchObject({ code: "site/gone" });
  });
});

describe("reads and networks", () => {
  it("pass checked reads of connected sites to the node, and no others", async () => {
    const w = world();
    const stranger = w.page(app).connect();
    expect((await stranger.ask(1, "eth_getBalance", [alice]))?.error?.code).toBe(4100);
    const page = await w.page("https://other.example").granted([alice]);
    expect((await page.ask(2, "eth_getBalance", [alice]))?.result).toBe("0x01");
    expect((await page.ask(3, "eth_call", [{ to: steth, data: "0x", evil: 1 }]))?.result).toBe("0x01");
    const overridden = await page.ask(7, "eth_call", [{ to: steth, data: "0x" }, "latest", { [steth]: {} }]);
    expect(overridden?.error?.code).toBe(-32602);
    expect(w.reads).toEqual([
      [1, "eth_getBalance", [alice, "latest"]],
      [1, "eth_call", [{ to: steth, data: "0x" }, "latest"]],
    ]);
    expect((await page.ask(4, "eth_call", [{ to: "steth" }]))?.error?.code).toBe(-32602);
    expect((await page.ask(5, "eth_blockNumber"))?.result).toBe("0x01");
    expect((await page.ask(6, "eth_feeHistory", ["0x4", "latest", [10, 50]]))?.result).toBe("0x01");
  });

  it("are limited per site", async () => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    const other = await w.page("https://other.example").granted([alice]);
    for (let id = 2; id < 102; id += 1) await page.ask(id, "eth_blockNumber");
    expect((await page.ask(102, "eth_blockNumber"))?.error?.code).toBe(-32005);
    expect((await other.ask(2, "eth_blockNumber"))?.result).toBe("0x01");
    w.state.ms += 100;
    expect((await page.ask(103, "eth_blockNumber"))?.result).toBe("0x01");
  });

  it("know one network and say 4902 about others", async () => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    expect((await page.ask(2, "eth_chainId"))?.result).toBe("0x1");
    expect((await page.ask(3, "net_version"))?.result).toBe("1");
    expect((await page.ask(4, "wallet_switchEthereumChain", [{ chainId: "0x1" }]))?.result).toBeNull();
    expect((await page.ask(5, "wallet_switchEthereumChain", [{ chainId: "0x89" }]))?.error?.code).toBe(4902);
    expect((await page.ask(6, "web3_clientVersion"))?.result).toBe("Weir/v1.2.3");
  });
});
