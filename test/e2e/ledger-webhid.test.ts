import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lackingForHidShim } from "../../scripts/setup/hid-shim.mjs";
import { type Display, startDisplay } from "../hid-shim/display.ts";
import { granted } from "../hid-shim/grant.ts";
import { choose, devicesOf, exchange, heardBy, listen, offerChooser } from "../hid-shim/page.ts";
import { type HidShim, serveBelowBrowser } from "../hid-shim/serve.ts";
import { createSoftwareLedger, type SoftwareLedger } from "../ledger-device/software-ledger.ts";
import { launchChromium } from "./driver/chromium.ts";
import type { BrowserPage, ExtensionBrowser } from "./driver/driver.ts";
import { until } from "./driver/until.ts";
import { openSetup } from "./wallet.ts";
import { publicPhrase } from "./world.ts";

/** m/44'/60'/0'/0/0 as BIP-32 indexes, and as an APDU carries it. */
const path = [44 + 2 ** 31, 60 + 2 ** 31, 2 ** 31, 0, 0];
const pathBytes = [
  5,
  ...path.flatMap((index) => [...new Uint8Array(Uint32Array.of(index).buffer)].reverse()),
];
const appAndVersion = [0xb0, 0x01, 0, 0, 0];
const getAddress = [0xe0, 0x02, 0, 0, pathBytes.length, ...pathBytes];

const dashboard = 0x5011;
const inApp = 0x5015;
const text = (bytes: Uint8Array) => new TextDecoder("latin1").decode(bytes);

const lacking = lackingForHidShim(["compiler"]);
describe.skipIf(lacking)(
  `Chromium's own WebHID and a software Ledger below it${lacking ? `: ${lacking}` : ""}`,
  () => {
    let ledger: SoftwareLedger;
    let shim: HidShim;
    let browser: ExtensionBrowser;
    let page: BrowserPage;

    beforeAll(async () => {
      ledger = createSoftwareLedger({ phrase: publicPhrase, app: "BOLOS" });
      shim = await serveBelowBrowser(ledger);
      browser = await launchChromium({ env: shim.env, preferences: granted(dashboard) });
      page = await openSetup(browser);
    });
    afterAll(async () => {
      await browser?.close();
      shim?.close();
    });

    it("carries reports both ways", async () => {
      expect(await devicesOf(page)).toEqual([dashboard]);
      expect(shim.watched()).toBe(true);
      expect(text(await exchange(page, appAndVersion))).toContain("BOLOS");
      expect(shim.handles()).toBe(1);
      expect(shim.writes.map((write) => [write.length, write[0]])).toEqual([[65, 0]]);
      expect(ledger.requests).toEqual(["b001000000"]);
    });

    it("takes a grant to hold for one product id: the app's own is another device", async () => {
      await listen(page);
      ledger.openApp("Ethereum");
      await until(
        async () => ledger.plugged && (await heardBy(page)).length === 1,
        "the device to have left",
      );
      expect(await heardBy(page)).toEqual([`disconnect ${dashboard}`]);
      expect(await devicesOf(page)).toEqual([]);
      ledger.closeApp();
      await until(async () => (await heardBy(page)).length === 2, "the device to have come back");
      expect(await heardBy(page)).toEqual([`disconnect ${dashboard}`, `connect ${dashboard}`]);
      expect(await devicesOf(page)).toEqual([dashboard]);
    });
  },
);

const lackingDisplay = lackingForHidShim(["compiler", "display", "keys"]);
describe.skipIf(lackingDisplay)(
  `Chromium's own device chooser${lackingDisplay ? `: ${lackingDisplay}` : ""}`,
  () => {
    let ledger: SoftwareLedger;
    let shim: HidShim;
    let display: Display;
    let browser: ExtensionBrowser;
    let page: BrowserPage;

    beforeAll(async () => {
      ledger = createSoftwareLedger({ phrase: publicPhrase, app: "Ethereum" });
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

    it("gives nothing when it is cancelled, and the device that is chosen in it", async () => {
      expect(await devicesOf(page)).toEqual([]);
      await offerChooser(page);
      const cancelled = () => choose(page, display.press, ["Escape"]);
      expect(await until(cancelled, "a chooser to be cancelled", 60_000)).toBe(0);
      expect(await devicesOf(page)).toEqual([]);

      // From "Cancel", which has the focus, to the list; its first row; the button that is the default by now.
      const taken = async () => (await choose(page, display.press, ["Tab", "Down", "Return"])) || undefined;
      expect(await until(taken, "a device to be chosen", 60_000)).toBe(1);
      expect(await devicesOf(page)).toEqual([inApp]);
    });

    it("carries an answer of several packets, and hears of the cable", async () => {
      const answer = text(await exchange(page, getAddress));
      expect(answer).toContain(ledger.addressAt(path).slice(2));
      expect(shim.handles()).toBe(1);

      await listen(page);
      ledger.unplug();
      await until(async () => shim.handles() === 0, "the browser to let go of the device");
      expect(await heardBy(page)).toEqual([`disconnect ${inApp}`]);
      await expect(exchange(page, appAndVersion)).rejects.toThrow("no device");
      ledger.plugIn();
      await until(async () => (await heardBy(page)).length === 2, "the device to have come back");
      expect(text(await exchange(page, appAndVersion))).toContain("Ethereum");
    });
  },
);
