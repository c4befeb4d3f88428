import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { BrowserPage } from "./driver/driver.ts";
import { launchFirefox } from "./driver/firefox.ts";
import { until } from "./driver/until.ts";
import { connectLedger, stage, tickAddress } from "./ledger/steps.ts";
import {
  askedFor,
  indexesOf,
  type LedgerWorld,
  ledgerPhrase,
  nonceOf,
  onScreen,
  startLedgerWorld,
} from "./ledger/world.ts";
import { choose, click, fill, find, has, screen, see, visit } from "./ui.ts";
import {
  choosePassword,
  confirmReview,
  followToConfirmed,
  importWallet,
  openPopup,
  openSetup,
  password,
  portfolioShows,
  setEndpoint,
  wipe,
} from "./wallet.ts";
import { ether, publicPhrase, startWorld, type World } from "./world.ts";

const short = (address: string) => `${address.slice(0, 6)}…${address.slice(-4)}`;

describe("pairing a Ledger in Chromium", () => {
  let world: LedgerWorld;
  /** Asked for before the endpoint was set to the one on this computer. */
  let before: string[];
  let page: BrowserPage;
  const at = (path: string) => world.device.addressAt(indexesOf(path));

  beforeAll(async () => {
    world = await startLedgerWorld({ app: "BOLOS", locked: true, blindSigning: false });
    const { levers } = world.devnet;
    await levers.fund(at("m/44'/60'/1'/0/0"), ether(7));
    await levers.giveSteth(at("m/44'/60'/0'/0/2"), ether(5));
    page = await importWallet(world.browser, { kind: "phrase", phrase: publicPhrase });
    await setEndpoint(page, world.proxy.url);
    before = world.browser.outsideHosts();
  });
  afterAll(() => world?.close());
  afterEach(() => {
    world.device.setPhrase(ledgerPhrase);
    world.device.answerWith = "approve";
  });

  it("says that a closed dialog chose nothing, and can be begun again", async () => {
    await visit(page, "accounts/add");
    await click(page, "radio", /^Ledger/);
    await click(page, "button", "Pair a Ledger");
    await screen(page, "Pair a Ledger");
    world.bus.chosen = "none";
    await click(page, "button", "Choose your Ledger");
    await see(page, "No Ledger was chosen.");
    world.bus.chosen = 0;
    expect(world.bus.dialogs).toBe(1);
  });

  it("waits for the PIN, and for the Ethereum app that it asks the device to open", async () => {
    world.device.answerWith = "wait";
    await click(page, "button", "Choose your Ledger");
    await stage(page, "unlock");
    await see(page, "Unlock your Ledger Enter its PIN on the device.");
    world.device.unlock();
    await stage(page, "open-app");
    await see(page, "Your Ledger asks whether to open it.");
    expect(world.device.askedToOpen).toEqual(["Ethereum"]);
    await onScreen(world.device);
    world.device.answerWith = "approve";
    world.device.press("approve");
    await screen(page, "Choose addresses");
    await see(page, /Model Ledger Nano S Plus Firmware 1\.1\.1 Ethereum app 1\.13\.0/);
  });

  it("shows addresses of every family with what they hold", async () => {
    await see(page, /m\/44'\/60'\/1'\/0\/0 .*Ethereum: 7 ETH/);
    await see(page, short(at("m/44'/60'/1'/0/0")));
    await tickAddress(page, 2);
    await choose(page, "Where to look", "As most other wallets do (BIP-44)");
    await see(page, "The same address as Ledger Live’s first. It counts once.");
    await see(page, /m\/44'\/60'\/0'\/0\/2 .*Ethereum: (5|4\.99999\d*) stETH/);
    await tickAddress(page, 3);
    await choose(page, "Where to look", "As the oldest wallets did");
    await see(page, short(at("m/44'/60'/0'/4")));
    await click(page, "button", "Next");
    await see(page, short(at("m/44'/60'/0'/9")));
    await choose(page, "Where to look", "At a path of your own");
    await fill(page, "Path", "m/44'/60'/7'/1/3");
    await click(page, "button", "Read this address");
    await see(page, short(at("m/44'/60'/7'/1/3")));
    await see(page, "2 more addresses are chosen that are not shown here.");
  });

  it("has the device show an address, and tells a refusal from a yes", async () => {
    const address = at("m/44'/60'/7'/1/3");
    world.device.answerWith = "wait";
    await click(page, "button", "Verify on the device");
    await find(page, "dialog", "Verify the address on the device");
    expect(await onScreen(world.device)).toContain(`Address ${address}`);
    world.device.press("refuse");
    await see(page, "Refused on the Ledger.");
    await click(page, "button", "Try again");
    await onScreen(world.device);
    await stage(page, "confirm");
    world.device.answerWith = "approve";
    world.device.press("approve");
    await see(page, "You agreed on the device: the address here is the Ledger’s.");
    await click(page, "button", "Done");
  });

  it("adds the chosen ones of two families, and lets go of the device", async () => {
    await click(page, "button", "Add 2 accounts");
    await screen(page, "Portfolio");
    await visit(page, "accounts");
    await screen(page, "Accounts");
    for (const path of ["m/44'/60'/1'/0/0", "m/44'/60'/0'/0/2"]) await see(page, short(at(path)));
    await until(async () => world.bus.open === 0, "the device to be free for other programs");
  });

  it("a popup leads to the tab for pairing", async () => {
    const popup = await openPopup(world.browser, "pair");
    await see(popup, "The browser will ask which device Weir may use.");
    expect(await has(popup, "button", "Go on in a tab")).toBe(true);
    await popup.close();
  });

  it("pairing again knows the device, and what Weir has of it", async () => {
    await visit(page, "pair");
    await connectLedger(page);
    await see(page, /Already in Weir as “/);
    expect(world.bus.dialogs).toBe(2);
  });

  it("refuses another seed where the paired device is wanted", async () => {
    world.device.setPhrase(publicPhrase);
    await visit(page, "accounts");
    await click(page, "button", /^Ledger Nano S Plus/);
    await click(page, "button", "Add more addresses");
    await click(page, "button", "Connect the Ledger");
    await see(page, "This is another Ledger, or the same one with another passphrase");
    expect(await has(page, "button", "Pair it as another Ledger")).toBe(true);
    world.device.setPhrase(ledgerPhrase);
    await click(page, "button", "Try again");
    await screen(page, "Choose addresses");
  });

  const anybody = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
  const keyed = () => world.devnet.accounts[0]?.address ?? "";
  async function confirmSend(): Promise<void> {
    await visit(page, "send");
    await click(page, "radio", /^ETH/);
    await fill(page, "Recipient", anybody);
    await fill(page, "Amount", "0.5");
    await click(page, "button", "Review");
    await screen(page, "Review sending");
    await confirmReview(page);
  }

  it("without a second factor, what a phrase's account sends asks no device", async () => {
    await visit(page, "accounts");
    await click(page, "button", /^Account 1/);
    await click(page, "button", "Show this account");
    const shown = world.device.shown().length;
    const nonce = await nonceOf(world, keyed());
    await confirmSend();
    await followToConfirmed(page);
    expect(await nonceOf(world, keyed())).toBe(nonce + 1);
    expect(world.device.shown()).toHaveLength(shown);
  });

  it("becomes the second factor when it agrees itself", async () => {
    await visit(page, "settings/second-factor");
    await fill(page, "Password", password);
    world.device.answerWith = "approve";
    await click(page, "button", "Make it the second factor");
    await see(page, "now confirms what is critical.", 60_000);
    expect(world.device.shown().at(-1)?.join("\n")).toContain("Switch on");
  });

  it("the second factor is asked before a phrase's account sends, in words; refused, nothing is sent", async () => {
    const nonce = await nonceOf(world, keyed());
    world.device.answerWith = "wait";
    await confirmSend();
    await find(page, "dialog", "Confirm on your Ledger");
    const lines = (await onScreen(world.device)).join("\n");
    expect(lines).toMatch(/Weir second factor/);
    expect(lines).toContain("0.5 ETH");
    expect(lines).toContain(anybody);
    expect(lines).toContain(keyed());
    world.device.press("refuse");
    await see(page, "Refused on the Ledger.");
    expect(await nonceOf(world, keyed())).toBe(nonce);
    world.device.answerWith = "approve";
    await confirmReview(page);
    await followToConfirmed(page);
    expect(await nonceOf(world, keyed())).toBe(nonce + 1);
  });

  it("switching it off has to be confirmed by it, too", async () => {
    await visit(page, "settings/second-factor");
    await fill(page, "Password", password);
    world.device.answerWith = "refuse";
    await click(page, "button", "Switch it off");
    await see(page, "Refused on the Ledger.", 60_000);
    world.device.answerWith = "approve";
    await fill(page, "Password", password);
    await click(page, "button", "Switch it off");
    await see(page, "There is no second factor any more.", 60_000);
  });

  it("a wallet can begin with a Ledger alone, without a phrase", async () => {
    await wipe(page);
    await screen(page, "Welcome to Weir");
    await click(page, "button", /^Use a Ledger/);
    await click(page, "button", "Continue");
    await choosePassword(page, password, "Create wallet");
    await connectLedger(page);
    await tickAddress(page, 1);
    await click(page, "button", "Add 1 account");
    await screen(page, "Portfolio");
    await visit(page, "accounts");
    await see(page, short(at("m/44'/60'/0'/0/0")));
    expect(await has(page, "button", /phrase/i)).toBe(false);
  });

  it("asked nobody beyond this computer", () => {
    expect(askedFor(world, before)).toEqual([]);
  });
});

describe("a Ledger in Firefox", () => {
  let world: World;
  let page: BrowserPage;
  const address = "0x9858EfFD232B4033E47d90003D41EC34EcaEda94";

  beforeAll(async () => {
    world = await startWorld(launchFirefox);
    await world.devnet.levers.fund(address, ether(3));
  });
  afterAll(() => world?.close());

  it("is plainly said not to work, before anything is set up", async () => {
    page = await openSetup(world.browser);
    await click(page, "button", /^Use a Ledger/);
    await see(page, "This browser gives no extension a way to a Ledger");
  });

  it("is said on the pairing page and where accounts are added, with watching offered and working", async () => {
    await page.goto(world.browser.extensionUrl("tab.html"));
    page = await importWallet(world.browser, { kind: "phrase", phrase: publicPhrase });
    await setEndpoint(page, world.proxy.url);
    await visit(page, "pair");
    await see(page, "A Ledger cannot be used in this browser");
    await visit(page, "accounts/add");
    await click(page, "radio", /^Ledger/);
    await see(page, "This browser gives no extension a way to a Ledger");
    await click(page, "button", "Watch an address");
    await fill(page, "Address", address);
    await click(page, "button", "Add account");
    await click(page, "button", "Show this account");
    await portfolioShows(page, /\b3 ETH/);
  });
});
