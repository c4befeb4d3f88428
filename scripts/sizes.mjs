import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const folder = "build/chrome-mv3-prod";
const size = (...files) => files.reduce((sum, file) => sum + readFileSync(join(folder, file)).length, 0);

/** The scripts that popup.html loads before anything shows. */
function firstPopupScripts() {
  const html = readFileSync(join(folder, "popup.html"), "utf8");
  return [...html.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map((match) => match[1]);
}
const gzipped = (files) =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);

const budgets = [
  ["inpage + relay + default, minified", size("inpage.js", "relay.js", "default.js"), 20_000],
  ["worker, minified", size("background.js"), 500_000],
  ["first popup scripts, gzipped", gzipped(firstPopupScripts()), 150_000],
];
let over = false;
for (const [what, bytes, budget] of budgets) {
  over ||= bytes > budget;
  process.stdout.write(`  ${bytes > budget ? "✗" : "✓"} ${what}: ${bytes} of ${budget} bytes\n`);
}
if (readdirSync(folder).some((file) => file.endsWith(".map"))) over = true;
process.exitCode = over ? 1 : 0;
