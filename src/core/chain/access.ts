import type { Address, Hex } from "../account/account.ts";
import type { FeeLevel } from "../operation/operation.ts";
import type { BlockRef, Log, LogQuery, Read, ReadAnswers } from "../staking/protocol.ts";

/** A call to simulate or sign, before nonce and fees. `value` in wei. */
export interface CallRequest {
  from: Address;
  to: Address | undefined;
  data: Hex;
  value: bigint;
}

export interface FeeChoice {
  slow: FeeLevel;
  normal: FeeLevel;
  fast: FeeLevel;
  /** wei per gas of the next block. */
  baseFee: bigint;
}

/** An EIP-1559 transaction ready to be signed: every field fixed. */
export interface UnsignedTransaction {
  chainId: number;
  nonce: number;
  to: Address | undefined;
  data: Hex;
  value: bigint;
  gasLimit: bigint;
  maxFeePerGas: bigint;
  maxPriorityFeePerGas: bigint;
}

export interface SignedTransaction {
  hash: Hex;
  raw: Hex;
}

export interface Receipt {
  hash: Hex;
  success: boolean;
  blockNumber: number;
  blockHash: Hex;
  gasUsed: bigint;
  effectiveGasPrice: bigint;
  logs: Log[];
}

/** What happened in a simulated call. */
export interface Simulation {
  block: BlockRef;
  /** undefined = went through; else the revert's reason in plain text ("" when the contract gave none). */
  revertReason: string | undefined;
  /** Gas limit to use: estimate with its safety margin, capped; over all calls. 0n when it reverts. */
  gasLimit: bigint;
  /** The same per call; 0n = the node could not tell (see simulate). */
  gasLimits?: readonly bigint[];
  /** Native change of `from` (wei, gas not counted) and token transfers touching `from`, when the node can tell. */
  logs: Log[] | undefined;
  /** Answers of `after` reads executed behind the calls in the simulated state, when the node can do that. */
  after: ReadAnswers | undefined;
  /** Answers of the same reads before the calls. */
  before: ReadAnswers;
  nativeBefore: bigint;
  nativeAfter: bigint | undefined;
  /**
   * The same under other circumstances (the gas limits to be signed, another fee receiver, a later block), where it was asked
   * for and the node can: calls whose result hangs on those end otherwise here.
   */
  varied?: { reverts: boolean; after: ReadAnswers | undefined; nativeAfter: bigint | undefined };
}

/**
 * What the wallet needs of one network. Rejects with chain/* errors. Implemented per family (chains/evm);
 * checks the chain id of an endpoint before its first use, fails over in the user's order, limits answer sizes.
 */
export interface ChainAccess {
  readonly chainId: number;
  /**
   * All reads, block number, timestamp and native balances at one block: one HTTP request per chunk. `second` asks the second
   * configured endpoint instead of the first (undefined when there is none).
   */
  readMany(input: {
    reads: readonly Read[];
    native: readonly Address[];
    second?: boolean;
  }): Promise<
    | { answers: ReadAnswers; native: ReadonlyMap<Address, bigint>; block: BlockRef; endpoint: string }
    | undefined
  >;
  /** Logs of a query between blocks, in bounded ranges. */
  logs(query: LogQuery, fromBlock: number, toBlock: number): Promise<Log[]>;
  fees(): Promise<FeeChoice>;
  /** Next nonce by the node: latest (mined) and pending. */
  nonces(account: Address): Promise<{ latest: number; pending: number }>;
  /**
   * Runs `calls` one after another on the latest block without sending; `reads` are answered before, and after where the node can
   * (eth_simulateV1), else `after` is undefined and only the last call's revert and gas are known by eth_call/eth_estimateGas.
   * `vary` runs them again under other circumstances, see Simulation.varied.
   */
  simulate(input: {
    calls: readonly CallRequest[];
    reads: readonly Read[];
    vary?: boolean;
  }): Promise<Simulation>;
  /** Sends to every configured endpoint; resolves when one took it or says that it already knows it. Rejects chain/rpc with the node's refusal. */
  broadcast(raw: Hex): Promise<void>;
  /** undefined = not mined (or unknown). */
  receipt(hash: Hex): Promise<Receipt | undefined>;
  /** Whether any endpoint knows the transaction (mempool or chain). */
  knows(hash: Hex): Promise<boolean>;
  /** Code deployed at the newest block or at `block`, "0x" for a plain account. Many nodes keep no state of older blocks. */
  code(address: Address, block?: number): Promise<Hex>;
  latestBlock(): Promise<BlockRef>;
  /** A raw read passed through for a site: method already allow-listed by the caller. */
  passThrough(method: string, params: readonly unknown[]): Promise<unknown>;
}
