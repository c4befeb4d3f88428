import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { serveSite } from "./site.mjs";

const PAGES = new URL("../../test/devnet/pages/", import.meta.url);

/**
 * Builds a page of test/devnet/pages as its developer would, and serves the static files on loopback.
 * @param {"wagmi" | "ethers"} name its folder
 * @returns {Promise<{url: string, otherUrl: string, stop: () => Promise<void>}>}
 */
export async function servePage(name) {
  const folder = await mkdtemp(join(tmpdir(), `weir-page-${name}-`));
  await build({
    root: fileURLToPath(new URL(`${name}/`, PAGES)),
    configFile: false,
    base: "./",
    logLevel: "error",
    build: { outDir: folder, emptyOutDir: true, chunkSizeWarningLimit: 2_000, minify: false },
  });
  const site = await serveSite({ folder });
  return {
    ...site,
    async stop() {
      await site.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
