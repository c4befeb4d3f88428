export type { ErrorCode, ErrorReport } from "./weir-error.ts";
export { errorFromReport, errorReport, isWeirError, WeirError } from "./weir-error.ts";
