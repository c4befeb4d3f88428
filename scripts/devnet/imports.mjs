import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, posix } from "node:path";

const require = createRequire(import.meta.url);
/** The packages whose sources may be imported, and where they are installed. */
const PACKAGES = {
  "@openzeppelin/contracts/": dirname(require.resolve("@openzeppelin/contracts/package.json")),
  "@uniswap/v4-periphery/": dirname(require.resolve("@uniswap/v4-periphery/package.json")),
};
const IMPORT = /^\s*import\s+(?:[^"';]*\sfrom\s+)?"([^"]+)"\s*;/gm;

/**
 * The sources that the fixtures import from installed packages (OpenZeppelin's contracts, Permit2's interfaces), and
 * what those import in turn.
 * @param {Record<string, {content: string}>} sources the fixtures' own, by file name
 * @returns {Promise<Record<string, {content: string}>>} by the name under which the compiler asks for them
 */
export async function packageSources(sources) {
  /** @type {Record<string, {content: string}>} */
  const found = {};
  /** @param {string} name @param {string} content */
  const follow = async (name, content) => {
    for (const [, path = ""] of content.matchAll(IMPORT)) {
      const wanted = path.startsWith(".") ? posix.join(posix.dirname(name), path) : path;
      if (Object.hasOwn(sources, wanted) || Object.hasOwn(found, wanted)) continue;
      const source = await readFile(placeOf(wanted), "utf8");
      found[wanted] = { content: source };
      await follow(wanted, source);
    }
  };
  for (const [name, { content }] of Object.entries(sources)) await follow(name, content);
  return found;
}

/** @param {string} name as the compiler asks for it */
function placeOf(name) {
  const found = Object.entries(PACKAGES).find(([prefix]) => name.startsWith(prefix));
  if (!found) throw new Error(`the fixtures may not import ${name}`);
  return join(found[1], name.slice(found[0].length));
}
