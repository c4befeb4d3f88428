/** Words of approval rules ("remark.") and of steps that no protocol words ("step."). Keys come from records. */
export const rules = {
  "step.send": "Send {amount} {symbol} to {to}",
  "step.approve": "Allow {spender} to take up to {amount} {symbol}",
  "step.approve-unlimited": "Allow {spender} to take any amount of {symbol}",
  "step.revoke": "End the allowance of {spender} for {symbol}",
  "step.increase-allowance": "Allow {spender} to take {amount} {symbol} more",
  "step.decrease-allowance": "Allow {spender} to take {amount} {symbol} less",
  "step.approve-all": "Allow {spender} to take every item of the collection {token}",
  "step.revoke-all": "End the right of {spender} over the collection {token}",
  "step.protocol-call": "Call {role} of {protocol}, sending {value} {symbol}",
  "step.contract-call": "Call the contract {to}, sending {value} {symbol}",
  "remark.gas-implausible":
    "The node asks for {gas} gas, which cannot be right. Choose another endpoint in the settings.",
  "remark.fee-implausible":
    "The node asks for a fee of {gwei} gwei, which cannot be right. Choose another endpoint in the settings.",
  "remark.rate-disagreement":
    "Two endpoints report different exchange rates; one of them is wrong. Try again later, or change the endpoints in the settings.",
  "remark.rate-single":
    "The exchange rate comes from one endpoint only. With a second one in the settings, Weir compares them.",
  "remark.would-revert": "The contract would refuse this ({reason}). Sending it would only cost the fee.",
  "remark.look-alike":
    "The address {address} imitates the one you know as “{label}” ({known}). Such addresses are made to be mistaken. Take the address from your address book.",
  "remark.recipient-token-contract":
    "{address} is the token’s own contract. Tokens sent there are lost for good.",
  "remark.spender-plain-account":
    "{spender} is a person’s address, not a contract. No honest site needs such an allowance.",
  "remark.unlimited-amount":
    "{spender} could take all your {symbol}, also what arrives later, until you end it. Set a limit below.",
  "remark.beyond-balance":
    "The limit of {amount} {symbol} is more than the {balance} {symbol} you hold; what arrives later is covered too.",
  "remark.foreign-token": "{symbol} is what the token {token} calls itself. Weir does not know this token.",
  "remark.namesake-token":
    "The token {token} calls itself {symbol} but is not the {symbol} you know. Such names are made to be mistaken.",
  "remark.stale-block":
    "The newest block this endpoint knows is {behindSeconds} old. The result may no longer be true.",
  "remark.simulation-unavailable":
    "Your endpoint could not try this out as a whole, so its result is not checked beforehand.",
  "remark.permit-as-approval":
    "For the trial run, your signature was replaced by an approval of the same amount.",
  "remark.fee-share":
    "The network fee of {fee} {unit} is {percent} % of what you move. A larger amount costs less.",
  "remark.first-recipient": "You have not sent anything to {address} before.",
  "remark.recipient-contract":
    "{address} is a contract, not a person. Make sure that it can pass on what it receives.",
  "remark.first-contract": "This account has not used the contract {address} before.",
  "remark.approve-all":
    "{spender} could take every item you have in the collection {token}, now and later, until you end it.",
} as const;
