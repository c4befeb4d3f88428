import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { siteMethods } from "./methods/index.ts";
import { alice, world } from "./world.fixture.ts";

const app = "https://app.example";

describe("random input", () => {
  const names = [...siteMethods.keys(), "eth_nope", "eth_sign", "wallet_watchAsset"];

  it("never reaches a node or a window unchecked: always one JSON-RPC answer", async () => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    let id = 10;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.oneof(fc.json(), fc.string()), async (name, params) => {
        w.state.ms += 1000;
        id += 1;
        const reply = await page.ask(id, name, params);
        if (!reply) {
          // Only these ask a person; end it so that the next may.
          expect(["wallet_requestPermissions", "eth_sendTransaction", "eth_requestAccounts"]).toContain(name);
          await w.sites.confirmClosed(Promise.resolve(true));
        } else if (reply.error) {
          expect(Number.isInteger(reply.error.code)).toBe(true);
          expect(typeof reply.error.message).toBe("string");
        }
        if (name === "wallet_revokePermissions" && reply?.result === null) await w.page(app).granted([alice]);
      }),
      { numRuns: 300 },
    );
  });

  it("as a message: no answer, no throw, nothing stored", async () => {
    const w = world();
    const page = w.page(app).connect();
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (message) => {
        await page.post(message);
        expect(page.replies).toEqual([]);
      }),
      { numRuns: 200 },
    );
    expect(w.session.data.size).toBe(0);
  });
});
