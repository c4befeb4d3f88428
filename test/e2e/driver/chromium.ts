import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type BrowserContext, chromium, type Frame, type Page } from "playwright-core";
import { findBrowser } from "../../../scripts/setup/browsers.mjs";
import type { BrowserPage, ExtensionBrowser } from "./driver.ts";
import { startOutside } from "./outside.ts";
import { until } from "./until.ts";

function wrap(page: Page, within: Page | Frame = page): BrowserPage {
  return {
    evaluate: (script, ...args) =>
      within.evaluate(`(${script.toString()})(...${JSON.stringify(args)})`) as Promise<never>,
    async inject(text) {
      await within.evaluate(`${text};undefined`);
    },
    async goto(url) {
      await within.goto(url);
    },
    url: async () => within.url(),
    async screenshot(file) {
      await page.screenshot({ path: file });
    },
    resize: (width, height) => page.setViewportSize({ width, height }),
    click: (selector) => within.click(selector, { timeout: 15_000 }),
    async type(selector, text) {
      await within.fill(selector, "");
      await within.locator(selector).pressSequentially(text);
    },
    press: (key) => page.keyboard.press(key),
    chooseFile: (selector, name, text) =>
      within.setInputFiles(selector, { name, mimeType: "application/json", buffer: Buffer.from(text) }),
    colorScheme: (scheme) => page.emulateMedia({ colorScheme: scheme }),
    async frame(selector) {
      const found = await (await within.waitForSelector(selector)).contentFrame();
      if (!found) throw new Error(`${selector} is no frame`);
      return wrap(page, found);
    },
    close: () => page.close(),
  };
}

async function extensionId(context: BrowserContext): Promise<string> {
  const worker =
    context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker", { timeout: 20_000 }));
  return new URL(worker.url()).host;
}

/** The id of an unpacked extension without a key: the first half of its path's SHA-256, a digit a letter from "a". */
function unpackedId(folder: string): string {
  const hash = createHash("sha256").update(realpathSync(folder)).digest("hex").slice(0, 32);
  return hash.replace(/./g, (digit) => String.fromCharCode("a".charCodeAt(0) + Number.parseInt(digit, 16)));
}

/** Debian's Chromium, headless (or with a display when `headed`), with the extension in `build` loaded. */
export async function launchChromium({
  build = "build/chrome-mv3-prod",
  headed = false,
  args = [],
  env = {},
  preferences,
}: {
  build?: string;
  headed?: boolean;
  /** Further switches of the browser. */
  args?: readonly string[];
  /** Further variables of the browser's environment. */
  env?: Readonly<Record<string, string>>;
  /** What the fresh profile's Preferences begin with, given the extension's origin. */
  preferences?: (origin: string) => object;
} = {}): Promise<ExtensionBrowser & { context: BrowserContext }> {
  const executablePath = findBrowser("chromium");
  if (!executablePath) throw new Error("chromium is not installed");
  const profile = mkdtempSync(join(tmpdir(), "weir-chromium-"));
  const extension = resolve(build);
  if (preferences) {
    mkdirSync(join(profile, "Default"));
    const text = JSON.stringify(preferences(`chrome-extension://${unpackedId(extension)}`));
    writeFileSync(join(profile, "Default", "Preferences"), text);
  }
  const outside = await startOutside();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: !headed,
    env: { ...process.env, ...env } as Record<string, string>,
    ignoreDefaultArgs: ["--disable-extensions"],
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ...(headed ? [] : ["--headless=new"]),
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      "--disable-features=DisableLoadExtensionCommandLineSwitch",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-quic",
      `--proxy-server=http://127.0.0.1:${outside.port}`,
      "--no-first-run",
      ...args,
    ],
    viewport: { width: 1100, height: 800 },
  });
  const id = await extensionId(context);
  return {
    name: "chromium",
    context,
    profile,
    outsideHosts: outside.hosts,
    extensionUrl: (path) => `chrome-extension://${id}/${path}`,
    async newPage(url) {
      const page = await context.newPage();
      await page.goto(url);
      return wrap(page);
    },
    waitForPage: (match, timeoutMs = 20_000) =>
      until(
        async () => {
          const page = context.pages().find((one) => match(one.url()));
          if (!page) return undefined;
          // Asked, not waited for: of a page that loads at once the driver may have missed the event.
          const soon = new Promise<string>((done) => setTimeout(done, 1_000, "loading"));
          const state = await Promise.race([page.evaluate(() => document.readyState), soon]);
          return state === "loading" ? undefined : wrap(page);
        },
        "a page of the extension",
        timeoutMs,
      ),
    pageUrls: async () => context.pages().map((page) => page.url()),
    async endWorker() {
      const browser = context.browser();
      const session = await (browser
        ? browser.newBrowserCDPSession()
        : context.newCDPSession(context.pages()[0] as Page));
      const { targetInfos } = (await session.send("Target.getTargets")) as {
        targetInfos: { targetId: string; type: string; url: string }[];
      };
      for (const target of targetInfos) {
        if (target.type === "service_worker" && target.url.includes(id)) {
          await session.send("Target.closeTarget", { targetId: target.targetId });
        }
      }
      await session.detach();
    },
    async close() {
      await context.close();
      outside.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
