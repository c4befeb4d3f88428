/** Why an operation cannot go on. */
export interface OperationErrors {
  "operation/unknown": Record<never, never>;
  "operation/state": { state: string };
  "operation/insufficient-gas": { missing: string; unit: string };
  "operation/insufficient-balance": { missing: string; unit: string };
  "operation/would-revert": { reason: string };
  "operation/gas-implausible": { gas: string };
  "operation/fee-implausible": { gwei: string };
  "operation/changed-since-preview": Record<never, never>;
  "operation/reverted": { reason: string };
  "operation/dropped": Record<never, never>;
  "operation/replaced": Record<never, never>;
  "operation/not-approved": Record<never, never>;
  "operation/approved-earlier": Record<never, never>;
  "operation/rejected-by-user": Record<never, never>;
  "operation/unsigned-elsewhere": Record<never, never>;
  "operation/nothing-to-replace": Record<never, never>;
  "operation/recipient-token-contract": Record<never, never>;
  "operation/simulation-unavailable": Record<never, never>;
  "operation/rate-disagrees": Record<never, never>;
  "operation/look-alike": { label: string };
  "operation/spender-plain-account": Record<never, never>;
  "operation/blocked": Record<never, never>;
}
