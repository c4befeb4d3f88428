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
  "step.deploy": "Create a new contract, sending {value} {symbol}",
  "step.sign-message": "Sign a message for {origin}",
  "step.sign-typed-data": "Sign data of the kind {type} for {origin}",
  "step.permit": "Allow {spender} by a signature to take up to {amount} {symbol}",
  "step.permit-unlimited": "Allow {spender} by a signature to take any amount of {symbol}",
  "step.permit2": "Allow {spender} by a signature to take up to {amount} {symbol} through Permit2",
  "step.permit2-unlimited": "Allow {spender} by a signature to take any amount of {symbol} through Permit2",
  "step.revoke-permit2": "End what Permit2 lets others take, allowances: {count}",
  "remark.not-checked":
    "No endpoint could be asked, so nothing of this is checked: what is shown is what the data itself says.",
  "remark.permit-nonce":
    "This signature would not be taken now: its number is not the one that comes next. It may be meant for later, or was given before.",
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
  "remark.network-unknown":
    "Weir does not know this network and cannot check what its endpoints say. Add it only if you trust the source of these details.",
  "remark.network-id-known": "The chain id {chainId} is known as {known}, but the site calls it {name}.",
  "remark.network-symbol-known": "The coin is called {symbol}, like the one of {known}, but is not the same.",
  "remark.network-symbol-alike": "The coin’s name {symbol} imitates {known}.",
  "remark.network-endpoints-out":
    "{count} of {total} proposed endpoints do not serve this network and are left out.",
  "remark.network-one-endpoint": "There is one endpoint only, so nothing it says can be compared.",
  "remark.network-no-multicall":
    "The contract that answers many questions at once is missing there, so reading takes more requests.",
  "remark.token-symbol-differs": "The site calls the token {claimed}, but its contract says {symbol}.",
  "remark.token-decimals-differ":
    "The site says {claimed} decimals, but the contract says {decimals}. Amounts are shown by the contract’s.",
} as const;
