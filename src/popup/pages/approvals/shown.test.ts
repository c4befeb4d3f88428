import { describe, expect, it } from "vitest";
import { ether, now } from "../../flows/world.test-kit.ts";
import { allowance, lease, pool, thief, vault, wstEth } from "./allowances.test-kit.ts";
import { type AllowanceOrder, groupedBySpender, shownAllowances } from "./shown.ts";

const all = { order: "exposure", search: "", only: "all" } as const;
const grouped = (allowances: Parameters<typeof shownAllowances>[1], choice: Partial<typeof all> | object) =>
  groupedBySpender(shownAllowances(1, allowances, [], now), { ...all, ...choice });

describe("an allowance with its end", () => {
  it("is due when its lease is over, and only then", () => {
    const due = (until: number) =>
      shownAllowances(1, [allowance()], [lease({ until })], now).map(({ isDue }) => isDue);
    expect(due(now)).toEqual([true]);
    expect(due(now + 1)).toEqual([false]);
    expect(shownAllowances(1, [allowance()], [], now)[0]).toMatchObject({ isDue: false, until: undefined });
  });

  it("that the chain ends by itself is never due; the chain's end counts, not the wallet's", () => {
    const permit2 = allowance({ form: "permit2", expiresAt: now - 5 });
    const [shown] = shownAllowances(1, [permit2], [lease({ form: "permit2", until: now + 99 })], now);
    expect(shown).toMatchObject({ until: now - 5, isDue: false });
  });

  it("has the lease of its own token, spender, account, form and network, whatever the letters' case", () => {
    const own = lease({ spender: pool.toLowerCase() as `0x${string}` });
    const others = [
      lease({ token: wstEth }),
      lease({ spender: vault }),
      lease({ form: "permit2" }),
      lease({ chainId: 10 }),
      lease({ account: thief }),
    ];
    expect(shownAllowances(1, [allowance()], others, now)[0]?.lease).toBeUndefined();
    expect(shownAllowances(1, [allowance()], [...others, own], now)[0]?.lease).toBe(own);
  });
});

describe("groups of spenders", () => {
  const known = allowance({ spender: pool, spenderName: "Tarn", setAt: now - 50 });
  const knownToo = allowance({ spender: pool, spenderName: "Tarn", token: wstEth, exposureWei: 9n * ether });
  const big = allowance({ spender: vault, exposureWei: 12n * ether, setAt: now - 9000, risk: "medium" });
  const bad = allowance({
    spender: thief,
    spenderName: "Another",
    exposureWei: undefined,
    setAt: undefined,
    risk: "high",
  });

  it("hold all that one may take, the most at stake first, and add up what has a worth", () => {
    const [first] = grouped([known, knownToo], {});
    expect(first?.items.map(({ allowance: { token } }) => token.symbol)).toEqual(["wstETH", "stETH"]);
    expect(first?.exposureWei).toBe(14n * ether);
    expect(grouped([bad], {})[0]?.exposureWei).toBeUndefined();
  });

  it.each<[AllowanceOrder, string[]]>([
    ["exposure", [pool, vault, thief]],
    ["risk", [thief, vault, pool]],
    ["age", [vault, pool, thief]],
    // The nameless one stands by its address, which begins with 0.
    ["spender", [vault, thief, pool]],
  ])("in the order %s", (order, expected) => {
    const from = [bad, known, big, knownToo];
    expect(grouped(from, { order }).map(({ spender }) => spender)).toEqual(expected);
    expect(grouped(from.toReversed(), { order }).map(({ spender }) => spender)).toEqual(expected);
  });

  it.each([
    ["tarn", [pool]],
    ["  WSTETH tarn ", [pool]],
    [thief.slice(0, 41), [thief]],
    ["wsteth another", []],
    ["", [pool, vault, thief]],
  ])("searched for %j", (search, expected) => {
    expect(grouped([known, knownToo, big, bad], { search }).map(({ spender }) => spender)).toEqual(expected);
  });

  it("at risk are those of some or high risk; due those whose end has come", () => {
    expect(grouped([known, big, bad], { only: "risky" }).map(({ spender }) => spender)).toEqual([
      vault,
      thief,
    ]);
    const shown = shownAllowances(1, [known, big], [lease({ spender: vault })], now);
    expect(groupedBySpender(shown, { ...all, only: "due" }).map(({ spender }) => spender)).toEqual([vault]);
  });
});
