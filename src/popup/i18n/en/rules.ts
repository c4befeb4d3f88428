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
  "remark.would-revert-silently":
    "The contract would refuse this and gives no reason. Sending it would only cost the fee.",
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
  "remark.stale-report":
    "The protocol’s last report is {ageSeconds} old; it should come every day. The rate may no longer be right. Wait for the next report if you can.",
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
  "remark.unlimited-signature":
    "Whoever has this signature could take all your {symbol} for {spender}, also what arrives later. Ask the site for the exact amount, or reject.",
  "remark.spender-new":
    "The contract {spender} is less than a week old. Most thefts are done with young contracts: make sure that the protocol names this address.",
  "remark.spender-unknown":
    "Weir does not know the contract {spender}, and you have not used it before. Compare it with the address in the protocol’s documentation.",
  "remark.own-spender": "{spender} is one of your own accounts. It gets an allowance that no site needs.",
  "remark.token-as-spender":
    "The allowance is for the {symbol} contract itself. That is hardly ever meant; reject unless the protocol’s documentation asks for it.",
  "remark.no-end":
    "This signature for {spender} never runs out: it can be used years from now. Ask the site for one that ends soon.",
  "remark.far-end":
    "This signature for {spender} stays good for {leftSeconds}. Ask the site for one that ends soon.",
  "remark.delegation":
    "This hands the whole account to the code at {to}, which could then take everything. Weir does not sign it.",
  "remark.order": {
    one: "This is an order for the market {market}: with it, {count} thing of yours may be taken for what the order asks. Check both sides above.",
    other:
      "This is an order for the market {market}: with it, {count} things of yours may be taken for what the order asks. Check both sides above.",
  },
  "remark.order-for-nothing": {
    one: "With this order for the market {market}, anybody could take {count} thing of yours and you would get nothing. Reject it.",
    other:
      "With this order for the market {market}, anybody could take {count} things of yours and you would get nothing. Reject it.",
  },
  "remark.result-uncertain":
    "The contract acts differently depending on the gas, the block or the time. What you see here may not be what happens.",
  "remark.tokens-left-out": {
    one: "It touches {count} token more than Weir looks at. Whether you lose any of it is not shown. Honest sites rarely ask for so many at once.",
    other:
      "It touches {count} tokens more than Weir looks at. Whether you lose any of them is not shown. Honest sites rarely ask for so many at once.",
  },
  "remark.hidden-in-symbol":
    "The token {token} hides characters in its symbol, shown here as {symbol}. Honest tokens do not.",
  "remark.message-is-transaction":
    "This message is a transaction in disguise. Weir does not sign it. Leave the site.",
  "remark.message-is-hash":
    "This message is 32 bytes that may stand for anything, a transaction too. Weir does not sign it. Leave the site.",
  "remark.message-unreadable":
    "Nobody can read what this message says. Sign it only if you know what the site uses it for.",
  "remark.hidden-characters": {
    one: "{count} character in it cannot be seen or changes what is seen. It is shown written out.",
    other: "{count} characters in it cannot be seen or change what is seen. They are shown written out.",
  },
  "remark.sign-in-malformed":
    "This looks like a sign-in but is not written like one (EIP-4361), so nobody can say what it lets others do. Tell the site.",
  "remark.sign-in-malformed-field":
    "This looks like a sign-in, but its “{field}” is missing, in the wrong place or malformed (EIP-4361). Tell the site.",
  "remark.sign-in-other-domain":
    "This signs you in to {found}, but {expected} is asking. The site could then act as you there. Leave it.",
  "remark.sign-in-other-account":
    "The sign-in is for the account {found}, but {expected} would sign. Connect the right account and start again.",
  "remark.sign-in-bad-checksum-address":
    "The account’s address in the sign-in is not written in the standard’s way ({expected}). The site is careless.",
  "remark.sign-in-expired": "The sign-in ran out at {found}. Start again on the site.",
  "remark.sign-in-not-yet-valid":
    "The sign-in is good only from {found}. Signing ahead of time serves nobody honest.",
  "remark.sign-in-nonce-used":
    "You have already signed in to this site with the number {found}. It must be a new one each time. Start again on the site.",
  "remark.sign-in-other-chain": "The sign-in names the network {found}, but the site is on {expected}.",
  "remark.sign-in-uri-other-origin":
    "The sign-in is about {found}, which is not on {expected}. Make sure that you know that place.",
  "remark.sign-in-bad-version":
    "The sign-in says that it is of version {found}, which does not exist. Tell the site.",
  "remark.domain-unbound":
    "This is bound to no network and no contract, so it could be used anywhere. Sign it only if you trust the site with that.",
  "remark.chain-mismatch":
    "This is for the network {signed}, but the site is on {chain}. Switch the network in the site and start again.",
  "remark.chain-missing": "This names no network, so it would be good on every one. Tell the site.",
  "remark.verifying-contract-missing":
    "This names no contract that it is meant for, so any could take it. Tell the site.",
  "remark.unknown-data-trade":
    "These data look like an order or a transfer of a kind that Weir cannot read. They may spend allowances that you gave to the contract. Sign only if you know what they do.",
  "remark.unknown-data": "Weir does not know what this data means. Below is everything that would be signed.",
  "remark.unknown-data-token":
    "Weir does not know what this data means, but {contract} holds tokens and could move yours with it. Reject unless you are certain.",
  "remark.unknown-data-disguised":
    "This data uses the words of a well-known form without being one. It may be made to be mistaken. Reject unless you are certain.",
  "remark.unknown-data-parts":
    "This data has more parts than Weir looks through, so some of its meaning is not shown. Reject unless you are certain.",
  "remark.signed-transfer":
    "With this signature anybody can have your tokens sent to {to}, without asking you again.",
  "remark.other-owner":
    "This speaks for the account {owner}, which is not the one that signs. It is worthless or meant to confuse.",
  "remark.blocked-site":
    "{host} is on the list of phishing sites. Nothing of it can be approved. Close the page.",
  "remark.phishing-list-unread":
    "The list of phishing sites could not be read, so this site was not looked up. Restart the browser if this stays.",
  "remark.look-alike-site-letters":
    "{host} looks like {known} but is another site. Such names are made to be mistaken. Open the real one by typing its address.",
  "remark.look-alike-site-place":
    "{host} begins like {known} but belongs to another site: only the end of a name counts. Make sure that you mean it.",
  "remark.look-alike-site-spelling":
    "{host} is spelt almost like {known}. Make sure that it is the site you mean.",
  "remark.mixed-letters":
    "{host} mixes letters of different scripts, which makes names look like others. Its real address is {ascii}.",
  "remark.foreign-letters":
    "{host} is written with letters that may look like others. Its address is {ascii}.",
  "remark.unprotected-site":
    "The connection to {host} is not protected: anybody on the way can change what it asks. Use https:// if the site has it.",
  "remark.framed-site": "{host} asks from inside a page of {outer}, which decides what you see around it.",
} as const;
