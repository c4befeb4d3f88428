import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { serveSite } from "../../scripts/devnet/site.mjs";
import { browsers } from "./driver/browsers.ts";
import type { BrowserPage } from "./driver/driver.ts";
import { until } from "./driver/until.ts";
import { click, fill, see, textOf, visit } from "./ui.ts";
import {
  confirmReview,
  confirmWindow,
  confirmWindowGone,
  importWallet,
  lock,
  setEndpoint,
  stake,
  unlock,
} from "./wallet.ts";
import { publicPhrase, startWorld, type World } from "./world.ts";

/** Two pages of our own: one that frames another origin, one that asks through the provider as soon as it is told. */
function serveFrames(inner: () => string): Promise<Server> {
  const server = createServer((request, response) => {
    response.setHeader("content-type", "text/html");
    const target = new URL(request.url ?? "/", "http://x").searchParams.get("frame") ?? inner();
    response.end(
      `<!doctype html><title>Frame</title><iframe id="inner" width="900" height="700" src="${target}"></iframe>`,
    );
  });
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done(server)));
}

describe.each(browsers)("a site in $name", ({ launch }) => {
  let world: World;
  let wallet: BrowserPage;
  let site: BrowserPage;
  let demo: Awaited<ReturnType<typeof serveSite>>;
  let address: string;

  beforeAll(async () => {
    world = await startWorld(launch);
    demo = await serveSite();
    wallet = await importWallet(world.browser, { kind: "phrase", phrase: publicPhrase });
    await setEndpoint(wallet, world.proxy.url);
    address = world.devnet.accounts[0]?.address ?? "";
    await stake(wallet, "5");
    site = await world.browser.newPage(demo.url);
  });
  // What one case leaves open is not the next one's to answer.
  afterEach(async () => {
    while ((await world.browser.pageUrls()).some((url) => url.includes("/confirm.html")))
      await (await confirmWindow(world.browser)).close();
  });
  afterAll(async () => {
    await demo?.stop();
    await world?.close();
  });

  const shows = (id: string): Promise<string> =>
    site.evaluate((of: string) => document.getElementById(of)?.textContent ?? "", id);
  const becomes = (id: string, text: RegExp) =>
    until(async () => text.test(await shows(id)), `${id} to become ${String(text)}`, 60_000);
  const press = (id: string) => site.click(`#${id}:not([disabled])`);

  it("finds the wallet by EIP-6963 and knows nothing before it is connected", async () => {
    await until(async () => (await shows("wallet")).includes("Weir"), "Weir among the wallets");
    expect(await shows("account")).toBe("not connected");
    const accounts = await site.evaluate(
      () =>
        new Promise((done) => {
          addEventListener("eip6963:announceProvider", (event) => {
            const { provider } = (
              event as CustomEvent<{ provider: { request(of: { method: string }): Promise<unknown> } }>
            ).detail;
            provider.request({ method: "eth_accounts" }).then(done, (error) => done(String(error)));
          });
          dispatchEvent(new Event("eip6963:requestProvider"));
        }),
    );
    expect(accounts).toEqual([]);
  });

  it("is told no when the person rejects, and asks for nothing more", async () => {
    await press("connect");
    const window = await confirmWindow(world.browser);
    await see(window, "Connect to this site?");
    await see(window, new URL(demo.url).host);
    await click(window, "button", "Reject");
    await confirmWindowGone(world.browser);
    await becomes("status", /failed/);
    expect(await shows("error-code")).toBe("4001");
    expect(await shows("account")).toBe("not connected");
  });

  it("is told no when the confirm window is closed", async () => {
    await press("connect");
    const window = await confirmWindow(world.browser);
    await see(window, "Connect to this site?");
    await window.close();
    await becomes("status", /failed/);
    expect(await shows("error-code")).toBe("4001");
  });

  it("connects, though the worker ends while the person thinks, and sees the chosen account and the chain", async () => {
    await press("connect");
    const window = await confirmWindow(world.browser);
    await see(window, "Connect to this site?");
    await world.browser.endWorker();
    await click(window, "button", "Connect");
    await confirmWindowGone(world.browser);
    await becomes("account", new RegExp(address, "i"));
    expect(await shows("chain")).toBe("Ethereum (1)");
    await becomes("balance", /^(5|4\.99999\d*) stETH$/);
  });

  it("asks for an allowance without limit; the person lowers it and the chain has the lower one", async () => {
    await press("approve-unlimited");
    const window = await confirmWindow(world.browser);
    await see(window, "This site asks for a transaction");
    await see(window, /could take all your stETH/);
    await see(window, /may take all your stETH/);
    await click(window, "radio", /^Another limit/);
    await fill(window, "At most", "1.5");
    await click(window, "button", "Set this limit");
    await see(window, /may take up to 1\.5 stETH/);
    await confirmReview(window);
    await confirmWindowGone(world.browser);
    await becomes("status", /confirmed/);
    const { contracts, addresses } = world.devnet;
    const allowance = await contracts.read("StEth", addresses.steth, "allowance", [address, addresses.loch]);
    expect(BigInt(allowance)).toBe(15n * 10n ** 17n);
  });

  it("deposits: the simulated changes are shown before, and are what happens", async () => {
    await press("deposit");
    const window = await confirmWindow(world.browser);
    await see(window, /Leaves .*0\.(5|49999\d*) stETH/);
    await confirmReview(window);
    await confirmWindowGone(world.browser);
    await becomes("status", /confirmed/);
    await becomes("deposited", /^(0\.5|0\.49999\d*) stETH$/);
  });

  it("stakes from the site", async () => {
    await press("stake");
    const window = await confirmWindow(world.browser);
    await see(window, /Leaves .*1 ETH/);
    await see(window, /Arrives .*(1|0\.99999\d*) stETH/);
    await confirmReview(window);
    await confirmWindowGone(world.browser);
    await becomes("status", /confirmed/);
  });

  it("gets an answer once, though the worker ends between request and answer", async () => {
    await press("stake");
    const window = await confirmWindow(world.browser);
    await see(window, /Arrives/);
    await world.browser.endWorker();
    await confirmReview(window);
    await world.browser.endWorker();
    // Ended before anything was signed, the window says so and the person confirms once more.
    await until(
      async () => {
        if (/confirmed|sent/.test(await shows("status"))) return true;
        // The window wants a moment of stillness, in focus, before it takes a press.
        if ((await world.browser.pageUrls()).some((url) => url.includes("/confirm.html")))
          await click(window, "button", "Confirm", 5_000);
        return false;
      },
      "the site to be answered",
      60_000,
    );
    await becomes("status", /confirmed/);
    const [first] = (await shows("last-hash")).match(/0x[0-9a-f]{64}/) ?? [];
    const receipt = await world.devnet.levers.rpc("eth_getTransactionReceipt", [first]);
    expect(receipt?.status).toBe("0x1");
    const nonce = Number(await world.devnet.levers.rpc("eth_getTransactionCount", [address, "latest"]));
    // The stake before the site, the allowance, the deposit, and two stakes: nothing was sent twice.
    expect(nonce).toBe(5);
  });

  it("leaves nothing to confirm when its tab closes", async () => {
    const other = await world.browser.newPage(demo.otherUrl);
    await other.click("#connect:not([disabled])");
    const window = await confirmWindow(world.browser);
    await see(window, "localhost");
    await other.close();
    await until(
      async () =>
        !(await world.browser.pageUrls()).some((url) => url.includes("confirm.html")) ||
        /no longer open|Nothing to answer|page that asked is closed/i.test(
          await textOf(window).catch(() => ""),
        ),
      "the request to end with its tab",
    );
    if ((await world.browser.pageUrls()).some((url) => url.includes("confirm.html"))) await window.close();
  });

  it("in a frame of another origin is named as what it is", async () => {
    const server = await serveFrames(() => demo.otherUrl);
    const outer = await world.browser.newPage(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const inFrame = await outer.frame("#inner");
    await inFrame.click("#connect:not([disabled])");
    const window = await confirmWindow(world.browser);
    await see(window, /localhost.* This site is shown inside a page of .*127\.0\.0\.1/);
    await click(window, "button", "Reject");
    await confirmWindowGone(world.browser);
    await outer.close();
    server.close();
  });

  it("cannot frame a page of the extension", async () => {
    const server = await serveFrames(() => "about:blank");
    const port = (server.address() as AddressInfo).port;
    for (const path of ["popup.html", "confirm.html", "tab.html"]) {
      const target = encodeURIComponent(world.browser.extensionUrl(path));
      const outer = await world.browser.newPage(`http://127.0.0.1:${port}/?frame=${target}`);
      const frame = await outer.frame("#inner").catch(() => undefined);
      const inside = await frame
        ?.evaluate(() => document.getElementById("root")?.innerHTML ?? "")
        .catch(() => "");
      expect(inside ?? "").toBe("");
      // Firefox discards what it refused to frame, and the driver's place in the tab with it.
      await outer.close().catch(() => undefined);
    }
    server.close();
  });

  it("is disconnected by itself, and by the person", async () => {
    await press("disconnect");
    await becomes("account", /not connected/);
    await visit(wallet, "sites");
    await see(wallet, "No connected sites");
    await press("connect");
    const window = await confirmWindow(world.browser);
    await click(window, "button", "Connect");
    await confirmWindowGone(world.browser);
    await becomes("account", new RegExp(address, "i"));
    await click(wallet, "button", new RegExp(`^${new URL(demo.url).origin}`));
    await click(wallet, "button", "Disconnect this site");
    await becomes("account", /not connected/);
    expect(await shows("events")).toMatch(/accountsChanged \[\]/);
  });

  it("asking a locked wallet, waits for the password and is answered then", async () => {
    await lock(wallet);
    await press("connect");
    const window = await confirmWindow(world.browser);
    await unlock(window);
    await see(window, "Connect to this site?");
    await click(window, "button", "Connect");
    await confirmWindowGone(world.browser);
    await becomes("account", new RegExp(address, "i"));
  });
});
