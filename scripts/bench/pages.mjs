/** Runs in every page before its own scripts: notes when text that fits is first there, and when a button may be used. */
function watcher() {
  const marks = {};
  Object.defineProperty(globalThis, "benchMarks", { value: marks });
  const look = () => {
    const root = document.getElementById("root");
    if (!root) return;
    if (marks.content === undefined && /\d\s*stETH/.test(root.textContent)) marks.content = performance.now();
    if (marks.usable === undefined) {
      const button = [...document.querySelectorAll("button")].find((one) => one.textContent === "Stake");
      if (button && button.getAttribute("aria-disabled") !== "true") marks.usable = performance.now();
    }
  };
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
}

/** A page of the extension without a script of its own, from which commands may be sent all the same. */
export const barePage = (browser) => browser.newPage(browser.extensionUrl("manifest.json"));

/** Has every new page of this browser note its own marks. */
export const watchPages = (browser) => browser.context.addInitScript(watcher);

/**
 * A full collection in the process of the page opened last. Asked of the browser, since a script that asks keeps alive
 * what the stack may point to; twice, since pages closed before go only once their wrappers are gone.
 */
async function collectGarbage(browser) {
  const session = await browser.context.newCDPSession(browser.context.pages().at(-1));
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.collectGarbage");
  await session.detach();
}

/**
 * Opens a popup page afresh and reads its own marks: first contentful paint, when positions stand in the document,
 * when its main button may be used, its load event, and the heap after collection. Milliseconds and bytes.
 */
export async function openAndMeasure(browser, path, { heap = false } = {}) {
  const page = await browser.newPage(browser.extensionUrl(path));
  const marks = await page.evaluate(
    (withPositions) =>
      new Promise((done, fail) => {
        setTimeout(
          () => fail(new Error(`nothing to measure: ${document.body.textContent.slice(0, 200)}`)),
          15_000,
        );
        const finish = () => {
          const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
          const { loadEventEnd } = performance.getEntriesByType("navigation")[0];
          const { content, usable } = globalThis.benchMarks;
          if (paint === undefined || loadEventEnd === 0) return setTimeout(finish, 20);
          if (withPositions && (content === undefined || usable === undefined)) return setTimeout(finish, 20);
          done({ paint, load: loadEventEnd, content, usable });
        };
        finish();
      }),
    path.startsWith("popup.html#weir"),
  );
  if (heap) {
    await collectGarbage(browser);
    marks.heap = await page.evaluate(() => performance.memory.usedJSHeapSize);
  }
  await page.close();
  return marks;
}

/** Sends a message from a page of the extension and times the answer on the page's own clock. */
export const timeAnswer = (page, message) =>
  page.evaluate(async (one) => {
    const begun = performance.now();
    await chrome.runtime.sendMessage(one);
    return performance.now() - begun;
  }, message);

/** Sends a command to the wallet's worker as its own pages do; gives the value, rejects with the code. */
export const command = (page, name, input = {}) =>
  page.evaluate(
    async (of, given) => {
      const answer = await chrome.runtime.sendMessage({ to: "weir/popup", name: of, input: given });
      if (!answer?.ok) throw new Error(`${of}: ${JSON.stringify(answer?.error)}`);
      return answer.value;
    },
    name,
    input,
  );
