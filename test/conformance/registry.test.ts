import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createServer } from "vite";
import { describe, expect, it } from "vitest";
import type { Protocol } from "../../src/core/staking/protocol.ts";
import { protocols } from "../../src/protocols/registry.ts";

describe("a protocol's folder", () => {
  it("is found under another name with no other edit", async () => {
    const root = mkdtempSync(join(tmpdir(), "weir-registry-"));
    try {
      cpSync(resolve("src"), join(root, "src"), { recursive: true });
      const copied = join(root, "src/protocols/other");
      cpSync(resolve("src/protocols/lido"), copied, { recursive: true });
      const facts = join(copied, "facts.ts");
      writeFileSync(facts, readFileSync(facts, "utf8").replace('id = "lido"', 'id = "other"'));
      symlinkSync(resolve("node_modules"), join(root, "node_modules"));
      const server = await createServer({
        root,
        configFile: false,
        logLevel: "silent",
        appType: "custom",
        server: { middlewareMode: true, ws: false, watch: null },
        resolve: {
          alias: { ethers: resolve("node_modules/ethers"), valibot: resolve("node_modules/valibot") },
        },
      });
      try {
        const found = await server.ssrLoadModule("/src/protocols/registry.ts");
        const ids = (found.protocols as Protocol[]).map((one) => one.definition.id);
        expect(ids.sort()).toEqual([...protocols.map((one) => one.definition.id), "other"].sort());
        expect(found.protocolById("other").definition.name).toBe("Lido");
      } finally {
        await server.close();
      }
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});
