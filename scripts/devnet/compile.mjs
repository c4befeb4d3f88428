import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { packageSources } from "./imports.mjs";

const SOURCES = new URL("../../test/devnet/contracts/", import.meta.url);
const CACHE = new URL("../../.cache/devnet/", import.meta.url);

/** Compiler settings; part of the cache key. `cancun` because every anvil that we support runs it. */
const SETTINGS = {
  optimizer: { enabled: true, runs: 200 },
  evmVersion: "cancun",
  metadata: { bytecodeHash: "none", appendCBOR: false },
};
const OUTPUT = { "*": ["abi", "evm.bytecode.object", "evm.deployedBytecode.object"] };

/**
 * @typedef {object} Artifact
 * @property {readonly object[]} abi
 * @property {string} bytecode creation code, 0x-prefixed; "0x" for an interface
 * @property {string} runtime runtime code, 0x-prefixed; "0x" for an interface
 */

/**
 * Compiles every Solidity fixture, or answers from the cache when the sources and settings are unchanged.
 * @returns {Promise<Record<string, Artifact>>} by contract name
 * @throws {Error} with the compiler's messages when a source does not compile
 */
export async function compileFixtures() {
  const names = (await readdir(SOURCES)).filter((name) => name.endsWith(".sol")).sort();
  /** @type {Record<string, {content: string}>} */
  const sources = {};
  for (const name of names) sources[name] = { content: await readFile(new URL(name, SOURCES), "utf8") };
  const imported = await packageSources(sources);

  const key = createHash("sha256")
    .update(JSON.stringify([SETTINGS, sources, imported]))
    .digest("hex")
    .slice(0, 24);
  const cached = new URL(`${key}.json`, CACHE);
  try {
    return JSON.parse(await readFile(cached, "utf8"));
  } catch {
    // Not compiled yet.
  }

  const artifacts = await compile(sources, imported);
  await mkdir(CACHE, { recursive: true });
  const draft = fileURLToPath(new URL(`${key}.${process.pid}.tmp`, CACHE));
  await writeFile(draft, JSON.stringify(artifacts));
  await rename(draft, fileURLToPath(cached));
  return artifacts;
}

/**
 * @param {Record<string, {content: string}>} own the fixtures
 * @param {Record<string, {content: string}>} imported what they import from packages; gives no artifacts
 * @returns {Promise<Record<string, Artifact>>}
 */
async function compile(own, imported) {
  // Code is asked for the fixtures alone: it is what takes the time.
  const outputSelection = Object.fromEntries(Object.keys(own).map((file) => [file, OUTPUT]));
  const output = JSON.parse(
    await runCompiler({
      language: "Solidity",
      sources: { ...own, ...imported },
      settings: { ...SETTINGS, outputSelection },
    }),
  );
  const errors = (output.errors ?? []).filter((e) => e.severity === "error");
  if (errors.length > 0) throw new Error(errors.map((e) => e.formattedMessage).join("\n"));

  /** @type {Record<string, Artifact>} */
  const artifacts = {};
  for (const contracts of Object.values(output.contracts)) {
    for (const [name, contract] of Object.entries(contracts)) {
      const { bytecode, deployedBytecode } = contract.evm;
      artifacts[name] = {
        abi: contract.abi,
        bytecode: `0x${bytecode.object}`,
        runtime: `0x${deployedBytecode.object}`,
      };
    }
  }
  return artifacts;
}

/** @param {object} input standard JSON */
async function runCompiler(input) {
  const script = fileURLToPath(new URL("solc.mjs", import.meta.url));
  const child = spawn(process.execPath, [script], { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.end(JSON.stringify(input));
  return text(child.stdout);
}
