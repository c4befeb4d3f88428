import { formatUnits } from "../../core/amount/format.ts";
import type { Asset } from "../../core/asset/asset.ts";
import type { ErrorReport } from "../../core/errors/index.ts";
import { WeirError } from "../../core/errors/index.ts";
import type { Remark } from "../../core/staking/plan.ts";

/** What is missing of the native asset for the value and for the fee, as an error; undefined when there is enough. */
export function missingNative(input: {
  balance: bigint;
  value: bigint;
  gasLimit: bigint;
  maxFeePerGas: bigint;
  native: Asset;
}): ErrorReport | undefined {
  const { balance, value, gasLimit, maxFeePerGas, native } = input;
  const report = (code: ErrorReport["code"], missing: bigint): ErrorReport => ({
    code,
    params: { missing: formatUnits(missing, native.decimals), unit: native.symbol },
  });
  if (value > balance) return report("operation/insufficient-balance", value - balance);
  const needed = value + gasLimit * maxFeePerGas;
  return needed > balance ? report("operation/insufficient-gas", needed - balance) : undefined;
}

/** The error behind a blocking remark. */
export function blockedBy(remarks: readonly Remark[]): ErrorReport | undefined {
  const blocking = remarks.find((each) => each.level === "block");
  if (!blocking) return undefined;
  const { key, params } = blocking.words;
  const text = (name: string) => String(params[name] ?? "");
  const { code, params: errorParams } = (() => {
    switch (key) {
      case "remark.would-revert":
        return new WeirError("operation/would-revert", { reason: text("reason") });
      case "remark.would-revert-silently":
        return new WeirError("operation/would-revert", { reason: "–" });
      case "remark.gas-implausible":
        return new WeirError("operation/gas-implausible", { gas: text("gas") });
      case "remark.fee-implausible":
        return new WeirError("operation/fee-implausible", { gwei: text("gwei") });
      case "remark.rate-disagreement":
        return new WeirError("operation/rate-disagrees", {});
      case "remark.look-alike":
        return new WeirError("operation/look-alike", { label: text("label") });
      case "remark.recipient-token-contract":
        return new WeirError("operation/recipient-token-contract", {});
      case "remark.spender-plain-account":
        return new WeirError("operation/spender-plain-account", {});
      default:
        return new WeirError("operation/blocked", {});
    }
  })();
  return { code, params: { ...errorParams } };
}
