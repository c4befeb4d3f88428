import { formatUnits } from "../../amount/format.ts";
import { type Rule, remark } from "../facts.ts";

/** Percent of the amount above which the fee deserves a thought. */
const PERCENT = 5n;

/** The network fee eats a good part of what is moved. */
export const feeShare: Rule = {
  id: "fee-share",
  check: ({ gasLimit, maxFeePerGas, movedNative, native }) => {
    if (movedNative === undefined || movedNative === 0n) return [];
    const fee = gasLimit * maxFeePerGas;
    if (fee * 100n <= movedNative * PERCENT) return [];
    const percent = (fee * 100n) / movedNative;
    return [
      remark("warn", "fee-share", {
        fee: formatUnits(fee, native.decimals),
        unit: native.symbol,
        percent: percent > 1000n ? 1000 : Number(percent),
      }),
    ];
  },
};
