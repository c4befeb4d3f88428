import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { violations } from "./axe.ts";
import type { BrowserPage } from "./driver/driver.ts";
import { until } from "./driver/until.ts";
import { old, states } from "./ledger/states.ts";
import { confirmAgain, dialogGone, named, pairFirst, signDialog, stage } from "./ledger/steps.ts";
import {
  askedFor,
  indexesOf,
  type LedgerWorld,
  ledgerPhrase,
  nonceOf,
  onScreen,
  startLedgerWorld,
} from "./ledger/world.ts";
import { click, fill, has, screen, see, visit } from "./ui.ts";
import {
  confirmReview,
  followToConfirmed,
  importWallet,
  openPopup,
  portfolioShows,
  reviewStake,
  setEndpoint,
} from "./wallet.ts";
import { ether, publicPhrase } from "./world.ts";

const anybody = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";

describe("faults 66 and 67: a Ledger in Chromium in every state", () => {
  let world: LedgerWorld;
  /** Asked for before the endpoint was set to the one on this computer. */
  let before: string[];
  let page: BrowserPage;
  let me: string;

  beforeAll(async () => {
    world = await startLedgerWorld({}, [old]);
    me = world.device.addressAt(indexesOf("m/44'/60'/0'/0/0"));
    await world.devnet.levers.fund(me, ether(100));
    page = await importWallet(world.browser, { kind: "phrase", phrase: publicPhrase });
    await setEndpoint(page, world.proxy.url);
    before = world.browser.outsideHosts();
    await visit(page, "pair");
    await pairFirst(page);
    await portfolioShows(page, /100 ETH/);
  });
  afterAll(() => world?.close());
  // Whatever a test left behind: the next begins with a Ledger that is ready.
  afterEach(async () => {
    const { device, bus } = world;
    device.clearFaults();
    device.setPhrase(ledgerPhrase);
    device.setBlindSigning(true);
    device.install("Ethereum");
    device.unlock();
    device.answerWith = "approve";
    if (device.screen()) device.press("refuse");
    bus.busy = false;
    bus.allow();
    if (old.plugged) old.unplug();
    if (!device.plugged) device.plugIn();
    device.openApp("Ethereum");
    await until(async () => device.plugged, "the device to be back");
    if (await has(page, "dialog", signDialog)) await click(page, "button", "Cancel", 5_000).catch(() => {});
  });

  /** From a form to the button that confirms its review, which is pressed. */
  async function confirmOne(call?: true): Promise<void> {
    if (call) await reviewStake(page, "0.1", "stETH");
    else {
      await visit(page, "send");
      await click(page, "radio", /^ETH/);
      await fill(page, "Recipient", anybody);
      await fill(page, "Amount", "0.01");
      await click(page, "button", "Review");
      await screen(page, "Review sending");
    }
    await confirmReview(page);
  }

  it.each(states)("$name: named in the dialog, mended, and signed without a reload", async (state) => {
    const nonce = await nonceOf(world, me);
    state.begin(world);
    await confirmOne(state.call);
    await named(page, state.sentence);
    expect(await has(page, "button", "Cancel", { usable: true })).toBe(true);
    expect(await nonceOf(world, me)).toBe(nonce);
    await state.mend(world);
    if (state.button) await click(page, "button", state.button);
    await followToConfirmed(page);
    expect(await nonceOf(world, me)).toBe(nonce + 1);
    await until(async () => world.bus.open === 0, "the device to be free for other programs");
  });

  it("Cancel ends each of them, and nothing is signed", async () => {
    const nonce = await nonceOf(world, me);
    const signatures = () =>
      world.device.shown().filter((lines) => lines.includes("Sign transaction")).length;
    const signed = signatures();
    const some = states.filter(({ name }) =>
      /^(no grant|locked|nothing plugged|held|another seed|the dashboard)/.test(name),
    );
    expect(some).toHaveLength(6);
    await confirmOne();
    await dialogGone(page);
    await followToConfirmed(page);
    for (const [place, state] of some.entries()) {
      state.begin(world);
      if (place === 0) await confirmOne();
      else await confirmAgain(page);
      await named(page, state.sentence);
      await click(page, "button", "Cancel");
      await dialogGone(page);
      await see(page, "Cancelled. Nothing was signed.");
      if (state.name === "the dashboard") {
        world.device.answerWith = "approve";
        world.device.openApp("Ethereum");
      } else await state.mend(world);
      world.bus.allow();
    }
    expect(signatures()).toBe(signed + 1);
    expect(await nonceOf(world, me)).toBe(nonce + 1);
    world.bus.revoke();
    await confirmAgain(page);
    await click(page, "button", "Choose the device again");
    await followToConfirmed(page);
  });

  it("refused on the device: said so, nothing sent, and it can be confirmed again", async () => {
    const nonce = await nonceOf(world, me);
    world.device.answerWith = "refuse";
    await confirmOne();
    await see(page, "Refused on the Ledger. Nothing was signed.");
    await dialogGone(page);
    expect(await nonceOf(world, me)).toBe(nonce);
    world.device.answerWith = "approve";
    await confirmAgain(page);
    await followToConfirmed(page);
    expect(await nonceOf(world, me)).toBe(nonce + 1);
  });

  it("unplugged while the device asks: said so, and tried again", async () => {
    const nonce = await nonceOf(world, me);
    world.device.answerWith = "wait";
    await confirmOne();
    await onScreen(world.device);
    await stage(page, "confirm");
    world.device.unplug();
    await named(page, "The Ledger was unplugged.");
    world.device.answerWith = "approve";
    world.device.plugIn();
    await click(page, "button", "Try again");
    await followToConfirmed(page);
    expect(await nonceOf(world, me)).toBe(nonce + 1);
  });

  it.each(["other-key", "other-bytes", "high-s", "zeros"] as const)(
    "fault 67: a signature that does not verify (%s) is not broadcast",
    async (how) => {
      const nonce = await nonceOf(world, me);
      world.device.fault({ kind: "signature", how });
      await confirmOne();
      await see(
        page,
        "The Ledger’s answer does not verify for this account and these exact bytes. Nothing was sent.",
      );
      await dialogGone(page);
      expect(await nonceOf(world, me)).toBe(nonce);
      expect(await world.devnet.levers.rpc("eth_getTransactionCount", [me, "pending"])).toBe(
        `0x${nonce.toString(16)}`,
      );
      await confirmAgain(page);
      await followToConfirmed(page);
      expect(await nonceOf(world, me)).toBe(nonce + 1);
    },
  );

  it("the worker ends while the device waits: going on works, and one transaction lands", async () => {
    const nonce = await nonceOf(world, me);
    world.device.answerWith = "wait";
    await confirmOne();
    await onScreen(world.device);
    await stage(page, "confirm");
    await world.browser.endWorker();
    await dialogGone(page);
    world.device.press("approve");
    world.device.answerWith = "approve";
    await confirmAgain(page);
    await followToConfirmed(page);
    expect(await nonceOf(world, me)).toBe(nonce + 1);
  });

  it("the tab is closed while the device waits: said so, and confirmed again from the popup", async () => {
    const nonce = await nonceOf(world, me);
    world.device.answerWith = "wait";
    await confirmOne();
    await onScreen(world.device);
    const id = /operation\/([^/?]+)/.exec(await page.url())?.[1] ?? "";
    const popup = await openPopup(world.browser, `operation/${id}`);
    await page.close();
    await see(popup, "The tab that speaks to the Ledger was closed.", 40_000);
    expect(await nonceOf(world, me)).toBe(nonce);
    if (world.device.screen()) world.device.press("refuse");
    world.device.answerWith = "approve";
    await confirmAgain(popup);
    page = await world.browser.waitForPage((url) => url.includes("/tab.html"));
    await until(async () => (await nonceOf(world, me)) === nonce + 1, "the transaction on the chain", 40_000);
    await popup.close();
    await page.resize(1100, 800);
  });

  it("by keyboard: Escape is Cancel, and Tab stays within the dialog", async () => {
    world.device.lock();
    await confirmOne();
    await named(page, "Unlock your Ledger");
    const inside = () =>
      page.evaluate(
        () => document.activeElement?.closest("dialog") !== null && document.activeElement?.textContent,
      );
    const seen = new Set<string | boolean | undefined>();
    for (let presses = 0; presses < 6; presses++) {
      await page.press("Tab");
      seen.add((await inside()) ?? undefined);
    }
    expect([...seen]).toContain("Cancel");
    await page.press("Escape");
    await dialogGone(page);
    await see(page, "Cancelled. Nothing was signed.");
    world.device.unlock();
    await confirmAgain(page);
    await followToConfirmed(page);
  });

  it("axe finds nothing wrong, light and dark, at 360 pixels", async () => {
    await page.resize(360, 740);
    const narrow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    const problems: string[] = [];
    const check = async (what: string) => {
      for (const scheme of ["light", "dark"] as const) {
        await page.colorScheme(scheme);
        for (const problem of await violations(page)) problems.push(`${what}, ${scheme}: ${problem}`);
      }
      expect(await narrow(), what).toBeLessThanOrEqual(0);
    };
    await visit(page, "pair");
    await screen(page, "Pair a Ledger");
    await check("pairing");
    await click(page, "button", "Connect the Ledger");
    await screen(page, "Choose addresses");
    await see(page, /Balances read/);
    await check("addresses");
    await visit(page, "accounts");
    await screen(page, "Accounts");
    await check("accounts");
    await click(page, "button", /^Ledger Nano S Plus/);
    await see(page, "Choose the device again");
    await check("device");
    world.device.answerWith = "wait";
    await confirmOne(true);
    await onScreen(world.device);
    await stage(page, "confirm");
    await check("signing");
    world.device.unplug();
    await named(page, "The Ledger was unplugged.");
    await check("unplugged");
    await click(page, "button", "Cancel");
    world.device.answerWith = "approve";
    world.device.plugIn();
    await page.colorScheme("light");
    await page.resize(1100, 800);
    expect(problems).toEqual([]);
  });

  it("asked nobody beyond this computer", () => {
    expect(askedFor(world, before)).toEqual([]);
  });
});
