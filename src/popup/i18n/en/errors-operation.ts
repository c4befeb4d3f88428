import type { OperationErrors } from "../../../core/errors/operation.ts";
import type { ErrorSentences } from "../catalogue.ts";

/** What is wrong and what to do, for each code of core/errors/operation.ts. */
export const operationErrors = {
  "operation/unknown": "This operation is no longer known. Look at your activity for its result.",
  "operation/state": "This is not possible any more: the operation is already at “{state}”.",
  "operation/insufficient-gas":
    "{missing} {unit} are missing for the network fee. Add some, or enter a smaller amount.",
  "operation/insufficient-balance": "{missing} {unit} are missing for this. Enter a smaller amount.",
  "operation/would-revert": "The contract would refuse this ({reason}), so it was not sent.",
  "operation/gas-implausible":
    "The node asks for {gas} gas, which cannot be right. Nothing was sent; choose another endpoint in the settings.",
  "operation/fee-implausible":
    "The node asks for a fee of {gwei} gwei, which cannot be right. Nothing was sent; choose another endpoint in the settings.",
  "operation/changed-since-preview":
    "The result is no longer what you were shown, so nothing was signed. Look at the new preview.",
  "operation/reverted":
    "The network executed the transaction and refused it ({reason}). Only the fee was spent.",
  "operation/dropped":
    "The network has forgotten this transaction, so it did nothing. You can send it again.",
  "operation/replaced": "Another transaction took this one’s place, so this one did nothing.",
  "operation/not-approved":
    "This was not approved as it stands. Look at it again, and approve it if it is what you want.",
  "operation/approved-earlier":
    "This was approved in an earlier session of the browser. Look at what is already done, then start the rest anew.",
  "operation/rejected-by-user": "You rejected this. Nothing was signed.",
  "operation/unsigned-elsewhere":
    "Another wallet with the same key used this place in the sequence. Look at your activity, then start again.",
  "operation/nothing-to-replace":
    "This transaction is no longer waiting, so it cannot be sped up or cancelled.",
  "operation/recipient-token-contract":
    "This is the token’s own contract. Tokens sent there are lost; enter a person’s address.",
  "operation/simulation-unavailable":
    "No endpoint could simulate this, so its result cannot be shown. Try again, or add another endpoint in the settings.",
  "operation/rate-disagrees":
    "Two endpoints report different exchange rates, so nothing is signed. Try again later, or change the endpoints in the settings.",
  "operation/look-alike":
    "This address imitates the one you know as “{label}”. Compare every digit; take the address from your address book.",
  "operation/spender-plain-account":
    "This would let a person’s address, not a contract, take your tokens. No honest protocol needs that; reject it.",
  "operation/blocked": "This cannot be confirmed. Read the remarks to see why.",
} as const satisfies ErrorSentences<OperationErrors>;
