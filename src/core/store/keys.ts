/**
 * Every key of storage.local and storage.session in one place. Nothing else may be written.
 * local: outlives the browser. session: memory only, trusted contexts only, outlives the worker.
 */
export const localKeys = {
  /** Sealed vault, first copy (the second is in IndexedDB). */
  vault: "vault",
  /** Failed unlock attempts and the time before which no further one is taken. */
  unlockDelay: "unlock-delay",
  /** Public account list: addresses and labels, no secret. Written by the worker, read by pages. */
  accounts: "accounts",
  /** People the user sends to. */
  contacts: "contacts",
  /** Preferences (through platform/preferences). */
  settings: "settings",
  /** + chain id: what the portfolio last knew of a network. */
  snapshot: "snapshot:",
  /** + chain id ":" address: the wallet's own first-seen samples and last redemptions, for earned amounts. */
  history: "history:",
  /** + operation id. */
  operation: "operation:",
  /** + origin: a connected site's grant. */
  site: "site:",
  /** + origin: refused messages of a site, and whether it is suspended. */
  siteHealth: "site-health:",
  /** + origin: sign-ins given to a site. */
  signIn: "sign-in:",
  /** + leaseKey: when an allowance is to end. */
  lease: "lease:",
  /** + chain id: allowances as they stand on the chain. */
  allowances: "allowances:",
  /** + chain id ":" address: a token that the person asked to see. */
  asset: "asset:",
  /** A newer list of phishing sites than the one that came with the extension. */
  phishingList: "phishing-list",
  /** + zero-padded index: the audit log's entries. */
  audit: "audit:",
} as const;

export const sessionKeys = {
  /** The unlocked session: data key and deadlines. Never leaves memory. */
  session: "session",
  /** Whether unlocked, and until when: for pages to paint the right screen at once. */
  lockState: "lock-state",
  /** + operation id: what this session planned and the person approved, without which nothing is signed. */
  approval: "approval:",
  /** The signature that a device is to give now. */
  deviceJob: "device-job",
  /** The time before which no site's session ends. */
  sessionEnds: "session-ends",
  /** + request id: a site's pending request. */
  request: "request:",
  /** Browser window of the open confirm page. */
  confirmWindow: "confirm-window",
  /** + channel id: replay state of a page's channel. */
  channel: "channel:",
  /** + channel id: what a page subscribed to (eth_subscribe) and its filters. */
  subscriptions: "subscriptions:",
} as const;
