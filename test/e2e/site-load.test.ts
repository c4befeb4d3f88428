import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browsers } from "./driver/browsers.ts";
import type { BrowserPage } from "./driver/driver.ts";
import { until } from "./driver/until.ts";
import { click, see } from "./ui.ts";
import { confirmWindow, confirmWindowGone, importWallet, setEndpoint } from "./wallet.ts";
import { publicPhrase, startWorld, type World } from "./world.ts";

/**
 * A bare page. What it is told to do (event "do") goes on while other pages are driven, and its outcomes so far are in the document:
 * many requests at once, how often each ended how (0 = answered); frames, how each said that it ended, removed after that or
 * left. A frame asks to connect (?ask) or for the chain (?chain) as soon as it is loaded.
 */
const page = `<!doctype html><title>Bare</title><body><script>
  let weir;
  addEventListener("eip6963:announceProvider", ({ detail }) => { weir = detail.provider; });
  dispatchEvent(new Event("eip6963:requestProvider"));
  const ask = (method) => weir.request({ method }).then(() => 0, ({ code }) => code);
  if (location.search === "?ask") ask("eth_requestAccounts").then((code) => parent.postMessage(code, "*"));
  if (location.search === "?chain") ask("eth_chainId").then((code) => parent.postMessage(code, "*"));
  let outcomes;
  function ended(code) {
    outcomes[code] = (outcomes[code] ?? 0) + 1;
    document.documentElement.dataset.outcomes = JSON.stringify(outcomes);
  }
  function flood({ method, count }) {
    for (let sent = 0; sent < count; sent++) ask(method).then(ended);
  }
  function frames({ urls, keep }) {
    const made = urls.map((src) => Object.assign(document.createElement("iframe"), { src }));
    let heard = 0;
    addEventListener("message", function hear({ data }) {
      heard += 1;
      if (heard === urls.length) {
        removeEventListener("message", hear);
        if (!keep) for (const frame of made) frame.remove();
      }
      ended(data);
    });
    document.body.append(...made);
  }
  addEventListener("do", ({ detail }) => {
    const [what, how] = JSON.parse(detail);
    outcomes = {};
    delete document.documentElement.dataset.outcomes;
    ({ flood, frames })[what](how);
  });
</script>`;

function serve(): Promise<Server> {
  const server = createServer((_request, response) => {
    response.setHeader("content-type", "text/html");
    response.end(page);
  });
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done(server)));
}

const originOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** Tells a bare page to do something and returns at once. */
const start = (site: BrowserPage, what: "flood" | "frames", how: object): Promise<void> =>
  site.evaluate(
    (detail: string) => {
      dispatchEvent(new CustomEvent("do", { detail }));
    },
    JSON.stringify([what, how]),
  );

/** Waits until `count` of what the page was told to do have ended; gives how often each outcome came. */
const outcomes = (site: BrowserPage, count: number): Promise<Record<string, number>> =>
  until(
    async () => {
      const found = await site.evaluate(() => document.documentElement.dataset.outcomes ?? "{}");
      const byCode = JSON.parse(found) as Record<string, number>;
      const ended = Object.values(byCode).reduce((sum, times) => sum + times, 0);
      return ended < count ? undefined : byCode;
    },
    `${count} outcomes`,
    60_000,
  );

/** Sends `count` requests at once; gives how often each outcome came (0 = answered). */
async function flood(site: BrowserPage, method: string, count: number): Promise<Record<string, number>> {
  await start(site, "flood", { method, count });
  return outcomes(site, count);
}

describe.each(browsers)("sites that ask too much in $name", ({ launch }) => {
  let world: World;
  let wallet: BrowserPage;
  const servers: Server[] = [];

  beforeAll(async () => {
    world = await startWorld(launch);
    wallet = await importWallet(world.browser, { kind: "phrase", phrase: publicPhrase });
    await setEndpoint(wallet, world.proxy.url);
    servers.push(...(await Promise.all(Array.from({ length: 50 }, serve))));
  });
  afterAll(async () => {
    for (const server of servers) server.close();
    await world?.close();
  });

  const origin = (place: number): string => originOf(servers[place] as Server);

  /** Channels of pages in the extension's memory: those that are open, and all, which closed ones are part of for a while. */
  const channels = (): Promise<{ open: number; all: number }> =>
    wallet.evaluate(async () => {
      const { browser, chrome } = globalThis as unknown as Record<"browser" | "chrome", typeof globalThis>;
      const { storage } = (browser ?? chrome) as unknown as {
        storage: { session: { get(key: null): Promise<Record<string, { closed?: boolean }>> } };
      };
      const stored = Object.entries(await storage.session.get(null));
      const found = stored.filter(([key]) => key.startsWith("channel:")).map(([, channel]) => channel);
      return { open: found.filter(({ closed }) => !closed).length, all: found.length };
    });
  /** Of closed channels so many are remembered, so that nothing of theirs can be played back. */
  const remembered = 256;

  it("shows one window for 200 requests in a second; the rest is refused at once, and other sites are served", async () => {
    const greedy = await world.browser.newPage(`${origin(0)}/`);
    const modest = await world.browser.newPage(`${origin(1)}/`);
    await start(greedy, "flood", { method: "eth_requestAccounts", count: 200 });
    const window = await confirmWindow(world.browser);
    await see(window, "Connect to this site?");
    expect((await world.browser.pageUrls()).filter((url) => url.includes("/confirm.html"))).toHaveLength(1);
    expect(await flood(modest, "eth_chainId", 1)).toEqual({ 0: 1 });
    expect(await outcomes(greedy, 199)).toEqual({ "-32002": 199 });
    await click(window, "button", "Reject");
    await confirmWindowGone(world.browser);
    expect(await outcomes(greedy, 200)).toEqual({ 4001: 1, "-32002": 199 });
    await modest.close();
    await greedy.close();
  });

  it("puts fifty sites that ask at once into one window, and answers every one", async () => {
    const asking = await world.browser.newPage(`${origin(0)}/`);
    const urls = servers.map((server) => `${originOf(server)}/?ask`);
    await start(asking, "frames", { urls, keep: true });
    const window = await confirmWindow(world.browser);
    await see(window, /1 of 50/);
    expect((await world.browser.pageUrls()).filter((url) => url.includes("/confirm.html"))).toHaveLength(1);
    await window.close();
    expect(await outcomes(asking, 50)).toEqual({ 4001: 50 });
    await asking.close();
    await until(async () => (await channels()).open <= 1, "the channels of the frames to be closed");
  });

  it("keeps nothing of a page that makes and drops three hundred frames", async () => {
    const churning = await world.browser.newPage(`${origin(0)}/`);
    const urls = Array.from({ length: 150 }, () => `${origin(2)}/?chain`);
    for (let round = 0; round < 2; round++) {
      await start(churning, "frames", { urls, keep: false });
      expect(await outcomes(churning, 150)).toEqual({ 0: 150 });
    }
    expect(await flood(churning, "eth_chainId", 1)).toEqual({ 0: 1 });
    await churning.close();
    await until(async () => (await channels()).open <= 1, "the channels of the frames to be closed");
    expect((await channels()).all).toBeLessThanOrEqual(remembered);
  });
});
