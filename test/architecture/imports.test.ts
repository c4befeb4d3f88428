import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../../src");

interface Module {
  /** Path below src, with forward slashes. */
  path: string;
  imports: { target: string; typeOnly: boolean }[];
}

const importPattern = /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[\w*{][^"';]*?\s+from\s+)?["']([^"']+)["']/g;
const dynamicPattern = /\bimport\(\s*["']([^"']+)["']\s*\)/g;

/** Tests and what only tests use: by name or folder. */
const isTestSupport = (path: string): boolean =>
  /\.(test|test-kit|fixture)\.tsx?$|\/testing\/|\/test-world\.ts$|protocols\/\w+\/fixture\.ts$/.test(path);

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) && !isTestSupport(path) ? [path] : [];
  });
}

function readModule(file: string): Module {
  const text = readFileSync(file, "utf8");
  const found = [
    ...[...text.matchAll(importPattern)].map((match) => ({
      specifier: match[3] ?? "",
      typeOnly: match[2] !== undefined,
    })),
    ...[...text.matchAll(dynamicPattern)].map((match) => ({ specifier: match[1] ?? "", typeOnly: false })),
  ];
  return {
    path: relative(root, file),
    imports: found.map(({ specifier, typeOnly }) => ({
      target: specifier.startsWith(".") ? relative(root, resolve(dirname(file), specifier)) : specifier,
      typeOnly,
    })),
  };
}

const modules = sources(root).map(readModule);
const folderOf = (path: string) => path.split("/")[0] ?? "";
const isInternal = (target: string) => folderOf(target) in mayImport || target.startsWith("..");

/** Who may import whom, by folder of src. Composition roots are listed on their own. */
const mayImport: Record<string, readonly string[]> = {
  core: ["core"],
  protocols: ["core", "protocols"],
  chains: ["core", "chains"],
  vault: ["core", "vault", "messages"],
  signers: ["core", "signers", "vault", "messages"],
  ledger: ["core", "ledger"],
  services: ["core", "services", "chains", "messages"],
  portfolio: ["core", "portfolio", "messages"],
  operations: ["core", "operations", "messages"],
  allowances: ["core", "allowances", "messages"],
  sites: ["core", "sites", "messages"],
  messages: ["core", "messages"],
  content: ["content", "messages/page", "platform/page-port.ts"],
  popup: ["core", "popup", "messages/popup", "platform/page.ts"],
  platform: ["core", "platform"],
  background: [],
};
const compositionRoots = ["background/", "popup/main.tsx"];

function allowed(module: Module, target: string): boolean {
  if (compositionRoots.some((composition) => module.path.startsWith(composition))) return true;
  return (mayImport[folderOf(module.path)] ?? []).some(
    (prefix) => target === prefix || target.startsWith(`${prefix}/`),
  );
}

describe("the architecture", () => {
  it("is checked on the whole tree, not on nothing", () => {
    expect(modules.length).toBeGreaterThan(100);
    expect(modules.flatMap((module) => module.imports).length).toBeGreaterThan(300);
    for (const folder of Object.keys(mayImport)) {
      expect(
        modules.some((module) => folderOf(module.path) === folder),
        folder,
      ).toBe(true);
    }
  });

  it("lets imports go one way", () => {
    const wrong = modules.flatMap((module) =>
      module.imports
        .filter(({ target }) => isInternal(target) && !allowed(module, target))
        .map(({ target }) => `${module.path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it("lets nothing that ships import what only tests use", () => {
    const wrong = modules.flatMap((module) =>
      module.imports
        .filter(({ target }) => isTestSupport(`/${target}`))
        .map(({ target }) => `${module.path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it("keeps one protocol from knowing another", () => {
    const wrong = modules
      .filter((module) => module.path.split("/").length > 2 && folderOf(module.path) === "protocols")
      .flatMap((module) => {
        const own = module.path.split("/").slice(0, 2).join("/");
        return module.imports
          .filter(({ target }) => target.startsWith("protocols/") && !target.startsWith(`${own}/`))
          .map(({ target }) => `${module.path} imports ${target}`);
      });
    expect(wrong).toEqual([]);
  });

  it("names the browser in src/platform alone", () => {
    const named = sources(root)
      .filter((file) => !relative(root, file).startsWith("platform/"))
      .filter((file) =>
        /webextension-polyfill|@plasmohq\/storage|\b(chrome|browser)\.(runtime|storage|tabs|alarms|windows|action|idle|notifications)\b/.test(
          readFileSync(file, "utf8"),
        ),
      )
      .map((file) => relative(root, file));
    expect(named).toEqual([]);
  });

  it("names Ledger's libraries in src/ledger alone, and loads that folder from one place", () => {
    const ofLedger = /^(@ledgerhq\/|rxjs)/;
    const named = modules
      .filter((module) => module.imports.some(({ target }) => ofLedger.test(target)))
      .map(({ path }) => path);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((path) => !path.startsWith("ledger/"))).toEqual([]);
    const loading = modules
      .filter((module) => folderOf(module.path) !== "ledger")
      .filter((module) => module.imports.some(({ target }) => folderOf(target) === "ledger"))
      .map(({ path }) => path);
    expect(loading).toEqual(["popup/main.tsx"]);
    expect(readFileSync(join(root, "popup/main.tsx"), "utf8")).toContain('import("../ledger/index.ts")');
  });

  it("takes ethers by its parts", () => {
    const whole = modules
      .filter((module) => module.imports.some(({ target }) => target === "ethers"))
      .map(({ path }) => path);
    expect(whole).toEqual([]);
  });

  it("has no cycle among values", () => {
    const graph = new Map(
      modules.map((module) => [
        module.path,
        module.imports.filter(({ typeOnly }) => !typeOnly).map(({ target }) => target),
      ]),
    );
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (path: string, trail: string[]): void => {
      if (trail.includes(path)) {
        cycles.push([...trail.slice(trail.indexOf(path)), path].join(" → "));
        return;
      }
      if (done.has(path)) return;
      for (const next of graph.get(path) ?? []) if (graph.has(next)) visit(next, [...trail, path]);
      done.add(path);
    };
    for (const path of graph.keys()) visit(path, []);
    expect(cycles).toEqual([]);
  });

  it("keeps hand-written files within 300 lines", () => {
    const long = sources(root)
      .filter((file) => !file.includes("/i18n/") && readFileSync(file, "utf8").split("\n").length > 301)
      .map((file) => relative(root, file));
    expect(long).toEqual([]);
  });
});
