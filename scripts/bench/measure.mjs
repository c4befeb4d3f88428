import { readFileSync } from "node:fs";
import { join } from "node:path";
import { command, openAndMeasure, timeAnswer } from "./pages.mjs";
import { inTurn } from "./statistics.mjs";

const runs = 15;
const popup = "popup.html#weir";
const ask = { to: "weir/popup", name: "vault.status", input: {} };

/** The popup of the wallet against the empty one: paint with positions on it, when it can be used, and heap. */
export async function popupAgainstEmpty({ weir, empty }) {
  const seen = { weir: [], empty: [] };
  for (let run = 0; run < runs; run++) {
    seen.weir.push(await openAndMeasure(weir, popup, { heap: true }));
    seen.empty.push(await openAndMeasure(empty, "popup.html", { heap: true }));
  }
  return seen;
}

/** Paint with positions of the popup as it is now. */
export async function paints(weir, times = runs) {
  const all = [];
  for (let run = 0; run < times; run++) {
    const { paint, content } = await openAndMeasure(weir, popup);
    all.push(Math.max(paint, content));
  }
  return all;
}

/** Paint with every endpoint dead against alive, in turn. */
export async function deadAgainstAlive({ weir, proxy }) {
  const one = (fault) => async () => {
    proxy.setFault(fault);
    const { paint, content } = await openAndMeasure(weir, popup);
    return Math.max(paint, content);
  };
  const result = await inTurn(runs, { dead: one({ kind: "dead" }), alive: one({ kind: "ok" }) });
  proxy.setFault({ kind: "ok" });
  return result;
}

/** From a worker that is not there to its first answer. */
export async function coldStarts({ weir, weirPage, empty, emptyPage }) {
  return inTurn(runs, {
    async weir() {
      await weir.endWorker();
      return timeAnswer(weirPage, ask);
    },
    async empty() {
      await empty.endWorker();
      return timeAnswer(emptyPage, "ping");
    },
  });
}

/** A site's load event, in a browser with the wallet and in one without. */
export async function siteLoads({ weir, empty, siteUrl }) {
  const load = (browser) => async () => {
    const page = await browser.newPage(siteUrl);
    const value = await page.evaluate(
      () =>
        new Promise((done) => {
          const look = () => {
            const { loadEventEnd } = performance.getEntriesByType("navigation")[0];
            if (loadEventEnd > 0) done(loadEventEnd);
            else setTimeout(look, 10);
          };
          look();
        }),
    );
    await page.close();
    return value;
  };
  return inTurn(25, { with: load(weir), without: load(empty) });
}

/** Unlocking against the key derivation alone, in an idle worker on the same machine. */
export async function unlocks({ weirPage, emptyPage, password }) {
  return inTurn(runs, {
    async unlock() {
      await command(weirPage, "vault.lock");
      return timeAnswer(weirPage, { to: "weir/popup", name: "vault.unlock", input: { password } });
    },
    derive: () => emptyPage.evaluate(() => chrome.runtime.sendMessage("derive")),
  });
}

/** From a site's call to the paint of the confirm window, with a node that answers at once and one that takes 3 s. */
export async function confirmWindows({ weir, site, proxy, wallet, ui }) {
  const ask = (fault) => async () => {
    proxy.setFault(fault);
    await site.evaluate(() => {
      document.getElementById("stake").addEventListener(
        "click",
        () => {
          document.documentElement.dataset.asked = String(performance.timeOrigin + performance.now());
        },
        { once: true, capture: true },
      );
    });
    await site.click("#stake:not([disabled])");
    const window = await wallet.confirmWindow(weir);
    await ui.find(window, "button", "Reject");
    const shown = await window.evaluate(
      () =>
        new Promise((done) => {
          const look = () => {
            const paint = performance.getEntriesByName("first-contentful-paint")[0];
            if (paint) done(performance.timeOrigin + paint.startTime);
            else setTimeout(look, 10);
          };
          look();
        }),
    );
    const asked = Number(await site.evaluate(() => document.documentElement.dataset.asked));
    proxy.setFault({ kind: "ok" });
    await ui.click(window, "button", "Reject");
    await wallet.confirmWindowGone(weir);
    return shown - asked;
  };
  return inTurn(runs, { slow: ask({ kind: "slow", ms: 3_000 }), fast: ask({ kind: "ok" }) });
}

/** HTTP requests: of one refresh in steady state, and of so many seconds without a window. */
export async function requests({ weirPage, proxy, idleSeconds }) {
  await command(weirPage, "portfolio.refresh", { chainId: 1 });
  proxy.resetCounts();
  await command(weirPage, "portfolio.refresh", { chainId: 1 });
  const perRefresh = proxy.counts().httpRequests;
  proxy.resetCounts();
  await new Promise((done) => setTimeout(done, idleSeconds * 1_000));
  return { perRefresh, idle: proxy.counts().httpRequests };
}

/** Minified bytes of what every page of the web gets, and of the worker. */
export function sizes(build) {
  const bytes = (name) => readFileSync(join(build, name)).length;
  return { page: bytes("inpage.js") + bytes("relay.js"), worker: bytes("background.js") };
}
