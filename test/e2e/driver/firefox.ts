import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { findBrowser } from "../../../scripts/setup/browsers.mjs";
import type { BrowserPage, ExtensionBrowser } from "./driver.ts";
import { Marionette } from "./marionette.ts";
import { startOutside } from "./outside.ts";
import { until } from "./until.ts";

const addonId = "wallet@weir.example";
const uuid = "7d3c5b1e-5a43-4b8e-9f0e-3c1d2b4a5f60";
const elementKey = "element-6066-11e4-a52e-4f735466cecf";
const keys: Record<string, string> = {
  Tab: "\uE004",
  Enter: "\uE007",
  Escape: "\uE00C",
  ArrowDown: "\uE015",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowLeft: "\uE012",
  Space: " ",
};

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((done) => child.once("exit", done));
  child.kill("SIGTERM");
  await Promise.race([ended, new Promise((done) => setTimeout(done, 5_000))]);
  child.kill("SIGKILL");
}

/** Debian's Firefox ESR, headless over Marionette, with the extension in `build` installed temporarily. */
export async function launchFirefox({
  build = "build/firefox-mv3-prod",
}: {
  build?: string;
} = {}): Promise<ExtensionBrowser> {
  const executable = findBrowser("firefox");
  if (!executable) throw new Error("firefox-esr is not installed");
  const profile = mkdtempSync(join(tmpdir(), "weir-firefox-"));
  const port = await freePort();
  const outside = await startOutside();
  const preferences: Record<string, string | number | boolean> = {
    "marionette.port": port,
    "xpinstall.signatures.required": false,
    "extensions.webextensions.uuids": JSON.stringify({ [addonId]: uuid }),
    "browser.shell.checkDefaultBrowser": false,
    "datareporting.policy.dataSubmissionEnabled": false,
    "toolkit.telemetry.enabled": false,
    "browser.startup.page": 0,
    "network.captive-portal-service.enabled": false,
    "network.connectivity-service.enabled": false,
    "app.update.enabled": false,
    "browser.safebrowsing.update.enabled": false,
    "services.settings.server": "data:,",
    "dom.disable_open_during_load": false,
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": outside.port,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": outside.port,
    "network.proxy.no_proxies_on": "127.0.0.1, localhost",
    "intl.locale.requested": "en-US",
    // Nobody looks: without a graphics card each frame is drawn by the processor.
    "layout.frame_rate": 15,
    "ui.prefersReducedMotion": 1,
    // What Firefox does for a person between two visits.
    "browser.newtabpage.enabled": false,
    "browser.newtab.preload": false,
    "browser.startup.homepage": "about:blank",
    "dom.ipc.processPrelaunch.enabled": false,
    "datareporting.healthreport.uploadEnabled": false,
    "extensions.getAddons.cache.enabled": false,
  };
  writeFileSync(
    join(profile, "user.js"),
    Object.entries(preferences)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`)
      .join("\n"),
  );
  const child = spawn(
    executable,
    [
      "--headless",
      "--marionette",
      "--no-remote",
      "--profile",
      profile,
      "--remote-allow-system-access",
      "--width",
      "1100",
      "--height",
      "800",
    ],
    {
      stdio: "ignore",
      env: { ...process.env, MOZ_HEADLESS: "1", MOZ_DISABLE_CONTENT_SANDBOX: "1", HOME: profile },
    },
  );
  const marionette = await until(
    () => Marionette.open(port).catch(() => undefined),
    "Firefox's Marionette",
    60_000,
  );
  await marionette.send("WebDriver:NewSession", { capabilities: { alwaysMatch: {} } });
  await marionette.send("WebDriver:SetTimeouts", { script: 60_000, pageLoad: 60_000, implicit: 0 });
  await marionette.send("Addon:Install", { path: resolve(build), temporary: true });

  // One connection, many windows: every command selects its window first, and commands are taken one after another.
  let queue: Promise<unknown> = Promise.resolve();
  function inWindowOf<T>(handle: string, frames: readonly string[], work: () => Promise<T>): Promise<T> {
    const next = queue.then(async () => {
      await marionette.send("WebDriver:SwitchToWindow", { handle, focus: true });
      if (frames.length === 0) return work();
      try {
        for (const frame of frames) {
          const { value } = await marionette.send<{ value: Record<string, string> }>(
            "WebDriver:FindElement",
            {
              using: "css selector",
              value: frame,
            },
          );
          await marionette.send("WebDriver:SwitchToFrame", { element: value[elementKey] });
        }
        return await work();
      } finally {
        await marionette.send("WebDriver:SwitchToFrame", { id: null });
      }
    });
    queue = next.catch(() => {});
    return next;
  }
  async function alone<T>(work: () => Promise<T>): Promise<T> {
    const next = queue.then(work);
    queue = next.catch(() => {});
    return next;
  }
  async function chromeScript<T>(script: string): Promise<T> {
    return alone(async () => {
      await marionette.send("Marionette:SetContext", { value: "chrome" });
      try {
        const { value } = await marionette.send<{ value: T }>("WebDriver:ExecuteAsyncScript", {
          script,
          args: [],
        });
        return value;
      } finally {
        await marionette.send("Marionette:SetContext", { value: "content" });
      }
    });
  }

  function wrap(handle: string, frames: readonly string[] = []): BrowserPage {
    const inWindow = <T>(of: string, work: () => Promise<T>) => inWindowOf(of, frames, work);
    async function element(selector: string): Promise<string> {
      const found = await marionette.send<{ value: Record<string, string> }>("WebDriver:FindElement", {
        using: "css selector",
        value: selector,
      });
      return found.value[elementKey] as string;
    }
    return {
      evaluate: (script, ...args) =>
        inWindow(handle, async () => {
          const source = `const done = arguments[arguments.length - 1]; const args = JSON.parse(arguments[0]);
            Promise.resolve().then(() => (${script.toString()})(...args)).then(
              (value) => done(JSON.stringify({ value })), (error) => done(JSON.stringify({ error: String(error) })));`;
          const { value } = await marionette.send<{ value: string }>("WebDriver:ExecuteAsyncScript", {
            script: source,
            args: [JSON.stringify(args)],
          });
          const outcome = JSON.parse(value) as { value?: never; error?: string };
          if (outcome.error) throw new Error(outcome.error);
          return outcome.value as never;
        }),
      inject: (text) =>
        inWindow(
          handle,
          async () =>
            void (await marionette.send("WebDriver:ExecuteScript", {
              script: `${text};return null;`,
              args: [],
            })),
        ),
      goto: (url) =>
        inWindow(handle, async () => void (await marionette.send("WebDriver:Navigate", { url }))),
      url: () =>
        inWindow(
          handle,
          async () => (await marionette.send<{ value: string }>("WebDriver:GetCurrentURL")).value,
        ),
      screenshot: (file) =>
        inWindow(handle, async () => {
          const { value } = await marionette.send<{ value: string }>("WebDriver:TakeScreenshot", {
            full: false,
          });
          writeFileSync(file, Buffer.from(value, "base64"));
        }),
      resize: (width, height) =>
        inWindow(
          handle,
          async () => void (await marionette.send("WebDriver:SetWindowRect", { width, height: height + 85 })),
        ),
      click: async (selector) => {
        await until(
          () =>
            inWindow(handle, async () => {
              await marionette.send("WebDriver:ElementClick", { id: await element(selector) });
              return true;
            }),
          `a click on ${selector}`,
          15_000,
        );
      },
      type: (selector, text) =>
        inWindow(handle, async () => {
          const id = await element(selector);
          await marionette.send("WebDriver:ElementClear", { id });
          await marionette.send("WebDriver:ElementSendKeys", { id, text });
        }),
      press: (key) =>
        inWindow(handle, async () => {
          const active = await marionette.send<{ value: Record<string, string> }>(
            "WebDriver:GetActiveElement",
          );
          await marionette.send("WebDriver:ElementSendKeys", {
            id: active.value[elementKey],
            text: keys[key] ?? key,
          });
        }),
      chooseFile: (selector, name, text) =>
        inWindow(handle, async () => {
          const file = join(profile, name);
          writeFileSync(file, text);
          await marionette.send("WebDriver:ElementSendKeys", { id: await element(selector), text: file });
        }),
      colorScheme: async (scheme) => {
        await chromeScript(
          `Services.prefs.setIntPref("layout.css.prefers-color-scheme.content-override", ${scheme === "dark" ? 0 : 1}); arguments[0]();`,
        );
      },
      frame: async (selector) => wrap(handle, [...frames, selector]),
      close: () => inWindow(handle, async () => void (await marionette.send("WebDriver:CloseWindow"))),
    };
  }

  const handles = () => alone(() => marionette.send<string[]>("WebDriver:GetWindowHandles"));
  async function urlOf(handle: string): Promise<string> {
    return wrap(handle)
      .url()
      .catch(() => "");
  }

  return {
    name: "firefox",
    profile,
    outsideHosts: outside.hosts,
    extensionUrl: (path) => `moz-extension://${uuid}/${path}`,
    async newPage(url) {
      const { handle } = await alone(async () => {
        // A new tab is opened from a tab that is there: the last one used may have been closed.
        const [any] = await marionette.send<string[]>("WebDriver:GetWindowHandles");
        await marionette.send("WebDriver:SwitchToWindow", { handle: any, focus: true });
        return marionette.send<{ handle: string }>("WebDriver:NewWindow", { type: "tab", focus: true });
      });
      const page = wrap(handle);
      await page.goto(url);
      return page;
    },
    waitForPage: (match, timeoutMs = 20_000) =>
      until(
        async () => {
          for (const handle of await handles()) if (match(await urlOf(handle))) return wrap(handle);
          return undefined;
        },
        "a page of the extension",
        timeoutMs,
      ),
    pageUrls: async () => Promise.all((await handles()).map(urlOf)),
    async endWorker() {
      await chromeScript(
        `const done = arguments[0]; const policy = WebExtensionPolicy.getByID(${JSON.stringify(addonId)});
         policy.extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true }).then(() => done(true), (e) => done(String(e)));`,
      );
    },
    async close() {
      await marionette.send("Marionette:Quit", { flags: ["eForceQuit"] }).catch(() => {});
      marionette.close();
      await stop(child);
      outside.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
