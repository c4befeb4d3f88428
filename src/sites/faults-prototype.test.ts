import { describe, expect, it } from "vitest";
import { siteMethods } from "./methods/index.ts";
import { alice, steth, world } from "./world.fixture.ts";

const app = "https://app.example";
const names = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"];
const pollution = '{"polluted":1,"from":"polluted","to":"polluted","chainId":"0x1"}';

/** Params in which prototype names stand where a key, a value, a member of a list or a list's whole content may. */
const hostile = names.flatMap((name) => [
  `[{"${name}":${pollution}}]`,
  `{"${name}":${pollution}}`,
  `["${name}"]`,
  `["${name}","${name}","${name}"]`,
  `["${alice}",{"${name}":${pollution}}]`,
  `[{"${name}":${pollution}},"${alice}"]`,
  `["${alice}","{\\"types\\":{\\"${name}\\":[]},\\"primaryType\\":\\"${name}\\",\\"domain\\":{},\\"message\\":{}}"]`,
  `[{"from":"${alice}","to":"${steth}","data":"0x","${name}":${pollution}}]`,
  `[{"chainId":"${name}"}]`,
  `[{"chainId":"0x1","from":"${alice}","version":"2.0.0","calls":[{"${name}":${pollution}}],"capabilities":{"${name}":{}}}]`,
  `[{"eth_accounts":{"${name}":${pollution}}}]`,
  `[{"fromBlock":"${name}","topics":[["${name}"]],"address":"${name}"}]`,
  `{"type":"ERC20","options":{"address":"${steth}","symbol":"${name}","decimals":18,"${name}":1}}`,
  `["logs",{"${name}":${pollution}}]`,
]);

/** Own keys of what every object, list and function inherits from. */
const builtins = () =>
  [Object, Array, Function, String, Map, Promise].map(({ prototype }) =>
    Object.getOwnPropertyNames(prototype).join(),
  );

describe("26: names of the prototype", () => {
  it.each([...siteMethods.keys()])("are plain data in params of %s", async (method) => {
    const before = builtins();
    const w = world();
    const page = await w.page(app).granted([alice]);
    let id = 10;
    for (const params of hostile) {
      w.state.ms += 60_000;
      id += 1;
      const reply = await page.ask(id, method, params);
      if (reply?.error) {
        expect(Number.isInteger(reply.error.code)).toBe(true);
        expect(reply.error.message).not.toContain("polluted");
      } else if (!reply) {
        const request = await w.sites.handlers["sites.request"]({ id: `${page.channel}.${id}` });
        const text = JSON.stringify(request, (_, value) => (typeof value === "bigint" ? `${value}` : value));
        // A text to sign is whatever the page wrote; anywhere else nothing of it may have arrived.
        if (request.ask.kind !== "message") expect(text).not.toContain("polluted");
        await w.sites.handlers["sites.reject"]({ id: `${page.channel}.${id}` });
      }
      if (method === "wallet_revokePermissions" && reply?.result === null) {
        await page.ask(++id, "eth_requestAccounts");
        await w.sites.handlers["sites.approveConnect"]({ id: `${page.channel}.${id}`, accounts: [alice] });
      }
    }
    expect(builtins()).toEqual(before);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(JSON.stringify(w.reads)).not.toContain("polluted");
  });

  it("are no permission, no network, no token and no origin that the wallet knows", async () => {
    const w = world();
    const page = await w.page(app).granted([alice]);
    for (const [at, name] of names.entries()) {
      w.state.ms += 60_000;
      const asked = `[{"${name}":{}}]`;
      expect((await page.ask(10 + at, "wallet_requestPermissions", asked))?.error?.code).toBe(-32602);
      expect((await page.ask(20 + at, "wallet_switchEthereumChain", [{ chainId: name }]))?.error?.code).toBe(
        -32602,
      );
      const watched = { type: "ERC20", options: { address: name, symbol: name, decimals: 18 } };
      expect((await page.ask(30 + at, "wallet_watchAsset", watched))?.error?.code).toBe(-32602);
      expect((await page.ask(40 + at, "wallet_getCallsStatus", [name]))?.error).toBeDefined();
      await expect(w.sites.handlers["sites.request"]({ id: name })).rejects.toMatchObject({
        code: "site/request-unknown",
      });
    }
    const keys = [...w.local.data.keys(), ...w.session.data.keys()];
    expect(keys.filter((key) => names.some((name) => key.includes(name)))).toEqual([]);
  });

  it("are a token's symbol like any other", async () => {
    for (const symbol of names) {
      const w = world();
      const page = await w.page(app).granted([alice]);
      const asset = { id: steth, symbol, name: symbol, decimals: 18, address: steth };
      w.state.tokens.set(steth, { asset, remarks: [] });
      const options = { address: steth, symbol, decimals: 18 };
      await page.ask(2, "wallet_watchAsset", { type: "ERC20", options });
      const { ask } = await w.sites.handlers["sites.request"]({ id: `${page.channel}.2` });
      expect(ask).toMatchObject({ kind: "watch-asset", symbol, decimals: 18 });
      await w.sites.handlers["sites.approve"]({ id: `${page.channel}.2` });
      expect(w.done).toEqual([`watch 1 ${symbol}`]);
    }
  });
});
