import type { Account } from "../../../core/account/account.ts";
import type { Operation, StepRecord } from "../../../core/operation/operation.ts";
import type { Snapshot } from "../../../core/snapshot/snapshot.ts";
import type { Intent } from "../../../core/staking/intent.ts";
import type { Effect, PlanStep } from "../../../core/staking/plan.ts";
import type { Position, Redemption } from "../../../core/staking/position.ts";
import { toWire } from "../../../core/wire/wire.ts";

export const wei = (text: string): bigint => {
  const [whole = "0", fraction = ""] = text.split(".");
  return BigInt(whole + fraction.padEnd(18, "0"));
};

export const day = 86_400;
export const eth = { id: "native", symbol: "ETH", name: "Ether", decimals: 18 };
export const stEth = {
  id: "0xae7ab96520de3a18e5e111b5eaab095312d7fe84",
  symbol: "stETH",
  name: "Liquid staked Ether",
  decimals: 18,
};
export const wstEth = {
  id: "0x7f39c581f595b53c5cb19bd0b3f8da6c935e2ca0",
  symbol: "wstETH",
  name: "Wrapped liquid staked Ether",
  decimals: 18,
};

export const anna: Account = {
  id: "anna",
  kind: "derived",
  address: "0x9858EfFD232B4033E47d90003D41EC34EcaEda94",
  label: "Anna",
  hidden: false,
  createdAt: 1_700_000_000,
};

export const watched: Account = {
  ...anna,
  id: "watched",
  kind: "watch",
  address: "0x6Fac4D18c912343BF86fa7049364Dd4E424Ab9C0",
  label: "Cold store",
};

export const position = (changes: Partial<Position> = {}): Position => ({
  protocol: "lido",
  account: anna.address,
  token: stEth,
  growth: "rebasing",
  balance: wei("12.5"),
  worth: wei("12.5"),
  worthAsset: eth,
  ...changes,
});

export const redemption = (changes: Partial<Redemption> = {}): Redemption => ({
  protocol: "lido",
  account: anna.address,
  id: "4711",
  state: "queued",
  amount: wei("2"),
  asset: eth,
  requestedAt: 1_700_000_000,
  expected: { basis: "unknown" },
  ...changes,
});

export const snapshotAt = (now: number, changes: Partial<Snapshot> = {}): Snapshot => ({
  version: 1,
  chainId: 1,
  block: { number: 21_345_678, timestamp: now - 12 },
  takenAt: now,
  endpoint: "ethereum-rpc.publicnode.com",
  native: [{ account: anna.address, balance: wei("3.21") }],
  positions: [position()],
  redemptions: [],
  protocols: [{ protocol: "lido", state: {}, readAt: now }],
  secondOpinion: "agreed",
  ...changes,
});

const hash = (digit: string): `0x${string}` => `0x${digit.repeat(64)}`;

/** A step that was signed and sent once. */
export const sentStep = (at: number, changes: Partial<StepRecord> = {}): StepRecord => ({
  state: "broadcast",
  attempts: [
    {
      purpose: "original",
      hash: hash("a"),
      raw: "0x02",
      nonce: 7,
      fee: { maxFeePerGas: 30_000_000_000n, maxPriorityFeePerGas: 1_000_000_000n },
      signedAt: at,
      broadcastAt: at,
    },
  ],
  ...changes,
});

export const callStep: PlanStep = {
  kind: "call",
  to: "0xae7ab96520DE3A18E5e111B5EaAb095312D7fE84",
  data: "0x",
  value: 0n,
  words: { key: "lido.step.stake", params: { amount: "1", unit: "ETH" } },
};

export const stakeIntent: Intent = { kind: "stake", protocol: "lido", amount: wei("1"), receive: stEth.id };
export const stakeEffects: Effect[] = [
  { asset: eth, change: -wei("1") },
  { asset: stEth, change: wei("1") },
];

export const operationAt = (now: number, changes: Partial<Operation> = {}): Operation => ({
  id: "op1",
  chainId: 1,
  accountId: anna.id,
  account: anna.address,
  origin: "wallet",
  intent: stakeIntent,
  plan: { steps: [callStep], effects: stakeEffects, remarks: [] },
  state: "running",
  feeLevel: "normal",
  steps: [sentStep(now)],
  createdAt: now,
  updatedAt: now,
  ...changes,
});

export interface StoredRecords {
  readonly accounts?: readonly Account[];
  readonly selectedId?: string;
  readonly snapshot?: Snapshot | undefined;
  readonly operations?: readonly Operation[];
}

/** storage.local with these records, as the worker writes them. */
export function storedLocal(records: StoredRecords): Record<string, unknown> {
  const accounts = records.accounts ?? [anna];
  const local: Record<string, unknown> = {
    accounts: { accounts, selectedId: records.selectedId ?? accounts[0]?.id ?? null, phrases: [] },
  };
  if (records.snapshot) local["snapshot:1"] = toWire(records.snapshot);
  for (const operation of records.operations ?? []) local[`operation:${operation.id}`] = toWire(operation);
  return local;
}
