import type { ADDRESSES } from "./addresses.mjs";

export { ADDRESSES } from "./addresses.mjs";

export interface PublicAccount {
  readonly address: string;
  readonly privateKey: string;
}

/** Amounts in wei, times in seconds. Functions that send a transaction answer with its hash, mined. */
export interface Levers {
  // biome-ignore lint/suspicious/noExplicitAny: a node's answer has no type of its own
  rpc(method: string, params?: readonly unknown[]): Promise<any>;
  passDays(days: number): Promise<void>;
  passTime(seconds: number): Promise<void>;
  setYearlyRate(basisPoints: number | bigint): void;
  report(options?: { rewards?: bigint }): Promise<string>;
  slash(options: { amount: bigint }): Promise<string>;
  finalise(options?: { upTo?: bigint | number }): Promise<string | undefined>;
  pauseStaking(): Promise<string>;
  resumeStaking(): Promise<string>;
  stopProtocol(): Promise<string>;
  resumeProtocol(): Promise<string>;
  setStakeLimit(options: { max: bigint; perBlock?: bigint }): Promise<string>;
  removeStakeLimit(): Promise<string>;
  pauseQueue(seconds?: number | bigint): Promise<string>;
  resumeQueue(): Promise<string>;
  bunker(on: boolean): Promise<string>;
  setPrices(changed?: Record<string, bigint>): Promise<void>;
  fund(address: string, wei: bigint): Promise<void>;
  giveSteth(address: string, wei: bigint): Promise<string>;
  giveWsteth(address: string, wei: bigint): Promise<string>;
  mine(blocks?: number): Promise<void>;
  automine(on: boolean): Promise<unknown>;
  intervalMining(seconds: number): Promise<void>;
  dropTransaction(hash: string): Promise<unknown>;
  reorg(depth: number): Promise<unknown>;
  setBaseFee(wei: bigint): Promise<void>;
  snapshot(): Promise<string>;
  revert(id: string): Promise<boolean>;
}

export interface ContractAccess {
  abiOf(name: string): import("ethers/abi").Interface;
  /** Waits for a sent transaction's receipt; without automine it mines the block itself. */
  // biome-ignore lint/suspicious/noExplicitAny: a node's answer has no type of its own
  receiptOf(hash: string): Promise<any>;
  // biome-ignore lint/suspicious/noExplicitAny: as many result types as there are methods
  read(name: string, address: string, method: string, args?: readonly unknown[]): Promise<any>;
  write(
    from: string,
    name: string,
    address: string,
    method: string,
    args?: readonly unknown[],
    value?: bigint,
  ): Promise<string>;
}

export interface Devnet {
  readonly url: string;
  readonly chainId: 1;
  readonly accounts: readonly PublicAccount[];
  readonly addresses: typeof ADDRESSES;
  readonly levers: Levers;
  readonly contracts: ContractAccess;
  stop(): Promise<void>;
}

export interface DevnetOptions {
  port?: number;
  blockTime?: number;
  historyDays?: number;
  blocksPerDay?: number;
  yearlyRateBp?: number;
  log?: (line: string) => void;
}

export function startDevnet(options?: DevnetOptions): Promise<Devnet>;
export function publicAccounts(): PublicAccount[];
