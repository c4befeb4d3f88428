import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Devnet, startDevnet } from "../../scripts/devnet/index.mjs";
import { createEvmAccess } from "../chains/evm/index.ts";
import type { Account, Address, Hex } from "../core/account/account.ts";
import type { AllowanceList } from "../core/allowance/allowance.ts";
import { encodeApprove } from "../core/asset/erc20.ts";
import type { ChainAccess } from "../core/chain/access.ts";
import { chainById } from "../core/chain/chains.ts";
import type { HttpPost } from "../core/environment/environment.ts";
import { memoryStore } from "../core/environment/testing/memory-store.ts";
import { WeirError } from "../core/errors/index.ts";
import type { LogQuery } from "../core/staking/protocol.ts";
import { protocol as lido } from "../protocols/lido/index.ts";
import { scanAllowances, storedList } from "./scan.ts";

const ETHER = 10n ** 18n;
const unlimited = 2n ** 256n - 1n;
const plain: Address = "0x00000000000000000000000000000000000b0b77";
let devnet: Devnet;
let access: ChainAccess;
let owner: Account;

const http: HttpPost = async (url, body) => {
  const response = await fetch(url, {
    method: "POST",
    body,
    headers: { "content-type": "application/json" },
  });
  const text = await response.text();
  return { status: response.status, retryAfterSeconds: undefined, text: async () => text };
};
const clock = { nowSeconds: () => Math.floor(Date.now() / 1000), monotonicMs: () => performance.now() };
const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

async function rpc(method: string, params: unknown[]): Promise<unknown> {
  const answer = await http(devnet.url, JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }), {
    timeoutMs: 5_000,
  });
  const { result, error } = JSON.parse(await answer.text(1e6));
  if (error) throw new Error(error.message);
  return result;
}

/** Sends from one of the chain's open accounts and waits for the receipt. */
async function send(to: string, data: Hex): Promise<void> {
  const hash = await rpc("eth_sendTransaction", [{ from: owner.address, to, data }]);
  for (let tried = 0; tried < 100; tried++) {
    const receipt = (await rpc("eth_getTransactionReceipt", [hash])) as { status: string } | null;
    if (receipt) return expect(receipt.status).toBe("0x1");
    await sleep(50);
  }
  throw new Error("not mined");
}

const approveAll = (operator: Address, approved: boolean): Hex =>
  `0xa22cb465${operator.slice(2).toLowerCase().padStart(64, "0")}${"0".repeat(63)}${approved ? 1 : 0}`;

function world(
  changes: { accounts?: Account[]; unlocked?: () => boolean; access?: Partial<ChainAccess> } = {},
) {
  const local = memoryStore();
  const queries: [LogQuery, number, number][] = [];
  const deps = {
    access: () => ({
      ...access,
      logs: (query: LogQuery, from: number, to: number) => {
        queries.push([query, from, to]);
        return access.logs(query, from, to);
      },
      ...changes.access,
    }),
    protocolsOn: () => [lido.definition],
    accounts: async () => changes.accounts ?? [owner],
    snapshot: async () => undefined,
    isUnlocked: async () => changes.unlocked?.() ?? true,
    local,
    clock,
    audit: async () => undefined,
  };
  const list = async (): Promise<AllowanceList> => {
    const stored = await storedList(deps, 1);
    if (!stored) throw new Error("no list");
    return stored;
  };
  return { deps, queries, list, scan: () => scanAllowances(deps, 1, () => false) };
}

beforeAll(async () => {
  devnet = await startDevnet({ historyDays: 2 });
  const chain = chainById(1);
  if (!chain) throw new Error("no chain");
  access = createEvmAccess({ chain, endpoints: async () => [devnet.url], http, clock, sleep });
  owner = {
    id: "four",
    kind: "imported",
    address: devnet.accounts[4]?.address as Address,
    label: "Four",
    hidden: false,
    createdAt: 0,
  };
  const { steth, wsteth, withdrawalQueue } = devnet.addresses as Record<string, Address>;
  await send(steth ?? "", encodeApprove(withdrawalQueue as Address, 5n * ETHER));
  await send(wsteth ?? "", encodeApprove(plain, unlimited));
  await send(withdrawalQueue ?? "", approveAll(devnet.addresses.loch as Address, true));
}, 60_000);

afterAll(() => devnet?.stop());

describe("allowances on a chain", () => {
  it("finds every standing grant, says who may take what, and how much it should worry", async () => {
    const { scan, list } = world();
    await scan();
    const found = await list();
    expect(found.scanning).toBe(false);
    expect(found.scannedTo).toBe(found.head);
    const said = found.allowances.map(({ form, token, amount, spenderKind, risk }) => [
      form,
      token.symbol,
      amount,
      spenderKind,
      risk,
    ]);
    expect(said).toContainEqual(["erc20", "stETH", 5n * ETHER, "protocol", "medium"]);
    expect(said).toContainEqual(["erc20", "wstETH", unlimited, "plain", "high"]);
    expect(found.allowances.find(({ form }) => form === "operator")).toMatchObject({
      amount: unlimited,
      risk: "high",
    });
    expect(found.allowances.every(({ setAt }) => (setAt ?? 0) > 1_600_000_000)).toBe(true);
  });

  it("goes on where it stopped, and drops what was revoked", async () => {
    const { scan, list, queries } = world();
    await scan();
    const before = await list();
    await send(devnet.addresses.steth ?? "", encodeApprove(devnet.addresses.withdrawalQueue as Address, 0n));
    queries.length = 0;
    await scan();
    const after = await list();
    expect(queries[0]?.[1]).toBeGreaterThanOrEqual(Math.max(0, before.scannedTo - 64));
    expect(after.allowances.some(({ token }) => token.symbol === "stETH")).toBe(false);
    expect(after.allowances).toHaveLength(before.allowances.length - 1);
  });

  it("starts anew for an account that was not scanned, and forgets one that is hidden", async () => {
    const { deps, scan, list, queries } = world();
    await scan();
    queries.length = 0;
    const other = { ...owner, id: "five", address: devnet.accounts[5]?.address as Address };
    deps.accounts = async () => [other];
    await scan();
    expect(queries[0]?.[1]).toBe(0);
    expect((await list()).allowances).toEqual([]);
  });

  it("asks for no logs while locked, and keeps what it had when a node fails", async () => {
    const locked = world({ unlocked: () => false });
    await locked.scan();
    expect(locked.queries).toEqual([]);
    const failing = world({
      access: {
        logs: async () => {
          throw new WeirError("chain/unreachable", { endpoint: "node.example" });
        },
      },
    });
    await failing.scan();
    expect(await failing.list()).toMatchObject({ scanning: false, failure: { code: "chain/unreachable" } });
  });
});
