import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lackingForHidShim } from "../../scripts/setup/hid-shim.mjs";
import { type Display, startDisplay } from "../hid-shim/display.ts";
import { granted } from "../hid-shim/grant.ts";
import { devicesOf, exchange, heardBy, listen } from "../hid-shim/page.ts";
import { type HidShim, serveBelowBrowser } from "../hid-shim/serve.ts";
import type { SoftwareLedger } from "../ledger-device/software-ledger.ts";
import { launchChromium } from "./driver/chromium.ts";
import type { BrowserPage, ExtensionBrowser } from "./driver/driver.ts";
import { until } from "./driver/until.ts";
import { pairFirst } from "./ledger/steps.ts";
import { createTestLedger, indexesOf } from "./ledger/world.ts";
import { click, has, screen, see, textOf } from "./ui.ts";
import { choosePassword, openSetup, password, portfolioShows, send, setEndpoint } from "./wallet.ts";
import { ether, startWorld, type World } from "./world.ts";

const path = indexesOf("m/44'/60'/0'/0/0");
const pathBytes = [
  path.length,
  ...path.flatMap((index) => [24, 16, 8, 0].map((bits) => (index >>> bits) & 0xff)),
];
const appAndVersion = [0xb0, 0x01, 0, 0, 0];
const getAddress = [0xe0, 0x02, 0, 0, pathBytes.length, ...pathBytes];

/** USB product ids of a Nano S Plus. */
const dashboard = 0x5011;
const inApp = 0x5015;
const text = (bytes: Uint8Array) => new TextDecoder("latin1").decode(bytes);

/** A suite that needs these parts, and whose name says what is missing where it cannot run. */
function suite(name: string, parts: Parameters<typeof lackingForHidShim>[0], tests: () => void): void {
  const lacking = lackingForHidShim(parts);
  describe.skipIf(lacking)(lacking ? `${name} (${lacking})` : name, tests);
}

suite("Chromium's own WebHID and a software Ledger below it", ["compiler"], () => {
  let ledger: SoftwareLedger;
  let shim: HidShim;
  let world: World;
  let page: BrowserPage;

  beforeAll(async () => {
    ledger = createTestLedger({ app: "BOLOS" });
    shim = await serveBelowBrowser(ledger);
    const preferences = granted(dashboard, inApp);
    world = await startWorld(() => launchChromium({ env: shim.env, preferences }));
    page = await openSetup(world.browser);
  });
  afterAll(async () => {
    await world?.close();
    shim?.close();
  });

  it("carries reports both ways", async () => {
    const found = await devicesOf(page);
    expect(shim.watched(), "the browser looks for devices where the shim is").toBe(true);
    expect(found).toEqual([dashboard]);
    expect(text(await exchange(page, appAndVersion))).toContain("BOLOS");
    expect(shim.handles()).toBe(1);
    expect(shim.writes.map((write) => [write.length, write[0]])).toEqual([[65, 0]]);
    expect(ledger.requests).toEqual(["b001000000"]);
  });

  it("hears of the app's product id, of the cable, and carries an answer of several packets", async () => {
    await listen(page);
    ledger.openApp("Ethereum");
    await until(async () => (await heardBy(page)).length === 2, "the app to be open");
    const answer = text(await exchange(page, getAddress));
    expect(answer).toContain(ledger.addressAt(path).slice(2));

    ledger.unplug();
    await until(async () => shim.handles() === 0, "the browser to let go of the device");
    await expect(exchange(page, appAndVersion)).rejects.toThrow("no device");
    ledger.closeApp();
    await until(async () => (await heardBy(page)).length === 4, "the dashboard");
    const events = [
      `disconnect ${dashboard}`,
      `connect ${inApp}`,
      `disconnect ${inApp}`,
      `connect ${dashboard}`,
    ];
    expect(await heardBy(page)).toEqual(events);
    expect(text(await exchange(page, appAndVersion))).toContain("BOLOS");
    await page.goto(world.browser.extensionUrl("tab.html"));
    await until(async () => shim.handles() === 0, "the page that has gone to let go of the device");
  });

  it("pairs in the wallet's tab, through the product id that changes as the app opens", async () => {
    await click(page, "button", /^Use a Ledger/);
    await click(page, "button", "Continue");
    await choosePassword(page, password, "Create wallet");
    await pairFirst(page);
    expect(ledger.askedToOpen).toEqual(["Ethereum"]);
    await setEndpoint(page, world.proxy.url);
    await world.devnet.levers.fund(ledger.addressAt(path), ether(3));
    await portfolioShows(page, /\b3 ETH/);
    await until(async () => shim.handles() === 0, "the device to be free for other programs");
  });

  it("signs a transfer from the dashboard on", async () => {
    const recipient = world.devnet.accounts[5]?.address ?? "";
    const balance = async () =>
      BigInt((await world.devnet.levers.rpc("eth_getBalance", [recipient, "latest"])) as string);
    const before = await balance();
    ledger.closeApp();
    await until(async () => ledger.plugged, "the dashboard");
    await send(page, "ETH", recipient, "1");
    expect((await balance()) - before).toBe(ether(1));
    expect(ledger.askedToOpen).toEqual(["Ethereum", "Ethereum"]);
    expect(ledger.shown().at(-1)?.join("\n")).toMatch(new RegExp(`Amount ETH 1\\n[^]*${recipient}`, "i"));
    expect(world.browser.outsideHosts().filter((host) => host.includes("ledger"))).toEqual([]);
  });
});

suite("Chromium's own device chooser", ["compiler", "display", "keys"], () => {
  let ledger: SoftwareLedger;
  let shim: HidShim;
  let display: Display;
  let browser: ExtensionBrowser;
  let page: BrowserPage;

  beforeAll(async () => {
    ledger = createTestLedger({ app: "BOLOS" });
    shim = await serveBelowBrowser(ledger);
    display = await startDisplay();
    browser = await launchChromium({ headed: true, env: { ...shim.env, ...display.env } });
    page = await openSetup(browser);
  });
  afterAll(async () => {
    await browser?.close();
    display?.close();
    shim?.close();
  });

  /**
   * Opens the chooser by this button and presses keys in it until `outcome`. Nothing tells from outside when it is drawn, so
   * one that took the keys amiss is closed and opened again.
   */
  async function answer(button: string, keys: string[], outcome: () => Promise<boolean>): Promise<void> {
    expect(await outcome(), "before the chooser").toBe(false);
    for (let attempt = 1; attempt <= 4; attempt++) {
      await click(page, "button", button);
      await new Promise((drawn) => setTimeout(drawn, 1_500));
      if (attempt === 1) expect(await outcome(), "while the chooser waits").toBe(false);
      display.press(...keys);
      if (await until(outcome, "the chooser's answer", 12_000).catch(() => false)) return;
      display.press("Escape");
    }
    throw new Error(`the browser's chooser after "${button}" took no answer`);
  }
  // From "Cancel", which has the focus at first, to the list; its first row; the button that is the default by then.
  const take = ["Tab", "Down", "Return"];

  it("gives nothing when it is cancelled", async () => {
    await click(page, "button", /^Use a Ledger/);
    await click(page, "button", "Continue");
    await choosePassword(page, password, "Create wallet");
    await screen(page, "Pair a Ledger");
    await answer("Choose your Ledger", ["Escape"], async () =>
      (await textOf(page)).includes("No Ledger was chosen."),
    );
    expect(await devicesOf(page)).toEqual([]);
    expect(shim.writes).toEqual([]);
  });

  it("gives the dashboard's product id, and asks again for the app's", async () => {
    await answer("Choose your Ledger", take, async () => ledger.askedToOpen.length > 0);
    await see(page, "Choose the device again.");
    expect(await devicesOf(page)).toEqual([]);
    await answer("Choose the device again", take, async () => has(page, "heading", "Choose addresses"));
    expect(await devicesOf(page)).toEqual([inApp]);
    await see(
      page,
      new RegExp(`${ledger.addressAt(path).slice(0, 6)}….*${ledger.addressAt(path).slice(-4)}`),
    );

    ledger.closeApp();
    await until(
      async () => (await devicesOf(page))[0] === dashboard,
      "the dashboard, which was chosen before",
    );
  });
});
