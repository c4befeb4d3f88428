/** Words of the window in which sites' requests are answered. Keys begin with "confirm.". */
export const confirm = {
  "confirm.connect-title": "Connect to this site?",
  "confirm.transaction-title": "This site asks for a transaction",
  "confirm.counter": { one: "1 of {count}", other: "1 of {count}" },
  "confirm.framed":
    "This site is shown inside a page of {origin}. If you did not expect that, reject the request.",
  "confirm.foreign-letters":
    "The name of this site has letters beyond a to z, written here as “xn--…”. Such names are used to imitate others.",
  "confirm.not-encrypted":
    "The connection to this site is not encrypted. On your own computer that is usual.",
  "confirm.will-see": "It will see the addresses you choose, and so their balances and history.",
  "confirm.can-ask": "It can ask for transactions. Each one comes to this window first.",
  "confirm.cannot": "It cannot move anything by itself.",
  "confirm.accounts": "Accounts it may see",
  "confirm.accounts-explain": "You can disconnect it at any time under Sites.",
  "confirm.choose-one": "Choose at least one account.",
  "confirm.reject": "Reject",
  "confirm.connect": "Connect",
  "confirm.ended-title": "Nothing to answer here",
  "confirm.gone": "The site has taken its request back or is no longer open.",
  "confirm.nothing": "No site is waiting for an answer.",
  "confirm.unreadable": "The browser could not read the request just now. Let the site ask again.",
  "confirm.closes": "This window closes by itself.",
  "confirm.next": "Next request",
} as const;
