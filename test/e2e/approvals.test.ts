import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveSite } from "../../scripts/devnet/site.mjs";
import { browsers } from "./driver/browsers.ts";
import type { BrowserPage } from "./driver/driver.ts";
import { until } from "./driver/until.ts";
import { changeStored } from "./stored.ts";
import { choose, click, fill, find, gone, has, screen, see, textOf, visit } from "./ui.ts";
import {
  confirmReview,
  confirmWindow,
  confirmWindowGone,
  followToConfirmed,
  importWallet,
  setEndpoint,
} from "./wallet.ts";
import { ether, publicPhrase, startWorld, type World } from "./world.ts";

const day = 86_400;
const now = (): number => Math.floor(Date.now() / 1000);

describe.each(browsers)("the approvals centre in $name", ({ launch }) => {
  let world: World;
  let wallet: BrowserPage;
  let site: BrowserPage;
  let demo: Awaited<ReturnType<typeof serveSite>>;
  let me: string;

  beforeAll(async () => {
    world = await startWorld(launch);
    demo = await serveSite();
    me = world.devnet.accounts[0]?.address ?? "";
    await world.devnet.levers.giveSteth(me, ether(5));
    await world.devnet.levers.giveWsteth(me, ether(3));
    wallet = await importWallet(world.browser, { kind: "phrase", phrase: publicPhrase });
    await setEndpoint(wallet, world.proxy.url);
    site = await world.browser.newPage(demo.url);
    await site.click("#connect:not([disabled])");
    const window = await confirmWindow(world.browser);
    await click(window, "button", "Connect");
    await confirmWindowGone(world.browser);
  });
  afterAll(async () => {
    await demo?.stop();
    await world?.close();
  });

  const allowance = async (token: "StEth" | "WstEth", spender: string): Promise<bigint> => {
    const { contracts, addresses } = world.devnet;
    const at = token === "StEth" ? addresses.steth : addresses.wsteth;
    return BigInt(await contracts.read(token, at, "allowance", [me, spender]));
  };
  /** The rows on screen, one text each. */
  const rows = (): Promise<string[]> =>
    wallet.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("main li")]
        // biome-ignore lint/performance/useDomNodeTextContent: what is rendered is what a person sees
        .map((each) => each.innerText.replace(/\s+/g, " "))
        .filter((each) => /Could take now|no end set|ends |ended /.test(each)),
    );
  const rowsBecome = (count: number) =>
    until(async () => (await rows()).length === count, `${count} approvals on screen`, 30_000).catch(
      async (error) => {
        throw new Error(`${error.message}: ${(await rows()).join(" | ")}; ${await textOf(wallet)}`);
      },
    );

  it("a site's approval gets the end that the person chose", async () => {
    await site.click("#approve-exact:not([disabled])");
    const window = await confirmWindow(world.browser);
    await see(window, /may take up to 0\.5 stETH, until /);
    await choose(window, "The allowance ends", /^After 1 day/);
    await until(async () => {
      const inOneDay = new Date((now() + day) * 1000).toLocaleDateString("en-US", { day: "numeric" });
      return new RegExp(`may take up to 0\\.5 stETH, until [^.]*\\b${inOneDay}\\b`).test(
        await textOf(window),
      );
    }, "the sentence to name the chosen day");
    await confirmReview(window);
    await confirmWindowGone(world.browser);
    await until(async () => (await allowance("StEth", world.devnet.addresses.loch)) > 0n, "the allowance");
  });

  it("finds it on the chain, with those given elsewhere, whatever their form", async () => {
    const { contracts, addresses } = world.devnet;
    await contracts.write(me, "WstEth", addresses.wsteth, "approve", [addresses.tarn, ether(1)]);
    await contracts.write(me, "WstEth", addresses.wsteth, "approve", [addresses.permit2, 2n ** 256n - 1n]);
    await contracts.write(me, "Permit2", addresses.permit2, "approve", [
      addresses.wsteth,
      addresses.tarn,
      ether(2),
      now() + 30 * day,
    ]);
    await contracts.write(me, "WithdrawalQueue", addresses.withdrawalQueue, "setApprovalForAll", [
      addresses.loch,
      true,
    ]);
    await visit(wallet, "approvals");
    await screen(wallet, "Approvals");
    await rowsBecome(5);
    const all = (await rows()).join("\n");
    expect(all).toMatch(/0\.5 stETH.*Could take now: (0\.5|0\.49999\d*) ETH.*ends /);
    expect(all).toMatch(/1 wstETH.*no end set/);
    expect(all).toMatch(/2 wstETH.*through Permit2.*ends .*next nonce 0/);
    expect(all).toMatch(/Unlimited wstETH/);
    expect(all).toMatch(/All items of /);
    // Grouped: the demo's contract has two, the pool two.
    await see(wallet, /Read .* at block/);
    const groups = await wallet.evaluate(() => document.querySelectorAll("main section").length);
    expect(groups).toBe(3);
  });

  it("is searched, filtered and ordered", async () => {
    await fill(wallet, "Search", "wsteth tarn-is-not-its-name");
    await see(wallet, "Nothing found");
    await fill(wallet, "Search", world.devnet.addresses.tarn.slice(0, 12));
    await rowsBecome(2);
    await fill(wallet, "Search", "wsteth");
    await rowsBecome(3);
    await fill(wallet, "Search", " ");
    await rowsBecome(5);
    await choose(wallet, "Order", "Oldest");
    await until(async () => /0\.5 stETH|All items/.test((await rows())[0] ?? ""), "the oldest first");
    await choose(wallet, "Show", "Past their end");
    await see(wallet, "Nothing found");
    await choose(wallet, "Show", "All");
    await rowsBecome(5);
  });

  it("gives one from elsewhere an end; when the time has come, it says so and ends both in one review", async () => {
    await choose(wallet, "Order", "Most at stake");
    await fill(wallet, "Search", world.devnet.addresses.tarn);
    await rowsBecome(2);
    const menu = await wallet.evaluate(() => {
      const row = [...document.querySelectorAll<HTMLElement>("main li")].find((each) =>
        // biome-ignore lint/performance/useDomNodeTextContent: rendered text is meant
        /^1\swstETH/.test(each.innerText.trim()),
      );
      row?.querySelector("button")?.setAttribute("data-e2e", "menu");
      return row !== undefined;
    });
    expect(menu).toBe(true);
    await wallet.click('[data-e2e="menu"]');
    await click(wallet, "menuitem", "Set an end");
    await find(wallet, "dialog", "Set an end");
    await choose(wallet, "End after", /^1 day/);
    await click(wallet, "button", "Save");
    await until(async () => (await rows()).some((row) => /^1 wstETH.*ends /.test(row)), "its end");
    await fill(wallet, "Search", " ");

    expect(await changeStored(wallet, "local", "lease:", { until: now() - 60 })).toBe(2);
    await see(wallet, "2 approvals have reached the end you set and still stand.", 60_000);
    await choose(wallet, "Show", "Past their end");
    await rowsBecome(2);
    await click(wallet, "button", "Choose them");
    await click(wallet, "button", "End 2 approvals");
    await screen(wallet, "End approvals");
    await confirmReview(wallet);
    await followToConfirmed(wallet);
    await see(wallet, /2 transactions|Confirmed.*Confirmed/, 60_000);
    await until(
      async () =>
        (await allowance("StEth", world.devnet.addresses.loch)) === 0n &&
        (await allowance("WstEth", world.devnet.addresses.tarn)) === 0n,
      "both to be gone from the chain",
      60_000,
    );
    await visit(wallet, "approvals");
    await click(wallet, "button", "Read again");
    await rowsBecome(3);
    expect(await textOf(wallet)).not.toContain("still stand");
  });

  it("ends an operator's right and Permit2's allowance too, each by its own contract's way", async () => {
    const { contracts, addresses } = world.devnet;
    const boxes = await wallet.evaluate(() => {
      const all = [...document.querySelectorAll<HTMLInputElement>("main li input[type=checkbox]")];
      for (const [place, box] of all.entries()) box.setAttribute("data-e2e", `box-${place}`);
      return all.length;
    });
    for (let place = 0; place < boxes; place++) {
      const box = `[data-e2e="box-${place}"]`;
      // The bar with what is chosen lies over the page's end.
      await wallet.evaluate(
        (at: string) => document.querySelector(at)?.scrollIntoView({ block: "center" }),
        box,
      );
      await wallet.click(box);
    }
    await click(wallet, "button", "End 3 approvals");
    await screen(wallet, "End approvals");
    await confirmReview(wallet);
    await followToConfirmed(wallet);
    await until(
      async () => {
        const forAll = await contracts.read(
          "WithdrawalQueue",
          addresses.withdrawalQueue,
          "isApprovedForAll",
          [me, addresses.loch],
        );
        const [left] = await contracts.read("Permit2", addresses.permit2, "allowance", [
          me,
          addresses.wsteth,
          addresses.tarn,
        ]);
        return forAll === false && left === 0n && (await allowance("WstEth", addresses.permit2)) === 0n;
      },
      "all three to be gone from the chain",
      60_000,
    );
    await visit(wallet, "approvals");
    await click(wallet, "button", "Read again");
    await see(wallet, "No approvals stand");
    await gone(wallet, /Unlimited/);
    expect(await has(wallet, "button", /^End \d/)).toBe(false);
  });
});
