import type { Account } from "../../core/account/account.ts";
import type { Operation, Preview } from "../../core/operation/operation.ts";
import type { Snapshot } from "../../core/snapshot/snapshot.ts";
import { toWire } from "../../core/wire/wire.ts";

export const now = 1_760_000_000;
export const ether = 10n ** 18n;
export const eth = { id: "native", symbol: "ETH", name: "Ether", decimals: 18 };
export const stEth = {
  id: "0xae7ab96520de3a18e5e111b5eaab095312d7fe84",
  symbol: "stETH",
  name: "Liquid staked Ether",
  decimals: 18,
  address: "0xae7ab96520DE3A18E5e111B5EaAb095312D7fE84" as const,
};

export const anna: Account = {
  id: "anna",
  kind: "derived",
  address: "0x9858EfFD232B4033E47d90003D41EC34EcaEda94",
  label: "Anna",
  hidden: false,
  createdAt: now,
};
export const berta: Account = {
  ...anna,
  id: "berta",
  address: "0x6Fac4D18c912343BF86fa7049364Dd4E424Ab9C0",
  label: "Berta",
};

/** What portfolio.protocols answers, as it crosses the message. */
export const lidoFacts = [
  {
    id: "lido",
    name: "Lido",
    tokens: [
      { ...stEth, growth: "rebasing" },
      {
        id: "0x7f39c581f595b53c5cb19bd0b3f8da6c935e2ca0",
        symbol: "wstETH",
        name: "Wrapped liquid staked Ether",
        decimals: 18,
        growth: "accruing",
        address: "0x7f39C581F595B53c5cb19bD0b3f8dA6c935E2Ca0",
      },
    ],
    contracts: [],
    risks: ["risk.contract"],
    maxClaimsPerTransaction: 100,
    copy: {
      en: {
        "risk.contract": "Errors in the contracts could cost the stake.",
        "remark.split": "This becomes {parts} requests.",
        "step.stake": "Stake {amount} {unit} for stETH",
      },
    },
  },
];

const snapshot: Snapshot = {
  version: 1,
  chainId: 1,
  block: { number: 21_000_000, timestamp: now },
  takenAt: now,
  endpoint: "node.example",
  native: [{ account: anna.address, balance: 10n * ether }],
  positions: [
    {
      protocol: "lido",
      account: anna.address,
      token: stEth,
      growth: "rebasing",
      balance: 3_000n * ether,
      worth: 3_000n * ether,
      worthAsset: eth,
    },
  ],
  redemptions: [],
  protocols: [],
  secondOpinion: "agreed",
};

export const preview = (changes: Partial<Preview> = {}): Preview => ({
  block: { number: 21_000_000, timestamp: now },
  madeAt: now,
  gasLimit: 100_000n,
  fees: {
    slow: { maxFeePerGas: 10n ** 9n, maxPriorityFeePerGas: 10n ** 8n },
    normal: { maxFeePerGas: 2n * 10n ** 9n, maxPriorityFeePerGas: 10n ** 8n },
    fast: { maxFeePerGas: 3n * 10n ** 9n, maxPriorityFeePerGas: 10n ** 8n },
    baseFee: 10n ** 9n,
  },
  effects: [
    { asset: eth, change: -ether },
    { asset: stEth, change: ether },
  ],
  allowances: [],
  remarks: [],
  ...changes,
});

export const operation = (changes: Partial<Operation> = {}): Operation => ({
  id: "op1",
  chainId: 1,
  accountId: anna.id,
  account: anna.address,
  origin: "wallet",
  intent: { kind: "stake", protocol: "lido", amount: ether, receive: stEth.id },
  plan: {
    steps: [
      {
        kind: "call",
        to: stEth.address,
        data: "0x",
        value: ether,
        words: { key: "lido.step.stake", params: { amount: "1", unit: "ETH" } },
      },
    ],
    effects: [],
    remarks: [],
  },
  state: "planned",
  feeLevel: "normal",
  steps: [{ state: "waiting", attempts: [] }],
  createdAt: now,
  updatedAt: now,
  ...changes,
});

/** storage.local of a wallet with two accounts, one of which holds something. */
export function storedLocal(...operations: Operation[]): Record<string, unknown> {
  return {
    accounts: { accounts: [anna, berta], selectedId: anna.id, phrases: [] },
    "snapshot:1": toWire(snapshot),
    ...Object.fromEntries(operations.map((each) => [`operation:${each.id}`, toWire(each)])),
  };
}
