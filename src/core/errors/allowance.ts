/** Why an allowance or its lease cannot be changed. */
export interface AllowanceErrors {
  "allowance/lease-unknown": Record<never, never>;
}
