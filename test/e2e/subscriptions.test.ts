import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveSite } from "../../scripts/devnet/site.mjs";
import { browsers } from "./driver/browsers.ts";
import type { BrowserPage } from "./driver/driver.ts";
import { until } from "./driver/until.ts";
import { click, see } from "./ui.ts";
import { confirmWindow, confirmWindowGone, importWallet, setEndpoint } from "./wallet.ts";
import { publicPhrase, startWorld, type World } from "./world.ts";

describe.each(browsers)("subscriptions in $name", ({ launch }) => {
  let world: World;
  let site: BrowserPage;
  let demo: Awaited<ReturnType<typeof serveSite>>;

  beforeAll(async () => {
    world = await startWorld(launch);
    demo = await serveSite();
    const wallet = await importWallet(world.browser, { kind: "phrase", phrase: publicPhrase });
    await setEndpoint(wallet, world.proxy.url);
    site = await world.browser.newPage(demo.url);
    await site.click("#connect:not([disabled])");
    const window = await confirmWindow(world.browser);
    await see(window, "Connect to this site?");
    await click(window, "button", "Connect");
    await confirmWindowGone(world.browser);
  });
  afterAll(async () => {
    await demo?.stop();
    await world?.close();
  });

  /** Block numbers that the page was told; kept in the document, where a later script finds them. */
  const told = (): Promise<number[]> =>
    site.evaluate(() => (document.body.dataset.told ?? "").split(" ").filter(Boolean).map(Number));

  it("brings each block as a message, also after the worker has ended", async () => {
    const id = await site.evaluate(
      () =>
        new Promise((done) => {
          type Provider = {
            request(of: { method: string; params?: unknown[] }): Promise<unknown>;
            on(event: string, listener: (message: { data: { result: { number: string } } }) => void): void;
          };
          addEventListener("eip6963:announceProvider", (event) => {
            const { provider } = (event as CustomEvent<{ provider: Provider }>).detail;
            provider.on("message", ({ data }) => {
              document.body.dataset.told = `${document.body.dataset.told ?? ""} ${Number(data.result.number)}`;
            });
            provider
              .request({ method: "eth_subscribe", params: ["newHeads"] })
              .then(done, (error) => done(String(error)));
          });
          dispatchEvent(new Event("eip6963:requestProvider"));
        }),
    );
    expect(id).toMatch(/^0x[0-9a-f]{32}$/);
    await world.devnet.levers.mine(2);
    await until(async () => (await told()).length === 2, "two blocks", 30_000);
    await world.browser.endWorker();
    await world.devnet.levers.mine(1);
    await until(async () => (await told()).length === 3, "the block after the worker's end", 40_000);
    const [first = 0, second, third] = await told();
    expect([second, third]).toEqual([first + 1, first + 2]);
  });
});
