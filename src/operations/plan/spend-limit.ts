import { decodeTokenCall } from "../../core/approval/token-call.ts";
import { encodeApprove, encodeIncreaseAllowance } from "../../core/asset/erc20.ts";
import { WeirError } from "../../core/errors/index.ts";
import type { Operation } from "../../core/operation/operation.ts";
import type { SiteCallData } from "../../core/site/site.ts";
import type { Intent } from "../../core/staking/intent.ts";

const refused = ({ state }: Operation) => new WeirError("operation/state", { state });

const grants = ({ data }: SiteCallData): boolean => {
  const method = decodeTokenCall(data)?.method;
  return method === "approve" || method === "increaseAllowance";
};

/**
 * A call that leaves the spender `amount` base units. An increase keeps its form when the limit is above the present
 * allowance, else it becomes a plain approval.
 */
function limited<T extends SiteCallData>(operation: Operation, call: T, amount: bigint): T {
  const decoded = decodeTokenCall(call.data);
  if (decoded?.method === "approve") return { ...call, data: encodeApprove(decoded.spender, amount) };
  if (decoded?.method !== "increaseAllowance") throw refused(operation);
  const { spender } = decoded;
  const shown = operation.preview?.allowances.find(
    (each) =>
      each.token.toLowerCase() === call.to?.toLowerCase() &&
      each.spender.toLowerCase() === spender.toLowerCase(),
  );
  const data =
    shown && amount > shown.before
      ? encodeIncreaseAllowance(spender, amount - shown.before)
      : encodeApprove(spender, amount);
  return { ...call, data };
}

/**
 * The intent with the limit the user set: afterwards the spender may take `amount` base units. `step` tells which of
 * several calls; without it there must be one that grants. Throws operation/state where no allowance is granted whose
 * amount is the person's to choose.
 */
export function withSpendLimit(operation: Operation, amount: bigint, step: number | undefined): Intent {
  const { intent } = operation;
  switch (intent.kind) {
    case "approve":
    case "site-approval":
      return { ...intent, amount };
    case "site-transaction":
      return limited(operation, intent, amount);
    case "site-calls": {
      const granting = intent.calls.flatMap((call, place) => (grants(call) ? [place] : []));
      const chosen = step ?? (granting.length === 1 ? granting[0] : undefined);
      if (chosen === undefined || !granting.includes(chosen)) throw refused(operation);
      const calls = intent.calls.map((call, place) =>
        place === chosen ? limited(operation, call, amount) : call,
      );
      return { ...intent, calls };
    }
    default:
      throw refused(operation);
  }
}
