import type { AccountErrors } from "./account.ts";
import type { AllowanceErrors } from "./allowance.ts";
import type { AmountErrors } from "./amount.ts";
import type { ChainErrors } from "./chain.ts";
import type { DeviceErrors } from "./device.ts";
import type { MessageErrors } from "./message.ts";
import type { OperationErrors } from "./operation.ts";
import type { PhishingErrors } from "./phishing.ts";
import type { SiteErrors } from "./site.ts";
import type { StakingErrors } from "./staking.ts";
import type { StorageErrors } from "./storage.ts";
import type { VaultErrors } from "./vault.ts";

/** Every error code of the wallet with the parameters its sentence needs. */
export interface ErrorParams
  extends AccountErrors,
    AllowanceErrors,
    AmountErrors,
    ChainErrors,
    DeviceErrors,
    MessageErrors,
    OperationErrors,
    PhishingErrors,
    SiteErrors,
    StakingErrors,
    StorageErrors,
    VaultErrors {}

export type ErrorCode = keyof ErrorParams;

/** An error as it crosses a message or a record: a code and plain parameters, no stack, no cause. */
export interface ErrorReport {
  code: ErrorCode;
  params: Record<string, string | number>;
}

/**
 * The one error class. `code` is stable and has a sentence in every language; `params` fill that sentence and
 * are therefore shown to people: no secret and no URL with credentials may be one.
 */
export class WeirError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = "WeirError";
  readonly code: C;
  readonly params: ErrorParams[C];

  constructor(code: C, params: ErrorParams[C], options?: { cause?: unknown }) {
    super(code, options);
    this.code = code;
    this.params = params;
  }
}

/** Tells whether `error` is a WeirError, optionally of the given code. */
export function isWeirError<C extends ErrorCode>(error: unknown, code?: C): error is WeirError<C> {
  return error instanceof WeirError && (code === undefined || error.code === code);
}

/**
 * The reportable form of any thrown value. Unknown throwables become `message/internal` with only the place's
 * name, since a foreign error's text may hold anything.
 */
export function errorReport(error: unknown, place: string): ErrorReport {
  if (error instanceof WeirError) {
    return { code: error.code, params: { ...(error.params as Record<string, string | number>) } };
  }
  return { code: "message/internal", params: { name: place } };
}

/** A WeirError again, from its report. */
export function errorFromReport(report: ErrorReport): WeirError {
  return new WeirError(report.code, report.params as never);
}
