import type { Operation, StepRecord } from "../core/operation/operation.ts";
import type { OperationAsk } from "../core/site/site.ts";
import type { Intent } from "../core/staking/intent.ts";
import type { SiteOperations } from "./dependencies.ts";

/** What an ask becomes, as operations have it. */
function intentOf(origin: string, requestId: string, ask: OperationAsk): Intent {
  const from = { origin, requestId };
  switch (ask.kind) {
    case "transaction": {
      const { kind: _, from: __, ...transaction } = ask;
      return { kind: "site-transaction", ...from, ...transaction };
    }
    case "calls":
      return { kind: "site-calls", ...from, bundleId: ask.bundleId, calls: ask.calls };
    case "message":
      return { kind: "site-message", ...from, bytes: ask.bytes };
    case "typed-data":
      return { kind: "site-typed-data", ...from, json: ask.json };
    case "lst-approval": {
      const { kind: _, from: __, ...approval } = ask;
      return { kind: "site-approval", ...from, ...approval };
    }
  }
}

/** Operations as far as sites see them; a test changes `made` as the wallet's own part would. */
export function fakeOperations() {
  const made = new Map<string, Operation>();
  const failing = { next: undefined as unknown };
  const part: SiteOperations = {
    async planForSite({ origin, requestId, chainId, account: from, ask }) {
      if (failing.next) throw failing.next;
      const id = `op-${requestId}`.slice(0, 60);
      const calls = ask.kind === "calls" ? ask.calls.length : 1;
      const operation: Operation = made.get(id) ?? {
        id,
        chainId,
        accountId: from,
        account: from,
        origin,
        intent: intentOf(origin, requestId, ask),
        plan: { steps: [], effects: [], remarks: [] },
        state: "planned",
        feeLevel: "normal",
        steps: Array.from({ length: calls }, () => ({ state: "waiting" as const, attempts: [] })),
        createdAt: 1,
        updatedAt: 1,
      };
      made.set(id, operation);
      return operation;
    },
    get: async (id) => made.get(id),
    bundle: async (origin, bundleId) =>
      [...made.values()].find(
        ({ intent }) =>
          intent.kind === "site-calls" && intent.origin === origin && intent.bundleId === bundleId,
      ),
    receipts: async ({ steps }) => steps.map(() => undefined),
    async reject(id) {
      const operation = made.get(id);
      // As the wallet does: what waits for its signature is taken back, too.
      const unsigned = operation?.state === "planned" || operation?.state === "approved";
      if (operation && unsigned) made.set(id, { ...operation, state: "rejected" });
    },
  };
  /** The latest. */
  function last(): Operation {
    const operation = [...made.values()].at(-1);
    if (!operation) throw new Error("no operation");
    return operation;
  }
  return { part, made, failing, last };
}

export const sentHash = `0x${"5e".repeat(32)}` as const;

/** `operation` as it is after its transaction was sent. */
export function broadcast(operation: Operation): Operation {
  return {
    ...operation,
    state: "running",
    steps: [
      {
        state: "broadcast",
        attempts: [
          {
            purpose: "original",
            hash: sentHash,
            raw: "0x02",
            nonce: 0,
            fee: { maxFeePerGas: 1n, maxPriorityFeePerGas: 1n },
            signedAt: 2,
            broadcastAt: 3,
          },
        ],
      },
    ],
  };
}

/** `operation` as it is after its first step's signature, which sends nothing. */
export function signed(operation: Operation): Operation {
  const [first, ...rest] = operation.steps;
  const signature = { v: 27, r: `0x${"11".repeat(32)}`, s: `0x${"22".repeat(32)}` } as const;
  return {
    ...operation,
    state: "confirmed",
    steps: [{ ...first, attempts: [], state: "signed", signature } satisfies StepRecord, ...rest],
  };
}

/** The 65 bytes that a site gets for `signed`. */
export const givenSignature = `0x${"11".repeat(32)}${"22".repeat(32)}1b`;
