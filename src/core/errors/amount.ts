/** What can be wrong with an amount somebody typed or a site sent. */
export interface AmountErrors {
  "amount/empty": Record<never, never>;
  "amount/not-a-number": Record<never, never>;
  /** One grouping mark that another language reads as the decimal mark. */
  "amount/ambiguous": Record<never, never>;
  "amount/negative": Record<never, never>;
  "amount/too-many-decimals": { decimals: number };
  "amount/zero": Record<never, never>;
  "amount/too-large": Record<never, never>;
}
