import { describe, expect, it } from "vitest";
import { importDataKey, openBytes, sealBytes } from "../../src/vault/aes.ts";
import vectors from "./data/wycheproof-aes-256-gcm.json" with { type: "json" };

const hex = (bytes: Uint8Array | undefined): string | undefined =>
  bytes && Buffer.from(bytes).toString("hex");
const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "hex"));

describe("Wycheproof AES-GCM with the vault's sizes: 256-bit key, 96-bit IV, 128-bit tag", () => {
  it("has the whole subset", () => {
    expect(vectors).toHaveLength(66);
    expect(vectors.filter(({ result }) => result === "invalid")).toHaveLength(27);
  });

  it.each(vectors)("$tcId $comment: $result", async ({ key, iv, aad, msg, ct, tag, result }) => {
    const imported = await importDataKey(bytes(key));
    const opened = await openBytes(imported, bytes(iv), bytes(aad), bytes(ct + tag));
    const sealed = hex(await sealBytes(imported, bytes(iv), bytes(aad), bytes(msg)));
    if (result === "valid") {
      expect(hex(opened)).toBe(msg);
      expect(sealed).toBe(ct + tag);
    } else {
      expect(opened).toBeUndefined();
      expect(sealed).not.toBe(ct + tag);
    }
  });
});
