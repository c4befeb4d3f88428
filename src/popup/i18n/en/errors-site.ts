import type { SiteErrors } from "../../../core/errors/site.ts";
import type { ErrorSentences } from "../catalogue.ts";

/** What is wrong and what to do, for each code of core/errors/site.ts. */
export const siteErrors = {
  "site/not-connected": "This site is not connected. Connect it first.",
  "site/rejected": "You rejected this site’s request.",
  "site/method-unsupported": "The site asked for something Weir does not offer.",
  "site/params-invalid": "The site’s request is malformed ({detail}) and was refused.",
  "site/too-large": "The site’s request is too large and was refused.",
  "site/already-pending": "This site already has a request waiting. Answer that one first.",
  "site/too-many": "This site sends too many requests. Wait a moment.",
  "site/origin-refused": "Weir does not talk to this kind of page. Use a site with https://.",
  "site/chain-mismatch":
    "The site asks about the network {requested}, but {active} is active. Switch the network in the site.",
  "site/chain-unknown": "The site asks for the network {chainId}, which Weir does not have.",
  "site/expired": "The site’s request is too old. Start it again on the site.",
  "site/gone": "The page that asked is closed, so nobody waits for the answer. Nothing was signed.",
  "site/replayed": "This request was already answered once and was refused.",
  "site/request-unknown": "This request no longer exists. Start it again on the site.",
  "site/method-refused": "The site asked for {method}, which Weir refuses: {reason}",
  "site/suspended":
    "Weir no longer serves this site: too many of its messages were repeated or out of order. You can lift this under Sites.",
  "site/blocked": "This site is blocked, so nothing of it can be approved. Leave it.",
  "site/bundle-unknown": "The site asks about a batch of transactions that Weir does not know.",
  "site/bundle-duplicate": "The site used the same identifier for two batches. Start again on the site.",
  "site/bundle-chain": "The site asks for transactions on the network {chainId}, which Weir does not have.",
  "site/bundle-too-large": "The site’s batch has too many transactions and was refused.",
  "site/atomicity-unsupported":
    "The site wants all transactions of its batch in one or none. This account cannot promise that.",
  "site/capability-unsupported": "The site needs an ability that Weir does not have.",
  "site/chain-clash": "The proposed network says it is {chainId}, which Weir already has under another name.",
  "site/chain-endpoint":
    "No endpoint of the proposed network answered as the network {chainId}. It was not added.",
  "site/filter-unknown": "The site asks for a filter that no longer exists.",
  "site/asset-refused": "The proposed token was not taken: {reason}",
} as const satisfies ErrorSentences<SiteErrors>;
