import { describe, expect, it } from "vitest";
import { healthLimits } from "./health.ts";
import { alice, steth, type World, world } from "./world.fixture.ts";

const app = "https://app.example";
const stake = { from: alice, to: steth, data: "0xa1903eab", value: "0x1" };
const stored = (w: World, origin = app) => JSON.parse(w.local.data.get(`site-health:${origin}`) ?? "null");

/** A connected page, and a message of it that was taken once. */
async function withOldMessage() {
  const w = world();
  const page = await w.page(app).granted([alice]);
  const old = page.envelope(2, "eth_chainId", []);
  await page.post(old);
  const replay = async (times: number): Promise<void> => {
    for (let time = 0; time < times; time += 1) await page.post(old);
  };
  return { w, page, replay };
}

describe("refused messages", () => {
  it("are counted where pages read them, by kind", async () => {
    const { w, page, replay } = await withOldMessage();
    await replay(2);
    await page.post({ ...page.envelope(3, "eth_chainId", []), sequence: 1 });
    await page.post(page.envelope(4, "eth_chainId", [], { time: (w.state.seconds - 61) * 1000 }));
    await w.sites.sweep();
    expect(stored(w)).toMatchObject({ origin: app, refused: { duplicate: 2, "out-of-order": 1, late: 1 } });
    expect(stored(w).suspendedAt).toBeUndefined();
    expect((await page.ask(5, "eth_accounts"))?.result).toEqual([alice]);
    expect(w.audited.filter((event) => event === "site.refused").length).toBe(1);
  });

  it("follow the validity in the settings", async () => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    const aged = (id: number, age: number) =>
      page.post(page.envelope(id, "eth_chainId", [], { time: (w.state.seconds - age) * 1000 }));
    w.state.settings = { ...w.state.settings, messageSeconds: 120 };
    await aged(2, 100);
    expect(page.reply(2)?.result).toBe("0x1");
    w.state.settings = { ...w.state.settings, messageSeconds: 30 };
    await aged(3, 31);
    expect(page.reply(3)?.error?.code).toBe(-32600);
  });

  it("suspend the site: it is told, what waits ends, nothing of it is signed, others go on", async () => {
    const { w, page, replay } = await withOldMessage();
    await page.ask(3, "eth_sendTransaction", [stake]);
    const operation = w.operations.last();
    const other = await w.page("https://other.example").granted([alice]);
    await replay(19);
    expect((await page.ask(4, "eth_accounts"))?.result).toEqual([alice]);
    await replay(1);
    expect(page.reply(3)?.error?.code).toBe(4100);
    expect(page.events("accountsChanged").at(-1)).toEqual([]);
    for (const [id, method] of [
      [5, "eth_accounts"],
      [6, "eth_requestAccounts"],
      [7, "eth_chainId"],
    ] as const) {
      expect((await page.ask(id, method))?.error).toMatchObject({ code: 4100 });
    }
    await expect(w.sites.checkSigning(operation)).rejects.toThrow();
    expect(w.audited.filter((event) => event === "site.suspended").length).toBe(1);
    expect(stored(w).suspendedAt).toBe(w.state.seconds);
    expect((await other.ask(2, "eth_accounts"))?.result).toEqual([alice]);
  });

  it("keep it suspended over a restart, until the person lifts it", async () => {
    const { w, page, replay } = await withOldMessage();
    await replay(20);
    await w.restartWorker();
    page.connect();
    expect((await page.ask(3, "eth_accounts"))?.error?.code).toBe(4100);
    await w.sites.handlers["sites.resume"]({ origin: app });
    expect(page.events("accountsChanged").at(-1)).toEqual([alice]);
    expect((await page.ask(4, "eth_accounts"))?.result).toEqual([alice]);
    expect(stored(w)).toBeNull();
    expect(w.audited).toContain("site.resumed");
    await replay(19);
    expect((await page.ask(5, "eth_accounts"))?.result).toEqual([alice]);
  });

  it("do not suspend a page whose machine slept", async () => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    const sent = Array.from({ length: 79 }, (_, at) => page.envelope(at + 2, "eth_chainId", []));
    w.state.seconds += 3600;
    for (const message of sent) await page.post(message);
    expect(page.reply(2)?.error?.code).toBe(-32600);
    expect((await page.ask(90, "eth_chainId"))?.result).toBe("0x1");
  });

  it("of a flood are few writes, and none is lost", async () => {
    const { w, replay } = await withOldMessage();
    let writes = 0;
    const set = w.local.setMany;
    w.local.setMany = async (values) => {
      writes += Object.keys(values).filter((key) => key.startsWith("site-health:")).length;
      return set(values);
    };
    await replay(300);
    expect(writes).toBeLessThanOrEqual(7);
    expect(w.state.sweepAt).toBeLessThanOrEqual(w.state.seconds + 30);
    await w.sites.sweep();
    expect(stored(w).refused.duplicate).toBe(300);
  });

  it("are remembered of a bounded number of sites, suspended ones longest", async () => {
    const { w, replay } = await withOldMessage();
    await replay(20);
    for (let site = 0; site < healthLimits.sites + 20; site += 1) {
      w.state.seconds += 1;
      const page = w.page(`https://s${site}.example`).connect();
      const message = page.envelope(1, "eth_chainId", []);
      await page.post(message);
      await page.post(message);
    }
    const kept = [...w.local.data.keys()].filter((key) => key.startsWith("site-health:"));
    expect(kept.length).toBeLessThanOrEqual(healthLimits.sites);
    expect(kept).toContain(`site-health:${app}`);
  });
});
