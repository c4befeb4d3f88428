import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.mjs";

function digests(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => `${file} ${createHash("sha256").update(readFileSync(file)).digest("hex")}`);
}

/** Builds both browsers' folders again and rejects, naming the files, when any byte differs. */
export async function compareBuilds() {
  for (const browser of ["chrome", "firefox"]) {
    const folder = `build/${browser}-mv3-prod`;
    const first = digests(folder);
    if (first.length < 5) throw new Error(`${folder} is not built`);
    await build(browser);
    const second = new Set(digests(folder));
    const differing = first.filter((line) => !second.has(line));
    if (differing.length > 0 || second.size !== first.length) {
      throw new Error(`two builds differ:\n${differing.join("\n")}`);
    }
  }
}
