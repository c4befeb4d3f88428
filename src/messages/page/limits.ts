/** Bounds of what a page may send, checked before anything is parsed. Lengths in UTF-16 units. */
export const pageLimits = {
  /** JSON text of the params: room for the largest transaction a node takes (128 KiB of data as hex). */
  paramsLength: 512 * 1024,
  /** Method names are short words. */
  methodLength: 64,
  /** Nesting of arrays and objects in params. */
  depth: 32,
  /** Items and properties in params, counted by their separators. */
  items: 20_000,
  /** Requests of one page that wait at the same time. */
  unanswered: 512,
} as const;

/** Names a site may ask for at all; an internal command's name ("vault.create") can never look like this. */
export const siteMethodName = /^(?:eth|net|web3|wallet|personal|weir)_[A-Za-z0-9_]{1,50}$/;
