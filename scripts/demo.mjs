// `npm run demo`: the wallet in a browser, against a chain of its own with a demo site. With a display it opens a funded
// wallet to try; without one, or with --auto, it performs the main job and leaves pictures in demo-out/.
import { mkdirSync, rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { build } from "./build.mjs";
import { ensureBrowsers } from "./setup/browsers.mjs";
import { installDependencies } from "./setup/dependencies.mjs";
import { step } from "./setup/progress.mjs";

const { values } = parseArgs({ options: { auto: { type: "boolean", default: false } } });
const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const auto = values.auto || !hasDisplay;
const folder = "demo-out";
const say = (line) => process.stdout.write(`${line}\n`);

await step("dependencies", installDependencies);
await step("browser", () => ensureBrowsers(["chromium"]));
// What follows needs the dependencies, so it is loaded only now.
const { startDevnet } = await import("./devnet/index.mjs");
const { serveSite } = await import("./devnet/site.mjs");
const { load } = await import("./demo/load.mjs");

const running = [];
async function stopAll() {
  for (const stop of running.splice(0).reverse()) await stop().catch(() => {});
}
let left = false;
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    if (left) process.exit(130);
    left = true;
    void stopAll().then(() => process.exit(130));
  });
}

try {
  const devnet = await step("development chain", () => startDevnet({ historyDays: 10 }));
  running.push(devnet.stop);
  const site = await step("demo site", () => serveSite());
  running.push(site.stop);
  await step("build", () => build("chrome", { mode: "demo", endpoint: devnet.url }));
  const { launchChromium } = await load("test/e2e/driver/chromium.ts");
  const wallet = await load("test/e2e/wallet.ts");
  const ui = await load("test/e2e/ui.ts");
  const browser = await step("browser with the extension", () =>
    launchChromium({ build: "build/chrome-mv3-demo", headed: !auto }),
  );
  running.push(browser.close);
  if (auto) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    say("");
    await tell({ browser, devnet, site, wallet, ui });
    say(`\nDone. Pictures are in ${folder}/`);
  } else {
    await present({ browser, site, wallet });
  }
} catch (error) {
  say(`\nThe demo stopped: ${error.message}`);
  process.exitCode = 1;
} finally {
  await stopAll();
}
process.exit();

async function tell({ browser, devnet, site, wallet, ui }) {
  const { tellStory } = await import("./demo/story.mjs");
  await tellStory({ browser, devnet, siteUrl: site.url, wallet, ui, folder, say });
}

/** A funded wallet, left to the person until the browser is closed or Ctrl-C. */
async function present({ browser, site, wallet }) {
  const phrase = "test test test test test test test test test test test junk";
  await step("wallet with 10 000 ETH of the development chain", () =>
    wallet.importWallet(browser, { kind: "phrase", phrase }),
  );
  await browser.newPage(site.url);
  say(`
The wallet is open in Chromium, with the demo site in the tab beside it.

  Password   ${wallet.password}
  Demo site  ${site.url} (connect, approve, deposit)
  Wallet     click Weir's icon in the toolbar, or use its tab
  Levers     \`npm run devnet\` starts a chain of its own that takes commands: pass days, pay the queue, pause, slash

Everything lives on a chain on this computer that ends with the demo. Ctrl-C ends it.`);
  await new Promise((done) => browser.context.once("close", done));
}
