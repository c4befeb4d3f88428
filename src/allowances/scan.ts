import * as v from "valibot";
import type { Account, Address } from "../core/account/account.ts";
import type { Allowance, AllowanceList } from "../core/allowance/allowance.ts";
import { AllowanceList as AllowanceListSchema } from "../core/allowance/allowance.ts";
import type { Asset } from "../core/asset/asset.ts";
import type { ChainAccess } from "../core/chain/access.ts";
import { errorReport } from "../core/errors/index.ts";
import { localKeys } from "../core/store/keys.ts";
import { toWire } from "../core/wire/wire.ts";
import { approvalQuery, type Departure, departureOf, type Pair, pairKey, pairOf } from "./approval-logs.ts";
import { blockTimes, transactionTargets } from "./chain-times.ts";
import type { AllowanceDependencies } from "./dependencies.ts";
import { judged, type SpenderFacts } from "./judge.ts";
import { readStanding } from "./standing.ts";

/** Blocks between two writes of the record: a scan that ends early loses at most this much. */
const windowBlocks = 50_000;
/** Blocks that may still be replaced are read again. */
const rereadBlocks = 64;
/** Grants kept per network; whoever has more than these is being flooded by worthless tokens. */
const mostPairs = 1_000;
const mostAccounts = 64;
const mostSpenders = 100;

/** The stored list, or undefined when there is none that can be read: the chain has it all. */
export async function storedList(
  deps: AllowanceDependencies,
  chainId: number,
): Promise<AllowanceList | undefined> {
  const parsed = v.safeParse(AllowanceListSchema, await deps.local.get(`${localKeys.allowances}${chainId}`));
  return parsed.success ? parsed.output : undefined;
}

const isPlainCode = (code: string): boolean => code === "0x" || /^0xef0100/i.test(code);

async function spenderFacts(
  access: ChainAccess,
  spenders: readonly Address[],
): Promise<Map<string, SpenderFacts>> {
  const distinct = [...new Set(spenders.map((each) => each.toLowerCase() as Address))].slice(0, mostSpenders);
  const facts = await Promise.all(
    distinct.map(async (spender) => {
      const code = await access.code(spender).catch(() => undefined);
      return [spender, { isPlain: code === undefined ? undefined : isPlainCode(code) }] as const;
    }),
  );
  return new Map(facts);
}

/** The latest use by the spender itself: a departure in a transaction that was sent to it. */
async function lastUses(access: ChainAccess, found: readonly Allowance[], departures: readonly Departure[]) {
  const relevant = departures.filter((each) =>
    found.some(({ account, token }) => account === each.account && token.address === each.token),
  );
  const latest = relevant.sort((a, b) => b.block - a.block);
  const targets = await transactionTargets(
    access,
    latest.map(({ transactionHash }) => transactionHash),
  );
  return (allowance: Pick<Allowance, "account" | "token" | "spender">): number | undefined =>
    latest.find(
      (each) =>
        each.account === allowance.account &&
        each.token === allowance.token.address &&
        targets.get(each.transactionHash)?.toLowerCase() === allowance.spender.toLowerCase(),
    )?.block;
}

/**
 * Reads a network's allowances from where the last scan stopped to the newest block, writing the record after each window.
 * Ends early when `stopped` says so or the wallet is locked; what was read stays. Failures are in the record.
 */
export async function scanAllowances(
  deps: AllowanceDependencies,
  chainId: number,
  stopped: () => boolean,
): Promise<void> {
  const shown = (await deps.accounts()).slice(0, mostAccounts);
  const accounts = shown.map(({ address }) => address);
  if (accounts.length === 0) return;
  const names = accounts.map((each) => each.toLowerCase()).sort();
  const before = await storedList(deps, chainId);
  const goesOn = before !== undefined && names.every((each) => before.accounts.includes(each));
  let list: AllowanceList = goesOn
    ? {
        ...before,
        accounts: names,
        allowances: before.allowances.filter((each) => names.includes(each.account.toLowerCase())),
      }
    : { chainId, scannedTo: 0, head: 0, scanning: true, allowances: [], accounts: names };
  const write = async (next: AllowanceList): Promise<void> => {
    list = next;
    await deps.local.set(`${localKeys.allowances}${chainId}`, toWire(next));
  };
  try {
    const access = deps.access(chainId);
    const head = (await access.latestBlock()).number;
    // A chain that was set back knows nothing of what was read.
    if (list.scannedTo > head) list = { ...list, scannedTo: 0 };
    const { failure: _failure, ...rest } = list;
    await write({ ...rest, head, scanning: true });
    const pairs = new Map<string, Pair>(
      list.allowances.flatMap((each) => {
        const { token } = each;
        if (!token.address) return [];
        const pair = { ...each, token: token.address };
        return [[pairKey(pair), pair]];
      }),
    );
    const departures: Departure[] = [];
    let from = Math.max(0, list.scannedTo - rereadBlocks);
    while (from <= head && !stopped() && (await deps.isUnlocked())) {
      const to = Math.min(from + windowBlocks - 1, head);
      for (const log of await access.logs(approvalQuery(accounts), from, to)) {
        const pair = pairOf(log);
        const departure = departureOf(log);
        if (departure) departures.push(departure);
        if (pair && (pairs.size < mostPairs || pairs.has(pairKey(pair)))) pairs.set(pairKey(pair), pair);
      }
      await write({ ...list, scannedTo: to });
      from = to + 1;
    }
    await write({
      ...(await present(deps, access, list, [...pairs.values()], departures, shown)),
      scanning: false,
    });
  } catch (error) {
    await write({ ...list, scanning: false, failure: errorReport(error, "allowances") });
  }
}

/** The list with what stands of `pairs` now. */
async function present(
  deps: AllowanceDependencies,
  access: ChainAccess,
  list: AllowanceList,
  pairs: readonly Pair[],
  departures: readonly Departure[],
  accounts: readonly Account[],
): Promise<AllowanceList> {
  const protocols = deps.protocolsOn(list.chainId);
  const known = new Map<string, Asset>(
    protocols.flatMap(({ tokens }) =>
      tokens.map(
        ({ growth: _growth, ...asset }) =>
          [asset.address.toLowerCase(), { ...asset, id: asset.address.toLowerCase() }] as const,
      ),
    ),
  );
  const { standing, block } = await readStanding(access, pairs, known);
  const [spenders, snapshot] = await Promise.all([
    spenderFacts(
      access,
      standing.map(({ spender }) => spender),
    ),
    deps.snapshot(list.chainId),
  ]);
  const usedIn = await lastUses(
    access,
    standing.map((each) => ({ ...each, risk: "none" as const })),
    departures,
  );
  const untimed = standing.filter((each) => !earlier(list, each)?.setAt).map(({ setAtBlock }) => setAtBlock);
  const times = await blockTimes(access, [...untimed, ...standing.flatMap((each) => usedIn(each) ?? [])]);
  const nowSeconds = deps.clock.nowSeconds();
  return {
    ...list,
    ...(block ? { block: block.number } : {}),
    readAt: nowSeconds,
    allowances: standing.map((each) => {
      const used = usedIn(each);
      return judged(each, {
        spenders,
        protocols,
        accounts,
        snapshot,
        before: earlier(list, each),
        setAt: times.get(each.setAtBlock),
        usedAt: used === undefined ? undefined : times.get(used),
        nowSeconds,
      });
    }),
  };
}

function earlier(list: AllowanceList, standing: Parameters<typeof judged>[0]): Allowance | undefined {
  const key = pairKey({ ...standing, token: standing.token.address });
  return list.allowances.find(
    (each) => each.token.address && pairKey({ ...each, token: each.token.address }) === key,
  );
}
