import { createHash } from "node:crypto";
import { existsSync, lstatSync, readFileSync, writeFileSync } from "node:fs";
import { run } from "./run.mjs";

const stamp = "node_modules/.weir-lock";

/** Installs exactly what package-lock.json says, once per lockfile. Needs Node 20 or newer with npm. */
export async function installDependencies() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < 20) throw new Error(`Node 20 or newer is needed; this is ${process.version}.`);
  // A linked folder is another tree's: npm would empty it for everyone who uses it.
  if (lstatSync("node_modules", { throwIfNoEntry: false })?.isSymbolicLink()) return;
  const wanted = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  await run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { timeoutMs: 10 * 60_000 });
  writeFileSync(stamp, wanted);
}
