import { describe, expect, it } from "vitest";
import type { Address, Hex } from "../../core/account/account.ts";
import type { Asset } from "../../core/asset/asset.ts";
import type { ChainAccess } from "../../core/chain/access.ts";
import type { Operation } from "../../core/operation/operation.ts";
import { TOKEN } from "../testing/ledger.ts";
import { pondToken } from "../testing/pond.ts";
import { own } from "../testing/world.ts";
import { gatherPeople } from "./gather-facts.ts";
import type { SimulatedChanges } from "./simulated-changes.ts";

const native: Asset = { id: "native", symbol: "ETH", name: "Ether", decimals: 18 };
const operator: Address = "0x70997970c51812dc3a010c7d01b50e0d17dc79c8";
const collection: Address = "0x1111111111111111111111111111111111111111";
const forAll: Hex = `0xa22cb465${operator.slice(2).padStart(64, "0")}${"1".padStart(64, "0")}`;

function gathered(code: Hex, changes: Partial<SimulatedChanges> = {}) {
  const intent = { kind: "site-transaction", origin: "", requestId: "r", data: forAll, value: 0n } as const;
  return gatherPeople({
    access: { code: async () => code } as unknown as ChainAccess,
    operation: { intent, plan: { steps: [] } } as unknown as Operation,
    calls: [{ from: own, to: collection, data: forAll, value: 0n }],
    tokens: new Map([[TOKEN, pondToken]]),
    verified: new Set([TOKEN]),
    native,
    blockSeconds: 12,
    book: { own: [], contacts: [], contracts: [], paid: [] },
    changes: {
      effects: [],
      allowances: [
        {
          token: collection,
          symbol: "ART",
          decimals: 0,
          spender: operator,
          form: "operator",
          before: 0n,
          after: 2n ** 256n - 1n,
        },
      ],
      balances: new Map(),
      meanings: [],
      simulation: { block: { number: 100, timestamp: 0 } },
      ...changes,
    } as unknown as SimulatedChanges,
    earlier: [],
  });
}

describe("who gets a right over a collection", () => {
  it.each<[string, Hex, boolean]>([
    ["nothing", "0x", true],
    ["the mark of a delegation, which its key can change", `0xef0100${"22".repeat(20)}`, true],
    ["a contract", "0x6080", false],
  ])("with %s at its address", async (_what, code, isPlainAccount) => {
    expect((await gathered(code)).operators).toEqual([
      { address: operator, isPlainAccount, token: collection },
    ]);
  });
});

it("tells tokens that the wallet does not know, and those that borrow a known name", async () => {
  const asset = (address: Address, symbol: string): Asset => ({ ...pondToken, id: address, address, symbol });
  const effects = [
    { asset: native, change: 1n },
    { asset: pondToken, change: 1n },
    { asset: asset(collection, "spond"), change: 1n },
    { asset: asset(operator, "GOLD"), change: 1n },
  ];
  expect((await gathered("0x", { effects, allowances: [] })).foreignTokens).toEqual([
    { address: collection, symbol: "spond", isNamesake: true },
    { address: operator, symbol: "GOLD", isNamesake: false },
  ]);
});
