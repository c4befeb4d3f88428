import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { build } from "vite";

const folder = ".cache/bench-control";

const manifest = {
  manifest_version: 3,
  name: "Empty",
  version: "1.0.0",
  action: { default_popup: "popup.html" },
  background: { service_worker: "background.js", type: "module" },
  permissions: ["storage"],
};

const popup = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>Empty</title><link rel="stylesheet" href="style.css" /></head>
  <body><div id="root"><h1>Empty</h1><p>Nothing to show.</p></div></body>
</html>
`;

/** An idle worker that answers at once, and on request derives one key: what a wallet's unlocking cannot do without. */
const worker = `
import { scryptAsync } from "@noble/hashes/scrypt.js";
chrome.runtime.onMessage.addListener((message, _sender, answer) => {
  if (message !== "derive") return void answer(true);
  const begun = performance.now();
  const salt = crypto.getRandomValues(new Uint8Array(32));
  scryptAsync(new TextEncoder().encode("a password"), salt, { N: 2 ** 17, r: 8, p: 1, dkLen: 32 }).then(() =>
    answer(performance.now() - begun));
  return true;
});
`;

/** Writes the empty extension that everything is measured against, with the same font and reset. Gives its folder. */
export async function writeControl() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/manifest.json`, JSON.stringify(manifest, null, 2));
  writeFileSync(`${folder}/popup.html`, popup);
  const styles = ["tokens", "base"].map((name) => readFileSync(`src/popup/styles/${name}.css`, "utf8"));
  writeFileSync(`${folder}/style.css`, styles.join("\n"));
  const source = ".cache/bench-control-worker.js";
  writeFileSync(source, worker);
  await build({
    configFile: false,
    logLevel: "error",
    build: {
      outDir: `${folder}/out`,
      rolldownOptions: { input: source, output: { entryFileNames: "background.js", format: "es" } },
    },
  });
  copyFileSync(`${folder}/out/background.js`, `${folder}/background.js`);
  rmSync(`${folder}/out`, { recursive: true });
  return folder;
}
