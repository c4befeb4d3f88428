import type { ChainErrors } from "../../../core/errors/chain.ts";
import type { ErrorSentences } from "../catalogue.ts";

/** What is wrong and what to do, for each code of core/errors/chain.ts. */
export const chainErrors = {
  "chain/unknown": "Weir does not know the network {chainId}.",
  "chain/no-endpoint": "There is no endpoint for the network {chainId}. Add one in the settings.",
  "chain/unreachable":
    "{endpoint} cannot be reached. Check your connection or choose another endpoint in the settings.",
  "chain/timeout":
    "{endpoint} took too long to answer. Try again, or choose another endpoint in the settings.",
  "chain/rate-limited":
    "{endpoint} allows no more requests just now. Wait a minute or choose another endpoint in the settings.",
  "chain/http":
    "{endpoint} answered with the error {status}. Try again later or choose another endpoint in the settings.",
  "chain/not-json": "{endpoint} did not answer as a node does. Check its address in the settings.",
  "chain/answer-too-large":
    "{endpoint} sent more data than Weir accepts, so the answer was dropped. Choose another endpoint in the settings.",
  "chain/answer-malformed":
    "{endpoint} gave an answer to {method} that makes no sense, so it was dropped. Choose another endpoint in the settings.",
  "chain/rpc":
    "{endpoint} refused {method} (code {rpcCode}). Try again, or choose another endpoint in the settings.",
  "chain/wrong-chain":
    "{endpoint} serves the network {actual} instead of {expected}, so it is not used. Correct it in the settings.",
  "chain/stale":
    "{endpoint} is {behindSeconds} behind the network, so its figures are old. Choose another endpoint or wait until it has caught up.",
  "chain/disagree":
    "{first} and {second} report different figures. Until they agree, check amounts elsewhere before you sign.",
  "chain/endpoint-malformed": "This is not a web address. An endpoint begins with https://.",
  "chain/endpoint-insecure":
    "This connection is not encrypted. Use https://; plain http is only for this computer.",
  "chain/endpoint-exists": "{endpoint} is already in the list.",
  "chain/endpoint-last": "A network needs at least one endpoint. Add another one first.",
  "chain/built-in": "The network {chainId} is one of Weir’s own and stays.",
} as const satisfies ErrorSentences<ChainErrors>;
