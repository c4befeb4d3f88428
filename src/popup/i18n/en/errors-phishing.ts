import type { PhishingErrors } from "../../../core/errors/phishing.ts";
import type { ErrorSentences } from "../catalogue.ts";

/** What is wrong and what to do, for each code of core/errors/phishing.ts. */
export const phishingErrors = {
  "phishing/unreachable":
    "{host} did not answer, so the list of phishing sites stays as it is. Try again later, or check its address.",
  "phishing/http":
    "{host} answered with the status {status} instead of a list of phishing sites. Check its address.",
  "phishing/too-large":
    "What {host} sent is far too large for a list of phishing sites, so the old one stays. Check its address.",
  "phishing/malformed":
    "What {host} sent is not a list of phishing sites, so the old one stays. Check its address.",
  "phishing/shrunk":
    "The list from {host} has only {entries} sites, far fewer than the one that came with Weir. It was not taken.",
} as const satisfies ErrorSentences<PhishingErrors>;
