import { describe, expect, it } from "vitest";
import { alice, bob, steth, world } from "./world.fixture.ts";

const app = "https://app.example";
const day = 86_400;
const stake = { from: alice, to: steth, data: "0xa1903eab", value: "0x1" };
const gnosis = {
  chainId: 100,
  caip2: "eip155:100",
  name: "Gnosis",
  native: { id: "native", symbol: "XDAI", name: "xDAI", decimals: 18 },
  defaultEndpoints: [],
  blockSeconds: 5,
};

describe("a session", () => {
  it("ends at its time: the page is told, what waits ends, the next sweep was asked for", async () => {
    const w = world();
    const page = await w.page(app).granted([alice], { expiresAt: w.state.seconds + 2 * day });
    expect(w.state.sweepAt).toBe(w.state.seconds + 2 * day);
    w.state.seconds += 2 * day - 1;
    expect((await page.ask(2, "eth_accounts"))?.result).toEqual([alice]);
    await page.ask(3, "eth_sendTransaction", [stake]);
    const operation = w.operations.last();
    w.state.seconds += 1;
    expect((await page.ask(4, "eth_accounts"))?.result).toEqual([]);
    await expect(w.sites.checkApproval(operation)).rejects.toMatchObject({ code: "site/not-connected" });
    await expect(w.sites.checkSigning(operation)).rejects.toMatchObject({ code: "site/not-connected" });
    await w.sites.sweep();
    expect(page.reply(3)?.error?.code).toBe(4100);
    expect(page.events("accountsChanged").at(-1)).toEqual([]);
    expect(w.audited).toContain("site.session-ended");
    expect(w.local.data.has(`site:${app}`)).toBe(false);
  });

  it("ends without use, also when no worker was there; use goes on with it", async () => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    const idle = await w.page("https://idle.example").granted([alice]);
    w.state.seconds += 5 * day;
    expect((await page.ask(2, "eth_accounts"))?.result).toEqual([alice]);
    w.state.seconds += 3 * day;
    await w.restartWorker();
    await w.sites.restore();
    page.connect();
    idle.connect();
    expect((await page.ask(3, "eth_accounts"))?.result).toEqual([alice]);
    expect((await idle.ask(2, "eth_accounts"))?.result).toEqual([]);
    expect(w.audited.filter((event) => event === "site.session-ended").length).toBe(1);
    expect(w.state.sweepAt).toBeGreaterThan(w.state.seconds);
  });

  it("from before sessions had ends is counted from its last use", async () => {
    const w = world();
    const at = w.state.seconds;
    const old = { origin: app, accounts: [alice], chainId: 1, grantedAt: at - 40 * day, lastUsedAt: at };
    w.local.data.set(`site:${app}`, JSON.stringify(old));
    const page = w.page(app).connect();
    expect((await page.ask(1, "eth_accounts"))?.result).toEqual([]);
    w.local.data.set(`site:${app}`, JSON.stringify({ ...old, grantedAt: at - 6 * day }));
    expect((await page.ask(2, "eth_accounts"))?.result).toEqual([alice]);
  });

  it("is given for the networks and the time that the person chose, a year at the most", async () => {
    const w = world();
    w.state.networks.push(gnosis);
    const page = await w.page(app).granted([alice], { chainIds: [100], expiresAt: 2 ** 40 });
    const grant = JSON.parse(w.local.data.get(`site:${app}`) ?? "{}");
    expect(grant).toMatchObject({
      chainId: 100,
      chainIds: [100],
      expiresAt: w.state.seconds + 365 * day,
      idleSeconds: 7 * day,
    });
    expect((await page.ask(2, "eth_chainId"))?.result).toBe("0x64");
    expect(page.events("chainChanged").at(-1)).toBe("0x64");
    const other = w.page("https://other.example").connect();
    await other.ask(1, "eth_requestAccounts");
    const approve = w.sites.handlers["sites.approveConnect"];
    const id = `${other.channel}.1`;
    await expect(approve({ id, accounts: [alice], chainIds: [5] })).rejects.toMatchObject({
      code: "site/chain-unknown",
    });
    await expect(approve({ id, accounts: [alice], expiresAt: w.state.seconds })).rejects.toMatchObject({
      code: "message/invalid",
    });
    await approve({ id, accounts: [alice] });
    expect(JSON.parse(w.local.data.get("site:https://other.example") ?? "{}").chainIds).toEqual([1, 100]);
  });

  it("stays ended when a use of it is noted at the same time", async () => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    w.state.seconds += 120;
    const asked = page.ask(2, "eth_accounts");
    await w.sites.handlers["sites.disconnect"]({ origin: app });
    await asked;
    expect(w.local.data.has(`site:${app}`)).toBe(false);
  });
});

describe("a grant that the person changes", () => {
  it("has other accounts at once, and what waits for one taken away ends", async () => {
    const w = world();
    const page = await w.page(app).granted([alice, bob]);
    await page.ask(2, "eth_sendTransaction", [stake]);
    await w.sites.handlers["sites.setGrant"]({ origin: app, accounts: [bob] });
    expect(page.reply(2)?.error?.code).toBe(4100);
    expect(w.operations.last().state).toBe("rejected");
    expect(page.events("accountsChanged").at(-1)).toEqual([bob]);
    expect(w.audited).toContain("site.grant-changed");
    await expect(
      w.sites.handlers["sites.setGrant"]({ origin: app, accounts: [steth] }),
    ).rejects.toMatchObject({ code: "account/unknown" });
  });

  it("loses an account that was removed, and does not have it back when that is added again", async () => {
    const w = world();
    const both = await w.page(app).granted([alice, bob]);
    const one = await w.page("https://other.example").granted([alice]);
    await both.ask(2, "personal_sign", ["hello", alice]);
    const before = w.state.accounts;
    w.state.accounts = before.filter(({ address }) => address !== alice);
    await w.sites.accountsChanged();
    expect(both.reply(2)?.error?.code).toBe(4100);
    expect([both, one].map((page) => page.events("accountsChanged").at(-1))).toEqual([[bob], []]);
    w.state.accounts = before;
    await w.sites.accountsChanged();
    expect((await both.ask(3, "eth_accounts"))?.result).toEqual([bob]);
    expect((await one.ask(2, "eth_accounts"))?.result).toEqual([]);
    expect(w.audited).toContain("site.disconnected");
  });

  it("goes to a network that it still has, and nothing is signed on one taken away", async () => {
    const w = world();
    w.state.networks.push(gnosis);
    const page = await w.page(app).granted([alice]);
    await page.ask(2, "eth_sendTransaction", [stake]);
    const operation = w.operations.last();
    await w.sites.handlers["sites.setGrant"]({ origin: app, chainIds: [100] });
    expect(page.events("chainChanged").at(-1)).toBe("0x64");
    expect(page.reply(2)?.error?.code).toBe(4100);
    await expect(w.sites.checkSigning(operation)).rejects.toMatchObject({ code: "site/gone" });
  });

  it("leaves a network that was removed from the wallet", async () => {
    const w = world();
    w.state.networks.push(gnosis);
    const page = await w.page(app).granted([alice], { chainIds: [100] });
    w.state.networks.pop();
    await w.sites.networksChanged();
    expect(page.events("chainChanged").at(-1)).toBe("0x1");
    expect((await page.ask(2, "eth_chainId"))?.result).toBe("0x1");
  });

  it("goes from a removed network to one that it may be on", async () => {
    const w = world();
    w.state.networks.push(gnosis, { ...gnosis, chainId: 10 });
    const page = await w.page(app).granted([alice], { chainIds: [100, 10] });
    w.state.networks = w.state.networks.filter(({ chainId }) => chainId !== 100);
    await w.sites.networksChanged();
    expect(page.events("chainChanged").at(-1)).toBe("0xa");
    expect(JSON.parse(w.local.data.get(`site:${app}`) ?? "{}")).toMatchObject({
      chainId: 10,
      chainIds: [10],
    });
  });

  it("gets another end, and none when it is not there any more", async () => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    await w.sites.handlers["sites.setGrant"]({ origin: app, expiresAt: w.state.seconds + 60 });
    expect(w.state.sweepAt).toBe(w.state.seconds + 60);
    w.state.seconds += 60;
    await w.sites.sweep();
    expect(page.events("accountsChanged").at(-1)).toEqual([]);
    await expect(w.sites.handlers["sites.setGrant"]({ origin: app, accounts: [bob] })).rejects.toMatchObject({
      code: "site/not-connected",
    });
  });
});
