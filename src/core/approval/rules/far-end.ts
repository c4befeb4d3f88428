import { type Grant, type GrantFacts, type Rule, remark } from "../facts.ts";

const DAY_SECONDS = 86_400n;
/** Permit2's usual month, and a day for clocks that differ. */
const FAR_SECONDS = 31n * DAY_SECONDS;
const NEVER_SECONDS = 3_650n * DAY_SECONDS;

/** Forms whose end is part of what is signed. */
const ending = new Set<Grant["form"]>(["permit", "dai-permit", "permit2-allowance", "permit2-transfer"]);

/** An end so far off that it protects nobody, or none at all. DAI's permit takes 0 for no end. */
export const farEnd: Rule<GrantFacts> = {
  id: "far-end",
  check: ({ grants, nowSeconds }) =>
    grants
      .filter(({ form, amount }) => ending.has(form) && amount > 0n)
      .flatMap(({ form, until, spender }) => {
        const never = until === undefined || (form === "dai-permit" && until === 0n);
        const left = never ? NEVER_SECONDS : until - BigInt(nowSeconds);
        if (left >= NEVER_SECONDS) return [remark("warn", "no-end", { spender })];
        return left > FAR_SECONDS ? [remark("warn", "far-end", { spender, leftSeconds: Number(left) })] : [];
      }),
};
