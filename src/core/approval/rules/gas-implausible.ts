import { formatUnits } from "../../amount/format.ts";
import { type Rule, remark } from "../facts.ts";

/** The most gas one transaction may use (EIP-7825). */
export const GAS_CAP = 1n << 24n;
/** Wei per gas beyond anything seen on a main network: 5 000 gwei. */
export const FEE_CAP = 5_000n * 10n ** 9n;

/** Figures of a node that cannot be right. */
export const gasImplausible: Rule = {
  id: "gas-implausible",
  check: ({ gasLimit, maxFeePerGas }) => [
    ...(gasLimit > GAS_CAP ? [remark("block", "gas-implausible", { gas: gasLimit.toString() })] : []),
    ...(maxFeePerGas > FEE_CAP
      ? [remark("block", "fee-implausible", { gwei: formatUnits(maxFeePerGas, 9) })]
      : []),
  ],
};
