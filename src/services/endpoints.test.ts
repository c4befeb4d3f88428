import { describe, expect, it } from "vitest";
import { createEndpointHealth } from "../core/chain/endpoint-health.ts";
import { WeirError } from "../core/errors/index.ts";
import { defaultSettings, type Settings } from "../core/settings/settings.ts";
import { createEndpoints } from "./endpoints.ts";

const settings: Settings = { ...defaultSettings(), endpoints: { "1": ["https://one.example/secret"] } };

function endpoints(stored = settings, probe = async () => ({ blockNumber: 7, milliseconds: 12 })) {
  const health = createEndpointHealth({ nowSeconds: () => 0, monotonicMs: () => 0 });
  return { health, endpoints: createEndpoints({ settings: async () => stored, probe, health }) };
}

describe("endpoints", () => {
  it("are listed in the user's order, shown by host with their health", async () => {
    const made = endpoints();
    made.health.failed("https://one.example/secret");
    expect(await made.endpoints.list(1)).toEqual(["https://one.example/secret"]);
    expect(await made.endpoints.overview(1)).toEqual([{ label: "one.example", coolingDown: true }]);
  });

  it("of a network that older settings do not have are its defaults", async () => {
    const made = endpoints({ ...settings, endpoints: {} });
    expect((await made.endpoints.list(1)).length).toBeGreaterThanOrEqual(2);
    expect(await made.endpoints.list(424242)).toEqual([]);
  });

  it("are replaced as a whole, in their stored form", () => {
    const changed = endpoints().endpoints.withList(settings, 1, [
      "HTTPS://Two.example/",
      "http://localhost:8545",
    ]);
    expect(changed.endpoints["1"]).toEqual(["https://two.example", "http://localhost:8545"]);
    expect(settings.endpoints["1"]).toEqual(["https://one.example/secret"]);
  });

  it.each([
    [[], "chain/endpoint-last"],
    [["https://a.example", "https://A.example/"], "chain/endpoint-exists"],
    [["http://a.example"], "chain/endpoint-insecure"],
    [["a.example"], "chain/endpoint-malformed"],
  ])("refuse the list %j", (urls, code) => {
    expect(() => endpoints().endpoints.withList(settings, 1, urls)).toThrowError(
      expect.objectContaining({ code }),
    );
  });

  it("refuse a network that the wallet does not know", () => {
    expect(() => endpoints().endpoints.withList(settings, 424242, ["https://a.example"])).toThrowError(
      expect.objectContaining({ code: "chain/unknown" }),
    );
  });

  it("are tried out before they are added, and say what is wrong", async () => {
    expect(await endpoints().endpoints.test("https://a.example", 1)).toEqual({
      ok: true,
      blockNumber: 7,
      milliseconds: 12,
    });
    expect(await endpoints().endpoints.test("http://a.example", 1)).toEqual({
      ok: false,
      error: { code: "chain/endpoint-insecure", params: {} },
    });
    const wrong = async () => {
      throw new WeirError("chain/wrong-chain", { endpoint: "a.example", expected: 1, actual: 5 });
    };
    expect(await endpoints(settings, wrong).endpoints.test("https://a.example", 1)).toEqual({
      ok: false,
      error: { code: "chain/wrong-chain", params: { endpoint: "a.example", expected: 1, actual: 5 } },
    });
  });
});
