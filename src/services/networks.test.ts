import { describe, expect, it } from "vitest";
import { memoryStore } from "../core/environment/testing/memory-store.ts";
import { WeirError } from "../core/errors/index.ts";
import { defaultSettings, type Settings } from "../core/settings/settings.ts";
import type { ProposedChain } from "../core/site/site.ts";
import { createNetworks } from "./networks.ts";

const site = "https://site.example";
const proposal: ProposedChain = {
  chainId: 4242,
  name: "Loch",
  native: { name: "Lochcoin", symbol: "LOC", decimals: 18 },
  rpcUrls: ["https://one.example/a", "https://two.example/b"],
  explorerUrls: ["https://look.example/"],
};

function world(answers: Record<string, { multicall: boolean; blockSeconds: number }> = {}) {
  const state = {
    settings: defaultSettings() as Settings,
    seconds: 1000,
    asked: [] as string[],
    removed: [] as number[],
  };
  const audited: string[] = [];
  const local = memoryStore();
  const networks = createNetworks({
    settings: async () => state.settings,
    async change(make) {
      state.settings = make(state.settings);
    },
    async probe(url) {
      state.asked.push(url);
      const answer = answers[url];
      if (!answer) throw new WeirError("chain/wrong-chain", { endpoint: "?", expected: 4242, actual: 1 });
      return answer;
    },
    local,
    clock: { nowSeconds: () => state.seconds, monotonicMs: () => 0 },
    audit: async (event) => void audited.push(event),
    onRemoved: (chainId) => void state.removed.push(chainId),
  });
  return { networks, state, local, audited };
}

const good = { "https://one.example/a": { multicall: true, blockSeconds: 3 } };
const both = { ...good, "https://two.example/b": { multicall: false, blockSeconds: 3 } };
const keys = async (of: ReturnType<typeof world>, chain: ProposedChain) =>
  (await of.networks.check(chain)).map(({ level, words }) => `${level} ${words.key.slice(15)}`);

describe("a network that a site proposes", () => {
  it("is added with those endpoints that serve it, tried once for question and yes", async () => {
    const w = world(good);
    expect(await keys(w, proposal)).toEqual(["warn unknown", "warn endpoints-out", "note one-endpoint"]);
    await w.networks.add(proposal, site);
    expect(w.state.asked.length).toBe(2);
    expect(w.state.settings.endpoints["4242"]).toEqual(["https://one.example/a"]);
    expect(w.state.settings.networks).toEqual([
      expect.objectContaining({ chainId: 4242, multicall: true, blockSeconds: 3, proposedBy: site }),
    ]);
    expect((await w.networks.list()).map(({ chainId }) => chainId)).toEqual([1, 4242]);
    expect(w.audited).toEqual(["network.added"]);
  });

  it("is tried anew after a worker's restart or when what was found is old", async () => {
    const w = world(both);
    await w.networks.check(proposal);
    w.state.seconds += 601;
    await w.networks.add(proposal, site);
    expect(w.state.asked.length).toBe(4);
    expect(w.state.settings.networks[0]?.multicall).toBe(false);
  });

  it("that no endpoint serves is refused, and asked again next time", async () => {
    const w = world();
    await expect(w.networks.check(proposal)).rejects.toMatchObject({ code: "site/chain-endpoint" });
    await expect(w.networks.add(proposal, site)).rejects.toMatchObject({ code: "site/chain-endpoint" });
    expect(w.state.asked.length).toBe(4);
    expect(w.state.settings.networks).toEqual([]);
  });

  it.each(["Ethereum", "ETHEREUM mainnet", "Еthereum", "Etherеum", "Arbltrum One", "B-a-s-e", "", "☂"])(
    "named %j, as another is, is refused before anything is asked",
    async (name) => {
      const w = world(both);
      await expect(w.networks.check({ ...proposal, name })).rejects.toMatchObject({
        code: "site/chain-clash",
      });
      expect(w.state.asked).toEqual([]);
    },
  );

  it("with a known id is held against its known name, with a known coin against that coin", async () => {
    const w = world(both);
    expect(
      await keys(w, { ...proposal, chainId: 10, native: { ...proposal.native, symbol: "ETH" } }),
    ).toEqual(["warn id-known", "note no-multicall"]);
    expect(await keys(w, { ...proposal, native: { ...proposal.native, symbol: "ETH" } })).toContain(
      "note symbol-known",
    );
    expect(await keys(w, { ...proposal, native: { ...proposal.native, symbol: "ЕTН" } })).toContain(
      "warn symbol-alike",
    );
    const honest = {
      ...proposal,
      chainId: 10,
      name: "OP Mainnet",
      native: { ...proposal.native, symbol: "ETH" },
    };
    expect(await keys(w, honest)).toEqual(["note no-multicall"]);
  });

  it("is one trial for all who ask the same, and a few at a time over all", async () => {
    const w = world(both);
    await Promise.all(Array.from({ length: 20 }, () => w.networks.check(proposal)));
    expect(w.state.asked.length).toBe(2);
    const many = Array.from({ length: 10 }, (_, index) =>
      w.networks.check({ ...proposal, chainId: 5000 + index + 1 }),
    );
    const refused = (await Promise.allSettled(many)).filter(({ status }) => status === "rejected");
    expect(refused.length).toBe(6);
  });
});

describe("removing a network", () => {
  it("takes its endpoints and what was kept of it; where sites on it go is told, not done here", async () => {
    const w = world(both);
    await w.networks.add(proposal, site);
    const grant = {
      origin: site,
      accounts: [],
      chainId: 4242,
      chainIds: [4242],
      grantedAt: 1,
      lastUsedAt: 1,
    };
    await w.local.set(`site:${site}`, grant);
    await w.local.set("snapshot:4242", {});
    await w.networks.handlers["networks.remove"]({ chainId: 4242 });
    expect(w.state.settings.networks).toEqual([]);
    expect(w.state.settings.endpoints["4242"]).toBeUndefined();
    expect(await w.local.get(`site:${site}`)).toEqual(grant);
    expect(await w.local.get("snapshot:4242")).toBeUndefined();
    expect(w.state.removed).toEqual([4242]);
    expect(w.audited.at(-1)).toBe("network.removed");
  });

  it("is refused for the wallet's own and for unknown ones", async () => {
    const w = world();
    await expect(w.networks.remove(1)).rejects.toMatchObject({ code: "chain/built-in" });
    await expect(w.networks.remove(7)).rejects.toMatchObject({ code: "chain/unknown" });
  });
});
