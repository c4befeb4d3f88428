import { describe, expect, it } from "vitest";
import { errorFromReport, WeirError } from "../core/errors/index.ts";
import { rpcError } from "./rpc-error.ts";

const refused = (rpcCode: number, data?: string) =>
  rpcError(
    new WeirError("chain/rpc", {
      endpoint: "node.example",
      method: "eth_call",
      rpcCode,
      ...(data === undefined ? {} : { data }),
    }),
  );

describe("what a page reads of an error", () => {
  it("is the revert data of its own call, where the node gave any", () => {
    const data = "0x08c379a0";
    expect(refused(3, data)).toEqual({ code: 3, message: "The node refused the request.", data });
    expect(refused(3)).toEqual({ code: 3, message: "The node refused the request." });
    expect(refused(3, "<script>")).not.toHaveProperty("data");
  });

  it("never names the person's node, and passes on no code that means nothing to a page", () => {
    expect(JSON.stringify(refused(-32000, "0x"))).not.toContain("node.example");
    expect(refused(-1).code).toBe(-32603);
  });

  it("has the standards' codes", () => {
    const code = (error: WeirError) => rpcError(error).code;
    expect(code(new WeirError("site/suspended", {}))).toBe(4100);
    expect(code(new WeirError("site/capability-unsupported", {}))).toBe(5700);
    expect(code(new WeirError("site/bundle-chain", { chainId: 5 }))).toBe(5710);
    expect(code(new WeirError("site/bundle-duplicate", {}))).toBe(5720);
    expect(code(new WeirError("site/bundle-unknown", {}))).toBe(5730);
    expect(code(new WeirError("site/bundle-too-large", {}))).toBe(5740);
    expect(code(new WeirError("site/atomicity-unsupported", {}))).toBe(5760);
    expect(code(new WeirError("site/chain-unknown", { chainId: 5 }))).toBe(4902);
    const reason = "use another.";
    expect(rpcError(new WeirError("site/method-refused", { method: "eth_decrypt", reason }))).toEqual({
      code: 4200,
      message: "eth_decrypt: use another.",
    });
  });

  it("is an internal error for what is not ours, or no code of ours, and nothing of its text", () => {
    const internal = { code: -32603, message: "Internal error." };
    expect(rpcError(new Error("the phrase is legal winner"))).toEqual(internal);
    for (const code of ["constructor", "__proto__", "toString"]) {
      expect(rpcError(errorFromReport({ code: code as never, params: {} }))).toEqual(internal);
    }
  });
});
