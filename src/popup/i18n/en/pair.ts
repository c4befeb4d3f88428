/** Words of pairing a Ledger. Keys begin with "pair.". */
export const pair = {
  "pair.title": "Pair a Ledger",
  "pair.what":
    "With a Ledger the key stays on the device. Weir prepares what is to be signed; you read it on the device and agree or refuse there.",
  "pair.need-title": "What you need",
  "pair.need-model":
    "One of these, connected by cable: Nano S, Nano S Plus, Nano X, Stax, Flex or Nano Gen5.",
  "pair.need-unlocked": "The device unlocked with its PIN.",
  "pair.need-app": "Ledger’s Ethereum app on the device. Weir asks the device to open it.",
  "pair.need-free":
    "Ledger’s own program and other wallets’ tabs closed: only one of them can use the device at a time.",
  "pair.learn-title": "What Weir learns",
  "pair.learn-addresses": "The addresses that you look at here. It keeps those that you add.",
  "pair.learn-endpoints":
    "To show what they hold, it asks the networks’ endpoints in your settings, which then see these addresses.",
  "pair.learn-key":
    "Never the key or the recovery phrase: they do not leave the device. Type the phrase nowhere but on the device.",
  "pair.learn-ledger": "Ledger learns nothing: Weir sends the company no request.",

  "pair.unreachable-title": "A Ledger cannot be used in this browser",
  "pair.unreachable":
    "This browser gives no extension a way to a Ledger, so there is no use in plugging one in. To sign with it, use Weir in Chrome or a browser that is built on the same base.",
  "pair.watch-text":
    "Here you can watch the same addresses: their balances, rewards and redemptions, without signing. Copy each address from the program that you use with the Ledger.",
  "pair.watch": "Watch an address",

  "pair.in-tab": "Go on in a tab",
  "pair.in-tab-text":
    "The browser will ask which device Weir may use. A small window closes at that moment, so this goes on in a tab.",

  "pair.choose": "Choose your Ledger",
  "pair.choose-text":
    "Plug the Ledger in and unlock it. The browser then shows a list of devices: choose the Ledger in it.",
  "pair.choose-other": "Choose another Ledger",
  "pair.connect": "Connect the Ledger",
  "pair.none-chosen":
    "No Ledger was chosen. If the list was empty, plug the Ledger in, unlock it and try again.",
  "pair.pairing": "Noting the Ledger…",
  "pair.connected": "{label} is connected.",
  "pair.another": "Pair it as another Ledger",

  "pair.model": "Model",
  "pair.firmware": "Firmware",
  "pair.app": "Ethereum app",
  "pair.paired-on": "Last paired",
  "pair.not-told": "Not told",

  "pair.choose-title": "Choose addresses",
  "pair.addresses": "Addresses",
  "pair.addresses-text":
    "A Ledger holds any number of addresses. Wallets look for them in different places: if yours is not here, try another place.",
  "pair.family": "Where to look",
  "pair.family-ledger-live": "As Ledger’s own program does",
  "pair.family-ledger-live-text": "Ledger Live: m/44'/60'/0'/0/0, m/44'/60'/1'/0/0, …",
  "pair.family-bip44": "As most other wallets do (BIP-44)",
  "pair.family-bip44-text": "MetaMask, Trezor and others: m/44'/60'/0'/0/0, m/44'/60'/0'/0/1, …",
  "pair.family-legacy": "As the oldest wallets did",
  "pair.family-legacy-text": "MyEtherWallet and the first Ledger program: m/44'/60'/0'/0, m/44'/60'/0'/1, …",
  "pair.family-custom": "At a path of your own",
  "pair.family-custom-text": "A path says which of the device’s addresses is meant.",
  "pair.path": "Path",
  "pair.path-hint": "It looks like m/44'/60'/0'/0/0.",
  "pair.path-read": "Read this address",
  "pair.reading": "Reading addresses from the Ledger…",
  "pair.read-on": "Read the addresses",
  "pair.pages": "Pages of addresses",
  "pair.previous": "Previous",
  "pair.next": "Next",
  "pair.shown": "{first} to {last}",
  "pair.same-as-first": "The same address as Ledger Live’s first. It counts once.",
  "pair.known": "Already in Weir as “{label}”",
  "pair.watched": "Watched as “{label}”. When you add it, that account signs with this Ledger.",

  "pair.looking": "Reading what it holds…",
  "pair.not-looked": "What it holds was not read.",
  "pair.holds": "{network}: {amounts}",
  "pair.holds-nothing": "Nothing on {networks}",
  "pair.holds-unread": "Not read: {networks}",
  "pair.holding-unbonding": "{amount} being redeemed",
  "pair.holding-claimable": "{amount} ready to claim",
  "pair.look-failed": "What these addresses hold could not be read.",
  "pair.network-failed": "{network} could not be read.",
  "pair.looked": "Balances read",

  "pair.verify": "Verify on the device",
  "pair.verify-again": "Verify once more",
  "pair.verify-title": "Verify the address on the device",
  "pair.verify-which": "{account}, on {device}",
  "pair.compare":
    "The Ledger shows this address. Compare all of it, not only its ends, and agree on the device if it is the same.",
  "pair.compare-differs":
    "If it differs, refuse on the device and do not use the address: something on this computer shows you a wrong one.",
  "pair.verified": "You agreed on the device: the address here is the Ledger’s.",

  "pair.chosen": { one: "{count} address chosen", other: "{count} addresses chosen" },
  "pair.chosen-elsewhere": {
    one: "{count} more address is chosen that is not shown here.",
    other: "{count} more addresses are chosen that are not shown here.",
  },
  "pair.none-selected": "Choose at least one address.",
  "pair.too-many": "At most {most} at a time.",
  "pair.add-none": "Add accounts",
  "pair.add": { one: "Add {count} account", other: "Add {count} accounts" },
  "pair.added": { one: "{count} account added", other: "{count} accounts added" },

  "pair.empty-title": "There is no account in this wallet yet",
  "pair.empty-text": "Pair a Ledger, or add an account of another kind.",
  "pair.hidden-title": "All accounts are hidden",
  "pair.hidden-text": "Choose one in the list of accounts to see it here.",
  "pair.show-accounts": "Show the accounts",
} as const;
