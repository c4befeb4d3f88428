import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "./driver/chromium.ts";
import type { BrowserPage } from "./driver/driver.ts";
import { see, visit } from "./ui.ts";
import { importWallet, portfolioShows, setEndpoint } from "./wallet.ts";
import { publicPhrase, startWorld, type World } from "./world.ts";

const run = promisify(execFile);
const parts = [
  "src",
  "public",
  "test/conformance",
  "test/prototypes-unchanged.ts",
  "test/e2e/longest-first.ts",
  "popup.html",
  "tab.html",
  "confirm.html",
  "manifest.json",
];
const settings = [
  "package.json",
  "vite.config.ts",
  "vitest.config.ts",
  "tsconfig.json",
  "tsconfig.base.json",
];

/** The project in a folder of its own, with Lido's folder copied under another id and name, and nothing else edited. */
function projectWithAnotherProtocol(): string {
  const root = mkdtempSync(join(tmpdir(), "weir-protocol-"));
  for (const part of [...parts, ...settings]) cpSync(resolve(part), join(root, part), { recursive: true });
  symlinkSync(resolve("node_modules"), join(root, "node_modules"));
  const folder = join(root, "src/protocols/another");
  cpSync(resolve("src/protocols/lido"), folder, { recursive: true });
  for (const [file, from, to] of [
    ["facts.ts", 'id = "lido"', 'id = "another"'],
    ["copy.json", '"name": "Lido"', '"name": "Another"'],
  ] as const) {
    const text = readFileSync(join(folder, file), "utf8");
    if (!text.includes(from)) throw new Error(`${file} no longer holds ${from}`);
    writeFileSync(join(folder, file), text.replace(from, to));
  }
  return root;
}

describe("a protocol added as one folder", () => {
  let root: string;
  let world: World | undefined;
  let page: BrowserPage;

  beforeAll(async () => {
    root = projectWithAnotherProtocol();
    const vite = resolve("node_modules/vite/bin/vite.js");
    await run("node", [vite, "build", "--app", "--logLevel", "error"], { cwd: root });
    world = await startWorld(() => launchChromium({ build: join(root, "build/chrome-mv3-prod") }));
    page = await importWallet(world.browser, { kind: "phrase", phrase: publicPhrase });
    await setEndpoint(page, world.proxy.url);
  });
  afterAll(async () => {
    await world?.close();
    rmSync(root, { recursive: true, force: true });
  });

  it("is held by the conformance suite", async () => {
    const vitest = resolve("node_modules/vitest/vitest.mjs");
    const args = [
      vitest,
      "run",
      "--project",
      "unit",
      "test/conformance/protocols.test.ts",
      "--reporter=verbose",
    ];
    const { stdout } = await run("node", args, { cwd: root, env: { ...process.env, NO_COLOR: "1" } });
    expect(stdout).toMatch(/✓.*lido/);
    expect(stdout).toMatch(/✓.*another/);
  });

  it("is read with the portfolio and has its page", async () => {
    await portfolioShows(page, /Nothing staked yet/);
    const read = await page.evaluate(async () => {
      const key = "snapshot:1";
      const area = (
        globalThis as unknown as { chrome: { storage: { local: { get(key: string): Promise<unknown> } } } }
      ).chrome.storage.local;
      const stored = (await area.get(key)) as Record<
        string,
        { protocols: { protocol: string; failure?: unknown }[] }
      >;
      return stored[key]?.protocols.map(({ protocol, failure }) => [protocol, failure ?? null]);
    });
    expect(read).toEqual([
      ["another", null],
      ["lido", null],
    ]);
    await visit(page, "portfolio/another");
    await see(page, /Another/);
  });
});
