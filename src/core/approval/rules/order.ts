import { type GrantFacts, type Rule, remark } from "../facts.ts";

/**
 * A signed order: whoever has it may take what it offers for what it asks. One that asks nothing for the account itself gives
 * everything away.
 */
export const order: Rule<GrantFacts> = {
  id: "order",
  check: ({ meanings = [] }) =>
    meanings.flatMap((each) => {
      if (each.kind !== "order" || !each.gives.some(({ amount }) => amount > 0n)) return [];
      const params = { market: each.market, count: each.gives.length };
      return each.gets.some(({ amount }) => amount > 0n)
        ? [remark("warn", "order", params)]
        : [remark("block", "order-for-nothing", params)];
    }),
};
