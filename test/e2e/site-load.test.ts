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
 * A bare page that keeps the provider as `weir`; one that asks to connect as soon as it is loaded (?ask) and says to the page around
 * it how that ended; one that asks for the chain (?chain).
 */
const page = `<!doctype html><title>Bare</title><body><script>
  addEventListener("eip6963:announceProvider", ({ detail }) => { window.weir = detail.provider; });
  dispatchEvent(new Event("eip6963:requestProvider"));
  const ended = (what) => parent.postMessage(what, "*");
  const ask = (method) => window.weir.request({ method }).then(() => ended(0), ({ code }) => ended(code));
  if (location.search === "?ask") ask("eth_requestAccounts");
  if (location.search === "?chain") ask("eth_chainId");
</script>`;

function serve(): Promise<Server> {
  const server = createServer((_request, response) => {
    response.setHeader("content-type", "text/html");
    response.end(page);
  });
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done(server)));
}

const originOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** Sends `count` requests at once; gives how often each outcome came (0 = answered). */
const flood = (site: BrowserPage, method: string, count: number): Promise<Record<string, number>> =>
  site.evaluate(
    async (name: string, times: number) => {
      const { weir } = window as unknown as { weir: { request(of: unknown): Promise<unknown> } };
      const outcomes: Record<string, number> = {};
      await Promise.all(
        Array.from({ length: times }, () =>
          weir.request({ method: name, params: [] }).then(
            () => 0,
            (error: { code: number }) => error.code,
          ),
        ).map(async (one) => {
          const code = await one;
          outcomes[code] = (outcomes[code] ?? 0) + 1;
        }),
      );
      return outcomes;
    },
    method,
    count,
  );

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
    const outcomes = greedy.evaluate(async () => {
      const { weir } = window as unknown as { weir: { request(of: unknown): Promise<unknown> } };
      const all = Array.from({ length: 200 }, () =>
        weir.request({ method: "eth_requestAccounts" }).then(
          () => 0,
          (error: { code: number }) => error.code,
        ),
      );
      return Promise.all(all);
    });
    const window = await confirmWindow(world.browser);
    await see(window, "Connect to this site?");
    expect((await world.browser.pageUrls()).filter((url) => url.includes("/confirm.html"))).toHaveLength(1);
    expect(await flood(modest, "eth_chainId", 1)).toEqual({ 0: 1 });
    await click(window, "button", "Reject");
    await confirmWindowGone(world.browser);
    const codes = await outcomes;
    expect(codes.filter((code) => code === 4001)).toHaveLength(1);
    expect(codes.filter((code) => code === -32002)).toHaveLength(199);
    await modest.close();
    await greedy.close();
  });

  it("puts fifty sites that ask at once into one window, and answers every one", async () => {
    const asking = await world.browser.newPage(`${origin(0)}/`);
    await asking.evaluate(
      (urls: string[]) => {
        const ended: unknown[] = [];
        Object.assign(window, { ended });
        addEventListener("message", ({ data }) => ended.push(data));
        for (const url of urls)
          document.body.append(Object.assign(document.createElement("iframe"), { src: url }));
      },
      servers.map((server) => `${originOf(server)}/?ask`),
    );
    const window = await confirmWindow(world.browser);
    await see(window, /1 of 50/);
    expect((await world.browser.pageUrls()).filter((url) => url.includes("/confirm.html"))).toHaveLength(1);
    await window.close();
    const ended = await until(async () => {
      const codes = await asking.evaluate(() => (window as unknown as { ended: number[] }).ended);
      return codes.length === 50 && codes;
    }, "all fifty to be answered");
    expect(new Set(ended)).toEqual(new Set([4001]));
    await asking.close();
    await until(async () => (await channels()).open <= 1, "the channels of the frames to be closed");
  });

  it("keeps nothing of a page that makes and drops a thousand frames", async () => {
    const churning = await world.browser.newPage(`${origin(0)}/`);
    for (let round = 0; round < 20; round++) {
      const answered = await churning.evaluate(
        (url: string) =>
          new Promise<number>((done) => {
            let count = 0;
            const frames = Array.from({ length: 50 }, () =>
              Object.assign(document.createElement("iframe"), { src: url }),
            );
            addEventListener("message", function hear() {
              count += 1;
              if (count < 50) return;
              removeEventListener("message", hear);
              for (const frame of frames) frame.remove();
              done(count);
            });
            document.body.append(...frames);
          }),
        `${origin(2)}/?chain`,
      );
      expect(answered).toBe(50);
    }
    expect(await flood(churning, "eth_chainId", 1)).toEqual({ 0: 1 });
    await churning.close();
    await until(async () => (await channels()).open <= 1, "the channels of the frames to be closed");
    expect((await channels()).all).toBeLessThanOrEqual(remembered);
  });
});
