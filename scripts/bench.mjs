// `npm run bench`: speed as ratios, in one run on this machine against an empty extension beside it. In-page marks only.
// Prints a table, and writes bench-out/bench.json.
import { mkdirSync, writeFileSync } from "node:fs";
import { build } from "./build.mjs";
import { ensureBrowsers } from "./setup/browsers.mjs";
import { installDependencies } from "./setup/dependencies.mjs";
import { step } from "./setup/progress.mjs";

await step("dependencies", installDependencies);
await step("browser", () => ensureBrowsers(["chromium"]));
const { load } = await import("./demo/load.mjs");
const { startDevnet } = await import("./devnet/index.mjs");
const { startProxy } = await import("./devnet/proxy.mjs");
const { serveSite } = await import("./devnet/site.mjs");
const { writeControl } = await import("./bench/control.mjs");
const { barePage, command, watchPages } = await import("./bench/pages.mjs");
const measure = await import("./bench/measure.mjs");
const { summary } = await import("./bench/statistics.mjs");
const { absolute, ratio, table } = await import("./bench/table.mjs");

const phrase = "test test test test test test test test test test test junk";
const idleSeconds = 15;
const stops = [];
const rows = [];

try {
  await step("build", () => build("chrome"));
  const control = await step("empty extension", writeControl);
  const devnet = await step("development chain", () => startDevnet({ historyDays: 8, blocksPerDay: 4 }));
  stops.push(devnet.stop);
  const proxy = await startProxy({ target: devnet.url });
  stops.push(proxy.stop);
  const site = await serveSite();
  stops.push(site.stop);
  const { launchChromium } = await load("test/e2e/driver/chromium.ts");
  const wallet = await load("test/e2e/wallet.ts");
  const ui = await load("test/e2e/ui.ts");
  const args = ["--enable-precise-memory-info"];
  const weir = await launchChromium({ args });
  stops.push(weir.close);
  const empty = await launchChromium({ args, build: control });
  stops.push(empty.close);

  const weirPage = await step("wallet with a position", async () => {
    const page = await wallet.importWallet(weir, { kind: "phrase", phrase });
    await wallet.setEndpoint(page, proxy.url);
    await wallet.stake(page, "5");
    // With the blocks that make the stake final, the wallet has nothing left to follow.
    await devnet.levers.mine(80);
    await new Promise((done) => setTimeout(done, 6_000));
    await wallet.portfolioShows(page, /stETH/);
    return page;
  });
  const emptyPage = await empty.newPage(empty.extensionUrl("popup.html"));

  await step("requests", async () => {
    const { perRefresh, idle } = await measure.requests({ weirPage, proxy, idleSeconds });
    rows.push(absolute("HTTP requests per refresh", perRefresh, { target: 1, unit: "" }));
    rows.push(absolute(`HTTP requests in ${idleSeconds} s without use`, idle, { target: 0, unit: "" }));
  });
  await step("worker, cold", async () => {
    const { weir: ours, empty: theirs } = await measure.coldStarts({ weir, weirPage, empty, emptyPage });
    rows.push(
      ratio("worker: cold start to first answer ÷ idle worker's", ours, theirs, { target: 3, aim: 1.5 }),
    );
  });
  await step("site load", async () => {
    const loads = await measure.siteLoads({ weir, empty, siteUrl: site.url });
    rows.push(ratio("site load with ÷ without", loads.with, loads.without, { target: 1.1, aim: 1 }));
  });
  await step("confirm window", async () => {
    const page = await weir.newPage(site.url);
    await page.click("#connect:not([disabled])");
    await ui.click(await wallet.confirmWindow(weir), "button", "Connect");
    await wallet.confirmWindowGone(weir);
    const shown = await measure.confirmWindows({ weir, site: page, proxy, wallet, ui });
    rows.push(
      ratio("site's request to confirm window: node of 3 s ÷ fast", shown.slow, shown.fast, {
        target: 1.1,
        aim: 1,
      }),
    );
    await page.close();
  });
  await step("unlock", async () => {
    const { unlock, derive } = await measure.unlocks({ weirPage, emptyPage, password: wallet.password });
    rows.push(ratio("unlock: the key derivation's share", derive, unlock, { target: 0.9, atLeast: true }));
  });

  // A browser keeps an extension's pages in one process with one heap: the tab in which the wallet was set up would
  // be counted with the popup, and share its thread. A bare page on both sides keeps the process and nothing else.
  const bare = await barePage(weir);
  await barePage(empty);
  await Promise.all([weirPage.close(), emptyPage.close()]);
  await Promise.all([watchPages(weir), watchPages(empty)]);
  const paints = await step("popup", async () => {
    const seen = await measure.popupAgainstEmpty({ weir, empty });
    const of = (which, pick) => summary(seen[which].map(pick));
    const positions = of("weir", (one) => Math.max(one.paint, one.content));
    const paint = of("empty", (one) => one.paint);
    rows.push(
      ratio("popup: first paint with positions ÷ empty popup's", positions, paint, { target: 2, aim: 1.3 }),
    );
    rows.push(
      ratio(
        "popup: usable ÷ empty popup's load",
        of("weir", (one) => one.usable),
        of("empty", (one) => one.load),
        {
          target: 4,
          aim: 2,
        },
      ),
    );
    rows.push(
      ratio(
        "popup: heap ÷ empty popup's",
        of("weir", (one) => one.heap / 1e6),
        of("empty", (one) => one.heap / 1e6),
        {
          target: 12,
          aim: 6,
          unit: "MB",
        },
      ),
    );
    return positions;
  });
  await step("popup, dead endpoints", async () => {
    const { dead, alive } = await measure.deadAgainstAlive({ weir, proxy });
    rows.push(ratio("popup: paint, every endpoint dead ÷ alive", dead, alive, { target: 1.05, aim: 1 }));
  });
  await step("popup, 1 000 accounts", async () => {
    for (let number = 1; number < 1_000; number++) {
      const address = `0x${(0x1000_0000n + BigInt(number)).toString(16).padStart(40, "7")}`;
      await command(bare, "accounts.watch", { address, label: `Watched ${number}` });
    }
    await command(bare, "portfolio.refresh", { chainId: 1 });
    const many = summary(await measure.paints(weir));
    rows.push(ratio("popup: paint with 1 000 accounts ÷ with 1", many, paints, { target: 1.5, aim: 1.1 }));
    const { perRefresh } = await measure.requests({ weirPage: bare, proxy, idleSeconds: 0 });
    rows.push(absolute("HTTP requests per refresh, 1 000 accounts", perRefresh, { target: 20, unit: "" }));
  });
  const { page, worker } = measure.sizes("build/chrome-mv3-prod");
  rows.push(absolute("inpage + relay, minified", page, { target: 20_000, aim: 10_000, unit: "bytes" }));
  rows.push(absolute("worker, minified", worker, { target: 400_000, aim: 300_000, unit: "bytes" }));

  mkdirSync("bench-out", { recursive: true });
  writeFileSync("bench-out/bench.json", `${JSON.stringify({ node: process.version, rows }, null, 2)}\n`);
  process.stdout.write(`\n${table(rows)}\n\nWritten to bench-out/bench.json\n`);
} catch (error) {
  process.stdout.write(`\nThe bench stopped: ${error.stack}\n`);
  process.exitCode = 1;
} finally {
  for (const stop of stops.reverse()) await stop().catch(() => {});
}
process.exit();
