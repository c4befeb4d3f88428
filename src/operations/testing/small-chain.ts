import { Transaction } from "ethers/transaction";
import type { Address, Hex } from "../../core/account/account.ts";
import type { ChainAccess, FeeChoice, Receipt } from "../../core/chain/access.ts";
import { WeirError } from "../../core/errors/index.ts";
import type { Log, Read, ReadAnswers } from "../../core/staking/protocol.ts";
import { copyLedger, emptyLedger, execute, type Ledger, QUEUE, TOKEN } from "./ledger.ts";

const GAS = 50_000n;
const GWEI = 10n ** 9n;
const word = (value: bigint): Hex => `0x${value.toString(16).padStart(64, "0")}`;

interface Block {
  number: number;
  before: Ledger;
  transactions: Transaction[];
}

/** A chain in memory with a mempool: mines when told, can forget, reorganise and refuse. */
export interface SmallChain {
  access: ChainAccess;
  ledger: Ledger;
  /** Raw bytes in the order in which somebody sent them. */
  sent: Hex[];
  time: number;
  head: number;
  baseFee: bigint;
  /** eth_simulateV1 is there. */
  simulates: boolean;
  refuse: "underpriced" | undefined;
  unreachable: boolean;
  /** Answers of views that the ledger does not know, by `${to}:${data}` in lower case. */
  views: Map<string, Hex>;
  /** Contracts beyond the ledger's by lower-case address, with the block that brought them. */
  contracts: Map<string, number>;
  /** Code of older blocks is there. */
  archive: boolean;
  /** Calls revert under other circumstances than the simulation's own. */
  tricks: boolean;
  mine(blocks?: number): void;
  /** Takes the newest blocks away; their transactions go back to the mempool, or nowhere. */
  reorg(depth: number, keep?: boolean): void;
  forgetMempool(): void;
  /** Somebody else uses the account's next nonce. */
  useNonce(account: string): void;
  mempool: Map<string, Transaction>;
}

export function createSmallChain(start: number): SmallChain {
  const blocks: Block[] = [];
  let receipts = new Map<string, Receipt>();
  const feeAt = (tip: bigint) => ({
    maxFeePerGas: chain.baseFee * 2n + tip,
    maxPriorityFeePerGas: tip,
  });

  function answer(ledger: Ledger, read: Read): Hex | undefined {
    const arg = (place: number) => `0x${read.data.slice(34 + place * 64, 74 + place * 64)}`.toLowerCase();
    const view = chain.views.get(`${read.to}:${read.data}`.toLowerCase());
    if (view !== undefined || read.to.toLowerCase() !== TOKEN) return view;
    const selector = read.data.slice(0, 10);
    if (selector === "0x70a08231") return word(ledger.tokens.get(arg(0)) ?? 0n);
    if (selector === "0xdd62ed3e") return word(ledger.allowances.get(`${arg(0)}:${arg(1)}`) ?? 0n);
    if (selector === "0x7ecebe00") return word(ledger.permitNonce);
    return undefined;
  }

  const answers = (ledger: Ledger, reads: readonly Read[]): ReadAnswers =>
    new Map(reads.map((read) => [read.key, answer(ledger, read)]));
  const nativeOf = (ledger: Ledger, account: string) => ledger.native.get(account.toLowerCase()) ?? 0n;
  const block = () => ({ number: chain.head, timestamp: chain.time });
  const nonceOf = (account: string) => chain.ledger.nonces.get(account.toLowerCase()) ?? 0;
  const reach = () => {
    if (chain.unreachable) throw new WeirError("chain/unreachable", { endpoint: "small" });
  };

  function include(transaction: Transaction, number: number): void {
    const from = transaction.from ?? "";
    const key = from.toLowerCase();
    chain.ledger.nonces.set(key, transaction.nonce + 1);
    chain.ledger.native.set(key, nativeOf(chain.ledger, from) - GAS * chain.baseFee);
    const trial = copyLedger(chain.ledger);
    const { to, data, value } = transaction;
    const outcome = execute(trial, { from, to: to ?? undefined, data, value });
    if (typeof outcome !== "string") chain.ledger = trial;
    receipts.set(transaction.hash ?? "", {
      hash: transaction.hash as Hex,
      success: typeof outcome !== "string",
      blockNumber: number,
      blockHash: word(BigInt(number)),
      gasUsed: GAS,
      effectiveGasPrice: chain.baseFee,
      logs: typeof outcome === "string" ? [] : outcome,
    });
  }

  function mineOne(): void {
    chain.head += 1;
    chain.time += 12;
    const mined: Block = { number: chain.head, before: copyLedger(chain.ledger), transactions: [] };
    const byFee = [...chain.mempool.values()].sort((a, b) =>
      (a.maxFeePerGas ?? 0n) < (b.maxFeePerGas ?? 0n) ? 1 : -1,
    );
    for (let progress = true; progress; ) {
      const next = byFee.find(
        (each) => !mined.transactions.includes(each) && each.nonce === nonceOf(each.from ?? ""),
      );
      progress = next !== undefined;
      if (next) {
        include(next, chain.head);
        mined.transactions.push(next);
      }
    }
    for (const [hash, each] of chain.mempool) {
      if (each.nonce < nonceOf(each.from ?? "")) chain.mempool.delete(hash);
    }
    blocks.push(mined);
  }

  const access: ChainAccess = {
    chainId: 1,
    readMany: async ({ reads, native }) => {
      reach();
      return {
        answers: answers(chain.ledger, reads),
        native: new Map(native.map((each) => [each, nativeOf(chain.ledger, each)])),
        block: block(),
        endpoint: "small",
      };
    },
    logs: async () => [],
    fees: async (): Promise<FeeChoice> => {
      reach();
      return { slow: feeAt(GWEI / 10n), normal: feeAt(GWEI / 5n), fast: feeAt(GWEI), baseFee: chain.baseFee };
    },
    nonces: async (account) => {
      reach();
      let pending = nonceOf(account);
      const own = [...chain.mempool.values()].filter(
        (each) => each.from?.toLowerCase() === account.toLowerCase(),
      );
      while (own.some((each) => each.nonce === pending)) pending++;
      return { latest: nonceOf(account), pending };
    },
    simulate: async ({ calls, reads, vary }) => {
      reach();
      const from = calls[0]?.from ?? TOKEN;
      const base = {
        block: block(),
        before: answers(chain.ledger, reads),
        nativeBefore: nativeOf(chain.ledger, from),
      };
      const trial = copyLedger(chain.ledger);
      const logs: Log[] = [];
      for (const call of chain.simulates ? calls : calls.slice(0, 1)) {
        const outcome = execute(trial, call);
        if (typeof outcome === "string") {
          return {
            ...base,
            revertReason: outcome,
            gasLimit: 0n,
            logs: undefined,
            after: undefined,
            nativeAfter: undefined,
          };
        }
        logs.push(...outcome);
      }
      const known = { revertReason: undefined, gasLimit: GAS * BigInt(calls.length) };
      if (!chain.simulates)
        return { ...base, ...known, logs: undefined, after: undefined, nativeAfter: undefined };
      return {
        ...base,
        ...known,
        logs,
        ...(vary && chain.tricks
          ? { varied: { reverts: true, after: undefined, nativeAfter: undefined } }
          : {}),
        after: answers(trial, reads),
        nativeAfter: nativeOf(trial, from),
      };
    },
    broadcast: async (raw) => {
      reach();
      chain.sent.push(raw);
      const transaction = Transaction.from(raw);
      const hash = transaction.hash ?? "";
      if (receipts.has(hash) || chain.mempool.has(hash)) return;
      const refusal =
        transaction.nonce < nonceOf(transaction.from ?? "") ? "nonce-too-low" : (chain.refuse ?? undefined);
      if (refusal) {
        throw new WeirError("chain/rpc", {
          endpoint: "small",
          method: "eth_sendRawTransaction",
          rpcCode: -32000,
          reason: refusal,
        });
      }
      chain.mempool.set(hash, transaction);
    },
    receipt: async (hash) => {
      reach();
      return receipts.get(hash);
    },
    knows: async (hash) => {
      reach();
      return receipts.has(hash) || chain.mempool.has(hash);
    },
    code: async (address, at = chain.head) => {
      reach();
      if (at < chain.head && !chain.archive) throw new WeirError("chain/unreachable", { endpoint: "small" });
      const id = address.toLowerCase() as Address;
      const since = [TOKEN, QUEUE].includes(id) ? 0 : chain.contracts.get(id);
      return since !== undefined && since <= at ? "0x60" : "0x";
    },
    latestBlock: async () => {
      reach();
      return block();
    },
    passThrough: async () => null,
  };

  const chain: SmallChain = {
    access,
    ledger: emptyLedger(),
    sent: [],
    time: start,
    head: 100,
    baseFee: GWEI,
    simulates: true,
    refuse: undefined,
    unreachable: false,
    views: new Map(),
    contracts: new Map(),
    archive: true,
    tricks: false,
    mempool: new Map(),
    mine(count = 1) {
      for (let left = count; left > 0; left--) mineOne();
    },
    reorg(depth, keep = true) {
      for (const gone of blocks.splice(-depth).reverse()) {
        chain.ledger = gone.before;
        chain.head = gone.number - 1;
        for (const each of gone.transactions) {
          receipts = new Map([...receipts].filter(([hash]) => hash !== each.hash));
          if (keep) chain.mempool.set(each.hash ?? "", each);
        }
      }
    },
    forgetMempool: () => chain.mempool.clear(),
    useNonce: (account) => {
      chain.ledger.nonces.set(account.toLowerCase(), nonceOf(account) + 1);
    },
  };
  return chain;
}
