import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { siteMethods } from "./methods/index.ts";
import { alice, bob, world } from "./world.fixture.ts";

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

  it("to what signs: a request of a permitted account in the right form, or an answer why not", async () => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    const methods = {
      personal_sign: "message",
      eth_signTypedData_v4: "typed-data",
      eth_sendTransaction: "transaction",
      weir_requestLstApproval: "lst-approval",
    } as const;
    const hex = fc.array(fc.integer({ min: 0, max: 15 }), { maxLength: 90 });
    const part = fc.oneof(
      fc.constantFrom<unknown>(alice, bob, alice.toUpperCase(), "0x", { from: alice, to: bob }),
      hex.map((digits) => `0x${digits.map((digit) => digit.toString(16)).join("")}`),
      fc.string({ unit: "binary" }),
      fc.json(),
      fc.record({ from: fc.constantFrom(alice, bob), to: fc.constantFrom(alice, null), data: fc.string() }),
    );
    const names = Object.keys(methods) as (keyof typeof methods)[];
    let id = 10;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.array(part, { maxLength: 3 }), async (name, params) => {
        id += 1;
        const reply = await page.ask(id, name, params);
        if (reply) {
          expect(reply.result).toBeUndefined();
          expect([-32602, 4100]).toContain(reply.error?.code);
          return;
        }
        const { ask, state } = await w.sites.handlers["sites.request"]({ id: `${page.channel}.${id}` });
        expect(state).toBe("waiting");
        expect(ask).toMatchObject({ kind: methods[name], from: alice });
        const [first, second] = params;
        if (ask.kind === "message" && typeof first === "string" && second === alice && first !== alice) {
          const asHex = /^0x([0-9a-f]{2})*$/i.test(first) ? first : `0x${Buffer.from(first).toString("hex")}`;
          expect(ask.bytes).toBe(asHex.toLowerCase());
        }
        await w.sites.handlers["sites.reject"]({ id: `${page.channel}.${id}` });
      }),
      { numRuns: 150 },
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
