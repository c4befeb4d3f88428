import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import * as v from "valibot";
import { type BuildEnvironmentOptions, defineConfig, type Plugin } from "vite";
import { knownDomains } from "./src/core/phishing/known-names.ts";
import { compactList, PublishedList, writeList } from "./src/core/phishing/phishing-list.ts";

/** Which browser this build is for, and where it goes: build/<browser>-mv3-<prod|demo>, as `plasmo package` expects. */
const browser = process.env.TARGET === "firefox" ? "firefox" : "chrome";
const at = (path: string) => resolve(import.meta.dirname, path);

/** The browser's manifest from the one manifest.json: the version from package.json, the other browser's keys left out. */
function manifest(): Plugin {
  return {
    name: "weir-manifest",
    applyToEnvironment: (environment) => environment.name === "client",
    generateBundle() {
      const source = JSON.parse(readFileSync(at("manifest.json"), "utf8"));
      source.version = JSON.parse(readFileSync(at("package.json"), "utf8")).version;
      delete source.background[browser === "firefox" ? "service_worker" : "scripts"];
      delete source[browser === "firefox" ? "minimum_chrome_version" : "browser_specific_settings"];
      this.emitFile({ type: "asset", fileName: "manifest.json", source: JSON.stringify(source, null, 2) });
    },
  };
}

/** The phishing list of the package "eth-phishing-detect" as a file beside the worker, which reads it when a site first asks. */
function phishingList(): Plugin {
  return {
    name: "weir-phishing-list",
    applyToEnvironment: (environment) => environment.name === "client",
    generateBundle() {
      const read = (file: string) =>
        JSON.parse(readFileSync(at(`node_modules/eth-phishing-detect/${file}`), "utf8"));
      const published = v.parse(PublishedList, read("src/config.json"));
      // The list's own version never changes, the package's does.
      const { version } = read("package.json");
      const source = writeList(compactList({ ...published, version }, knownDomains));
      this.emitFile({ type: "asset", fileName: "phishing-list.bin", source });
    },
  };
}

/**
 * One classic script as one file with a fixed name: workers and content scripts cannot load chunks, and Chromium starts a
 * classic worker in about half the time of a module.
 */
function single(name: string, entry: string): { build: BuildEnvironmentOptions } {
  return {
    build: {
      emptyOutDir: false,
      copyPublicDir: false,
      modulePreload: false,
      rolldownOptions: {
        input: { [name]: at(entry) },
        output: { format: "iife", codeSplitting: false, entryFileNames: "[name].js" },
      },
    },
  };
}

export default defineConfig(({ mode }) => ({
  base: "./",
  define: { "import.meta.env.VITE_BROWSER": JSON.stringify(browser) },
  plugins: [manifest(), phishingList()],
  build: {
    outDir: `build/${browser}-mv3-${mode === "production" ? "prod" : mode}`,
    target: browser === "firefox" ? "firefox140" : "chrome121",
    sourcemap: false,
  },
  environments: {
    client: {
      build: {
        emptyOutDir: true,
        modulePreload: { polyfill: false },
        rolldownOptions: {
          input: ["popup.html", "tab.html", "confirm.html"].map(at),
          // What the first paint needs is one script and one style sheet: every further file costs more than its size.
          output: { codeSplitting: { groups: [{ name: "start", tags: ["$initial"] }] } },
        },
      },
    },
    background: { consumer: "client", ...single("background", "src/background/main.ts") },
    relay: { consumer: "client", ...single("relay", "src/content/relay.ts") },
    inpage: { consumer: "client", ...single("inpage", "src/content/inpage.ts") },
    default: { consumer: "client", ...single("default", "src/content/default.ts") },
  },
  builder: {
    async buildApp(builder) {
      for (const name of ["client", "background", "relay", "inpage", "default"]) {
        const environment = builder.environments[name];
        if (environment) await builder.build(environment);
      }
    },
  },
}));
