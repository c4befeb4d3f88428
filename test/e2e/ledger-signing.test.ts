import { verifyMessage } from "ethers/hash";
import { hexlify, toUtf8Bytes } from "ethers/utils";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveSite } from "../../scripts/devnet/site.mjs";
import { ask } from "./ask.ts";
import type { BrowserPage } from "./driver/driver.ts";
import { until } from "./driver/until.ts";
import { permitOf } from "./ledger/permit.ts";
import { announced, confirmAgain, dialogGone, pairFirst, signDialog, stage } from "./ledger/steps.ts";
import {
  askedFor,
  createTestLedger,
  indexesOf,
  type LedgerWorld,
  nonceOf,
  onScreen,
  startLedgerWorld,
} from "./ledger/world.ts";
import { click, find, see, textOf, visit } from "./ui.ts";
import {
  choosePassword,
  confirmReview,
  confirmWindow,
  confirmWindowGone,
  followToConfirmed,
  openSetup,
  password,
  portfolioShows,
  redeem,
  reviewStake,
  send,
  setEndpoint,
} from "./wallet.ts";
import { ether } from "./world.ts";

/** WithdrawalClaimed(uint256,address,address,uint256) of Lido's queue. */
const withdrawalClaimed = "0x6ad26c5e238e7d002799f9a5db07e81ef14e37386ae03496d7a7ef04713e145b";

describe("with a Ledger's account in Chromium", () => {
  /** The same person’s Nano S, whose app has no room for the fields of typed data. */
  const old = createTestLedger({ model: "nanoS", typedDataFields: false });
  let world: LedgerWorld;
  /** Asked for before the endpoint was set to the one on this computer. */
  let before: string[];
  let page: BrowserPage;
  let site: BrowserPage;
  let demo: Awaited<ReturnType<typeof serveSite>>;
  let me: string;

  beforeAll(async () => {
    world = await startLedgerWorld({}, [old]);
    demo = await serveSite();
    me = world.device.addressAt(indexesOf("m/44'/60'/0'/0/0"));
    await world.devnet.levers.fund(me, ether(100));
    page = await openSetup(world.browser);
    await click(page, "button", /^Use a Ledger/);
    await click(page, "button", "Continue");
    await choosePassword(page, password, "Create wallet");
    await pairFirst(page);
    await setEndpoint(page, world.proxy.url);
    before = world.browser.outsideHosts();
    await portfolioShows(page, /100 ETH/);
  });
  afterAll(async () => {
    await demo?.stop();
    await world?.close();
  });

  const read = (name: string, at: string, method: string, args: readonly unknown[]) =>
    world.devnet.contracts.read(name, at, method, args);
  const stEthOf = async () => BigInt(await read("StEth", world.devnet.addresses.steth, "balanceOf", [me]));
  const allowance = async () => {
    const { steth, loch } = world.devnet.addresses;
    return BigInt(await read("StEth", steth, "allowance", [me, loch]));
  };

  /** Agrees on the device after comparing what stands there with what Weir says will. */
  async function compareAndAgree(
    expected: RegExp,
    label: RegExp = /^(Amount ETH|To|Max fees ETH|Transaction hash) /,
  ) {
    const lines = await onScreen(world.device);
    expect(lines.join("\n")).toMatch(expected);
    await stage(page, "confirm");
    const said = (await announced(page)).toLowerCase();
    const compared = lines.filter((line) => label.test(line));
    expect(compared.length).toBeGreaterThan(0);
    for (const line of compared) expect(said).toContain(line.replace(label, "").toLowerCase());
    world.device.press("approve");
    await until(async () => world.device.screen() !== lines, "the screen to go");
  }

  it("stakes, and says before what the device shows of the call", async () => {
    world.device.answerWith = "wait";
    await reviewStake(page, "5", "stETH");
    await confirmReview(page);
    await find(page, "dialog", signDialog);
    await onScreen(world.device);
    await see(page, "Blind signing");
    await compareAndAgree(/Amount ETH 5\n/);
    await followToConfirmed(page);
    expect(await stEthOf()).toBeGreaterThan(ether(5) - 10n);
    expect(world.bus.open).toBe(0);
  });

  it("redeems by permit: the device shows the permit first, then the request", async () => {
    const before = world.device.shown().length;
    world.device.answerWith = "approve";
    world.device.setRawMessages(true);
    await redeem(page, "0.5");
    const shown = world.device.shown().slice(before);
    expect(shown).toHaveLength(2);
    expect(shown[0]?.join("\n")).toMatch(
      /Review typed message[\s\S]*owner [\s\S]*value 500000000000000000\n/,
    );
    expect(shown[1]?.join("\n")).toContain(world.devnet.addresses.withdrawalQueue);
    await portfolioShows(page, /Request \d+ 0\.5 ETH/);
  });

  it("claims five requests two at a time, each compared on the device", async () => {
    const { contracts, addresses, accounts, levers } = world.devnet;
    const other = accounts[0]?.address ?? "";
    await levers.giveSteth(other, ether(5));
    await contracts.write(other, "StEth", addresses.steth, "approve", [addresses.withdrawalQueue, ether(5)]);
    const four = [1n, 2n, 3n, 4n].map((tenths) => (ether(1) * tenths) / 10n);
    await contracts.write(other, "WithdrawalQueue", addresses.withdrawalQueue, "requestWithdrawals", [
      four,
      me,
    ]);
    await levers.finalise();
    await portfolioShows(page, /Claim all 5/);
    const from = await levers.rpc("eth_blockNumber");
    const nonce = await nonceOf(world, me);
    world.device.answerWith = "wait";
    await visit(page, "claim");
    await click(page, "button", "Review");
    await see(page, "Review claim");
    await confirmReview(page);
    const queue = new RegExp(`To ${addresses.withdrawalQueue}`, "i");
    for (const place of [1, 2, 3]) {
      await see(page, `Step ${place} of 3`, 60_000);
      await compareAndAgree(queue);
    }
    await until(async () => (await nonceOf(world, me)) === nonce + 3, "three transactions on the chain");
    const logs = (await levers.rpc("eth_getLogs", [
      { address: addresses.withdrawalQueue, fromBlock: from, topics: [withdrawalClaimed] },
    ])) as { transactionHash: string }[];
    const perTransaction = new Map<string, number>();
    for (const { transactionHash: hash } of logs)
      perTransaction.set(hash, (perTransaction.get(hash) ?? 0) + 1);
    expect([...perTransaction.values()]).toEqual([2, 2, 1]);
    world.device.answerWith = "approve";
  });

  it("sends, as a transfer that the device shows in words", async () => {
    const to = world.devnet.accounts[5]?.address ?? "";
    world.device.answerWith = "approve";
    world.device.setBlindSigning(false);
    await send(page, "ETH", to, "1.25");
    world.device.setBlindSigning(true);
    const lines = world.device.shown().at(-1)?.join("\n") ?? "";
    expect(lines).toContain(`Amount ETH 1.25\nTo ${to}`);
    expect(lines).not.toContain("Blind");
  });

  it("a site's approval: the confirm window leads to the tab, and the site gets its answer", async () => {
    site = await world.browser.newPage(demo.url);
    await site.click("#connect:not([disabled])");
    await click(await confirmWindow(world.browser), "button", "Connect");
    await confirmWindowGone(world.browser);
    world.device.answerWith = "wait";
    await site.click("#approve-exact:not([disabled])");
    const window = await confirmWindow(world.browser);
    await see(window, /may take up to 0\.5 stETH/);
    await confirmReview(window);
    await find(window, "dialog", "Your Ledger has to sign");
    expect(await textIn(window, "dialog")).toContain("Go on in Weir’s tab");
    await compareAndAgree(new RegExp(`To ${world.devnet.addresses.steth}`, "i"));
    await confirmWindowGone(world.browser);
    await until(async () => (await allowance()) > 0n, "the allowance on the chain");
    await until(async () => /^0x/.test(await textIn(site, "#last-hash")), "the site to have its hash");
  });

  it("a site's text is signed as shown", async () => {
    const text = "Loch wants to know that this account is yours.";
    world.device.answerWith = "wait";
    const wait = await ask(site, "personal_sign", [hexlify(toUtf8Bytes(text)), me]);
    const window = await confirmWindow(world.browser);
    await confirmReview(window);
    expect(await onScreen(world.device)).toContain(`Message ${text}`);
    await stage(page, "confirm");
    expect(await announced(page)).toContain(text.replace(/\s+/g, ""));
    world.device.press("approve");
    await confirmWindowGone(world.browser);
    expect(verifyMessage(text, String((await wait()).result))).toBe(me);
  });

  it("typed data goes through the device field by field", async () => {
    const { json, message, signer } = await permitOf(world, me, ether(2));
    world.device.answerWith = "wait";
    const wait = await ask(site, "eth_signTypedData_v4", [me, json]);
    await confirmReview(await confirmWindow(world.browser));
    const lines = (await onScreen(world.device)).join("\n");
    for (const [name, value] of Object.entries(message)) {
      expect(lines.toLowerCase()).toContain(`${name} ${value}`.toLowerCase());
    }
    await stage(page, "confirm");
    const said = (await announced(page)).toLowerCase();
    for (const value of Object.values(message)) expect(said).toContain(value.toLowerCase());
    world.device.press("approve");
    await confirmWindowGone(world.browser);
    expect(signer((await wait()).result)).toBe(me);
  });

  it("a Nano that shows the message's hash alone: Weir shows the same one", async () => {
    world.device.setRawMessages(false);
    const { json, messageHash, signer } = await permitOf(world, me, ether(3));
    const wait = await ask(site, "eth_signTypedData_v4", [me, json]);
    await confirmReview(await confirmWindow(world.browser));
    expect(await onScreen(world.device)).toContain(`Message hash ${messageHash}`);
    await stage(page, "confirm");
    expect(await announced(page)).toContain(messageHash);
    world.device.press("approve");
    await confirmWindowGone(world.browser);
    expect(signer((await wait()).result)).toBe(me);
  });

  it("an app without typed data: both hashes stand in Weir as on the device", async () => {
    world.device.unplug();
    old.plugIn();
    old.answerWith = "wait";
    const { json, messageHash, domainHash, signer } = await permitOf(world, me, ether(3));
    const wait = await ask(site, "eth_signTypedData_v4", [me, json]);
    await confirmReview(await confirmWindow(world.browser));
    const lines = await onScreen(old).catch(async (error) => {
      throw new Error(`${error.message}; ${(await textOf(page)).slice(-900)}`);
    });
    expect(lines).toContain(`Domain hash ${domainHash}`);
    expect(lines).toContain(`Message hash ${messageHash}`);
    await see(page, "It shows two hashes instead of the fields.");
    const said = await announced(page);
    expect(said).toContain(domainHash);
    expect(said).toContain(messageHash);
    old.press("approve");
    await confirmWindowGone(world.browser);
    expect(signer((await wait()).result)).toBe(me);
    old.unplug();
    world.device.plugIn();
  });

  it("ends several approvals; a refusal at the second keeps the first, and going on ends the rest", async () => {
    const { contracts, addresses, levers } = world.devnet;
    // The chain's own way of writing offers far more gas than it needs.
    await levers.fund(me, ether(1_000));
    await levers.giveWsteth(me, ether(1));
    await levers.rpc("anvil_impersonateAccount", [me]);
    await contracts.write(me, "WstEth", addresses.wsteth, "approve", [addresses.tarn, ether(1)]);
    await contracts.write(me, "WstEth", addresses.wsteth, "approve", [addresses.loch, ether(1)]);
    await levers.rpc("anvil_stopImpersonatingAccount", [me]);
    await visit(page, "approvals");
    await see(page, /Read .* at block/);
    await until(async () => (await boxes()) === 3, "three approvals");
    for (let place = 0; place < 3; place++) await page.click(`[data-e2e="box-${place}"]`);
    await click(page, "button", "End 3 approvals");
    await see(page, "End approvals");
    const nonce = await nonceOf(world, me);
    world.device.answerWith = "wait";
    await confirmReview(page);
    await see(page, "Step 1 of 3", 60_000);
    await onScreen(world.device);
    world.device.press("approve");
    await see(page, "Step 2 of 3", 60_000);
    await onScreen(world.device);
    world.device.press("refuse");
    await dialogGone(page);
    await see(page, "Refused on the Ledger.");
    expect(await nonceOf(world, me)).toBe(nonce + 1);
    world.device.answerWith = "approve";
    await confirmAgain(page);
    await until(async () => (await nonceOf(world, me)) === nonce + 3, "the rest on the chain", 60_000);
    expect(await allowance()).toBe(0n);
  });

  it("asked nobody beyond this computer", () => {
    expect(askedFor(world, before)).toEqual([]);
  });

  /** Marks the boxes of the list of approvals, and counts them. */
  const boxes = () =>
    page.evaluate(() => {
      const all = [...document.querySelectorAll<HTMLInputElement>("main li input[type=checkbox]")];
      for (const [place, box] of all.entries()) box.setAttribute("data-e2e", `box-${place}`);
      return all.length;
    });
  const textIn = (of: BrowserPage, selector: string) =>
    of.evaluate((at: string) => document.querySelector(at)?.textContent ?? "", selector);
});
