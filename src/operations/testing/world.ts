import { Signature } from "ethers/crypto";
import { Transaction } from "ethers/transaction";
import { getBytes } from "ethers/utils";
import { Wallet } from "ethers/wallet";
import type { Account, Address, Hex } from "../../core/account/account.ts";
import type { SignerFactory, TypedData } from "../../core/account/signer.ts";
import type { UnsignedTransaction } from "../../core/chain/access.ts";
import type { Chain } from "../../core/chain/chain.ts";
import { chains } from "../../core/chain/chains.ts";
import { memoryStore } from "../../core/environment/testing/memory-store.ts";
import { WeirError } from "../../core/errors/index.ts";
import { Operation } from "../../core/operation/operation.ts";
import { defaultSettings } from "../../core/settings/settings.ts";
import type { Intent } from "../../core/staking/intent.ts";
import type { Protocol } from "../../core/staking/protocol.ts";
import { recordStore } from "../../core/store/record-store.ts";
import type { OperationsDependencies } from "../dependencies.ts";
import { createOperations, type Operations } from "../operations.ts";
import { pond } from "./pond.ts";
import { createSmallChain, type SmallChain } from "./small-chain.ts";

/** Key of the first account of the phrase that every development chain uses. */
export const PUBLIC_KEY = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
export const wallet = new Wallet(PUBLIC_KEY);
export const own = wallet.address as Address;
export const ETHER = 10n ** 18n;

export const account: Account = {
  id: "one",
  kind: "imported",
  address: own,
  label: "One",
  hidden: false,
  createdAt: 0,
};

/** Where a worker ends: at its n-th call to the outside, before or after that call took effect. */
export interface Kill {
  at: number;
  effect: "before" | "after";
}

export interface World {
  chain: SmallChain;
  values: Map<string, unknown>;
  /** storage.session: gone with the browser. */
  sessionValues: Map<string, unknown>;
  locked: boolean;
  /** Whether the account was taken off the list. */
  removed: boolean;
  /** What the sites' part says right before a signature; undefined = it may be given. */
  refused: WeirError | undefined;
  opinion: "agreed" | "single" | "disagreed";
  /** Every transaction that was signed, stored or not. */
  signed: UnsignedTransaction[];
  /** Messages and typed data that were signed. */
  signatures: (Hex | TypedData)[];
  networks: Chain[];
  finished: Operation[];
  settled: number[];
  audits: string[];
  /** Calls of the last started worker to the outside. */
  calls: number;
  /** A worker on the same storage; an earlier one counts as ended. */
  start(kill?: Kill): Operations;
  /** Ends every worker that was started: none of its calls to the outside comes back. */
  end(): void;
  record(id: string): Promise<Operation>;
  /** Plans and previews with a worker of its own. */
  planned(intent: Intent): Promise<Operation>;
  /** Blocks and looks until nothing changes any more. */
  settle(operations: Operations, rounds?: number): Promise<void>;
}

type Gate = <R>(call: () => Promise<R>) => Promise<R>;

/** The same object with every function asking `gate` first: how a worker is ended between two calls. */
function gated<T extends object>(target: T, gate: Gate): T {
  return new Proxy(target, {
    get(object, name) {
      const value: unknown = Reflect.get(object, name);
      if (typeof value !== "function" || name === "onChange" || name === "capacityOf") return value;
      return (...args: unknown[]) => gate(async () => value.apply(object, args) as unknown);
    },
  });
}

function signingOf(
  { signers, ...rest }: Pick<OperationsDependencies, "signers" | "stopSigning">,
  gate: Gate,
): Pick<OperationsDependencies, "signers" | "stopSigning"> {
  const signerFor: SignerFactory["signerFor"] = async (account, operationId) =>
    gated(await signers.signerFor(account, operationId), gate);
  return { ...rest, signers: gated({ ...signers, signerFor }, gate) };
}

/** What a world may have instead of a key in memory and the pond. */
export interface WorldParts {
  account?: Account;
  protocols?: readonly Protocol[];
  sessionValues?: Map<string, unknown>;
  /** Called for each worker: who signs there. */
  signing?(): Pick<OperationsDependencies, "signers" | "stopSigning">;
}

export function createWorld(parts: WorldParts = {}): World {
  const { protocols = [pond], account: whose = account } = parts;
  let lives = 0;
  const chain = createSmallChain(1_790_000_000);
  chain.ledger.native.set(own.toLowerCase(), 100n * ETHER);
  let seed = 0;

  const memorySigners = (gate: Gate): SignerFactory =>
    gated(
      {
        capacityOf: () => "any",
        signerFor: async () => {
          if (world.locked) throw new WeirError("vault/locked", {});
          return gated(
            {
              signTransaction: async (unsigned: UnsignedTransaction) => {
                world.signed.push(unsigned);
                const raw = await wallet.signTransaction({ type: 2, ...unsigned, to: unsigned.to ?? null });
                return { raw: raw as Hex, hash: Transaction.from(raw).hash as Hex };
              },
              signTypedData: async (data: TypedData) => {
                world.signatures.push(data);
                return { v: 27 as const, r: "0x01" as Hex, s: "0x02" as Hex };
              },
              signMessage: async (bytes: Hex) => {
                world.signatures.push(bytes);
                const { v, r, s } = Signature.from(wallet.signMessageSync(getBytes(bytes)));
                return { v, r: r as Hex, s: s as Hex };
              },
            },
            gate,
          );
        },
      },
      gate,
    );

  function dependencies(kill: Kill | undefined): OperationsDependencies {
    world.calls = 0;
    let ended = false;
    const life = lives;
    const never = () => new Promise<never>(() => undefined);
    async function gate<R>(call: () => Promise<R>): Promise<R> {
      if (ended || life < lives) return never();
      world.calls += 1;
      if (world.calls !== kill?.at) return call();
      ended = true;
      if (kill.effect === "after") await call().catch(() => undefined);
      return never();
    }
    const access = gated(chain.access, gate);
    return {
      access: () => access,
      chain: async (chainId) => world.networks.find((each) => each.chainId === chainId),
      settings: async () => defaultSettings(),
      protocols: {
        byId: (id) => protocols.find(({ definition }) => definition.id === id),
        onChain: () => protocols,
      },
      ...(parts.signing ? signingOf(parts.signing(), gate) : { signers: memorySigners(gate) }),

      accounts: { get: async (id) => (id === whose.id && !world.removed ? whose : undefined) },
      snapshots: { get: async () => undefined },
      secondOpinion: async () => world.opinion,
      local: gated(memoryStore(world.values), gate),
      session: gated(memoryStore(world.sessionValues), gate),
      clock: { nowSeconds: () => chain.time, monotonicMs: () => chain.time * 1000 },
      random: (length) => new Uint8Array(length).fill(++seed),
      sleep: async () => undefined,
      audit: async (event) => void world.audits.push(event),
      beforeSigning: async () => {
        if (world.refused) throw world.refused;
      },
      onSettled: (chainId) => world.settled.push(chainId),
      onFinished: (operation) => world.finished.push(operation),
    };
  }

  const world: World = {
    chain,
    values: new Map(),
    sessionValues: parts.sessionValues ?? new Map(),
    locked: false,
    removed: false,
    refused: undefined,
    opinion: "agreed",
    signed: [],
    signatures: [],
    networks: [...chains],
    finished: [],
    settled: [],
    audits: [],
    calls: 0,
    start: (kill) => createOperations(dependencies(kill)),
    end: () => {
      lives += 1;
    },
    async record(id) {
      const record = await recordStore(memoryStore(world.values), "operation:", Operation).get(id);
      if (!record) throw new Error(`no record ${id}`);
      return record;
    },
    async planned(intent) {
      const operations = world.start();
      const { id } = await operations.handlers["operations.plan"]({
        chainId: 1,
        accountId: whose.id,
        intent,
      });
      return operations.handlers["operations.preview"]({ id });
    },
    async settle(operations, rounds = 5) {
      for (let round = 0; round < rounds; round++) {
        chain.mine();
        await operations.tick();
      }
    },
  };
  return world;
}

/** What approving the operation's present preview takes. */
export function approval(operation: Operation, feeLevel: "slow" | "normal" | "fast" = "normal") {
  return { id: operation.id, feeLevel, previewMadeAt: operation.preview?.madeAt ?? -1 };
}
