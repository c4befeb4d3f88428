import { existsSync, readdirSync, readFileSync } from "node:fs";
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

/** Words that are in Ledger's libraries alone: an error of the transport, a service that is never asked, an error of the signer. */
const ofLedger = ["WebHidSendReportError", "scriptrunner.api.live.ledger.com", "EthAppCommandError"];
function scriptsWithLedger(build) {
  if (!existsSync(build)) return [];
  return readdirSync(build, { recursive: true }).filter((file) => {
    if (!file.endsWith(".js")) return false;
    const text = readFileSync(join(build, file), "utf8");
    return ofLedger.some((word) => text.includes(word));
  });
}
const ledgerScripts = scriptsWithLedger(folder);
const first = [...firstPopupScripts(), "background.js", "relay.js", "inpage.js", "default.js"];
const misplaced = first.filter((file) => ledgerScripts.includes(file));

const budgets = [
  ["inpage + relay + default, minified", size("inpage.js", "relay.js", "default.js"), 20_000],
  ["worker, minified", size("background.js"), 520_000],
  ["first popup scripts, gzipped", gzipped(firstPopupScripts()), 150_000],
  ["Ledger, loaded when a full tab needs it, gzipped", gzipped(ledgerScripts), 200_000],
];
let over = false;
for (const [what, bytes, budget] of budgets) {
  over ||= bytes > budget;
  process.stdout.write(`  ${bytes > budget ? "✗" : "✓"} ${what}: ${bytes} of ${budget} bytes\n`);
}
const apart = ledgerScripts.length === 1 && misplaced.length === 0;
process.stdout.write(
  `  ${apart ? "✓" : "✗"} Ledger's libraries are one script of their own${misplaced.map((file) => `, not in ${file}`).join("")}\n`,
);
over ||= !apart;
const shipped = scriptsWithLedger("build/firefox-mv3-prod");
process.stdout.write(
  `  ${shipped.length === 0 ? "✓" : "✗"} none of them is built for Firefox, which has no WebHID\n`,
);
over ||= shipped.length > 0;
if (readdirSync(folder).some((file) => file.endsWith(".map"))) over = true;
process.exitCode = over ? 1 : 0;
