import { join } from "node:path";
import { createLedger } from "./chain-facts.mjs";

/** Pictures of the screen a page is on: light and dark, each when its transitions have ended. */
async function pictures(page, folder, name) {
  for (const scheme of ["light", "dark"]) {
    await page.colorScheme(scheme);
    await page.evaluate(async () => {
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const endless = (one) => one.effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY;
      await Promise.all(document.getAnimations().map((one) => (endless(one) ? undefined : one.finished)));
    });
    await page.screenshot(join(folder, `${name}-${scheme}.png`));
  }
  await page.colorScheme("light");
}

/**
 * The wallet's main job in a browser, from nothing to a claimed redemption, on a development chain: each step is said
 * with the chain's own balances and the hashes of the transactions it sent. Rejects at the first step that fails.
 */
export async function tellStory({ browser, devnet, siteUrl, wallet, ui, folder, say }) {
  const { levers } = devnet;
  let ledger;
  async function step(title, work) {
    await work();
    say(`✓ ${title}`);
    for (const line of ledger ? await ledger.lines() : []) say(`    ${line}`);
  }
  const answer = async (work) => {
    const window = await wallet.confirmWindow(browser);
    await window.resize(420, 640);
    await work(window);
    await wallet.confirmWindowGone(browser);
  };

  let page;
  await step("Wallet created: 12 words shown one by one, three of them verified", async () => {
    ({ page } = await wallet.createWallet(browser));
    const address = await wallet.addressOf(page);
    ledger = createLedger(devnet, address);
    say(`  account ${address}`);
    await levers.fund(address, 32n * 10n ** 18n);
    await wallet.portfolioShows(page, /32 ETH/);
  });
  await step("10 ETH staked for stETH", async () => {
    await wallet.reviewStake(page, "10", "stETH");
    await ui.see(page, /Tried out at block/);
    await pictures(page, folder, "tab-review-stake");
    await wallet.confirmReview(page);
    await wallet.followToConfirmed(page);
  });
  await step("5 ETH staked for wstETH", () => wallet.stake(page, "5", "wstETH"));
  await step("30 days pass, and rewards come in every day", async () => {
    await levers.passDays(30);
    const [, earned] = await wallet.portfolioShows(page, /\+([\d.]+ ETH) earned since/);
    say(`  the wallet says: ${earned} earned`);
    await pictures(page, folder, "tab-portfolio");
    const popup = await wallet.openPopup(browser);
    await ui.see(popup, /earned since/);
    await pictures(popup, folder, "popup-portfolio");
    await popup.close();
  });

  const site = await browser.newPage(siteUrl);
  const siteSays = (text) => ui.see(site, text, 60_000);
  await step("Site connected", async () => {
    await site.click("#connect:not([disabled])");
    await answer(async (window) => {
      await ui.see(window, "Connect to this site?");
      await pictures(window, folder, "confirm-connect");
      await ui.click(window, "button", "Connect");
    });
    await siteSays(/Account 0x/);
  });
  await step("Site asked for an allowance without limit; it got 2 stETH", async () => {
    await site.click("#approve-unlimited:not([disabled])");
    await answer(async (window) => {
      await ui.click(window, "radio", /^Another limit/);
      await ui.fill(window, "At most", "2");
      await ui.click(window, "button", "Set this limit");
      await ui.see(window, /may take up to 2 stETH/);
      await pictures(window, folder, "confirm-allowance");
      await wallet.confirmReview(window);
    });
    await siteSays(/Status confirmed/);
  });
  await step("0.5 stETH deposited on the site", async () => {
    await site.click("#deposit:not([disabled])");
    await answer(async (window) => {
      await ui.see(window, /Leaves/);
      await wallet.confirmReview(window);
    });
    await siteSays(/Status confirmed/);
    await site.screenshot(join(folder, "site.png"));
    await site.close();
  });

  await step("3 stETH given to the withdrawal queue, by a permit and one transaction", () =>
    wallet.redeem(page, "3"),
  );
  await step("The queue has paid: ready to claim", async () => {
    await wallet.portfolioShows(page, /Queued/);
    await pictures(page, folder, "tab-queued");
    await levers.passDays(4);
    await levers.finalise();
    await wallet.portfolioShows(page, /Can be claimed now/);
  });
  await step("Claimed", async () => {
    await wallet.claim(page);
    await wallet.portfolioShows(page, /Claimed/);
    await pictures(page, folder, "tab-claimed");
    await ui.visit(page, "activity");
    await ui.see(page, /Claim/);
    await pictures(page, folder, "tab-activity");
  });
}
