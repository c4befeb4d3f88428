import type { AccountErrors } from "../../../core/errors/account.ts";
import type { ErrorSentences } from "../catalogue.ts";

/** What is wrong and what to do, for each code of core/errors/account.ts. */
export const accountErrors = {
  "account/phrase-length": "A recovery phrase has 12, 15, 18, 21 or 24 words; these are {words}.",
  "account/phrase-unknown-word": "Word {position} is not in the word list. Check its spelling.",
  "account/phrase-checksum": "These words do not form a valid phrase. Check their order and each word.",
  "account/key-malformed": "A private key has 64 hexadecimal digits, with or without 0x in front.",
  "account/key-out-of-range": "This number is not a valid private key. Check that it was copied completely.",
  "account/keystore-malformed":
    "This is not a key file Weir can read. Choose a Web3 Secret Storage file (JSON, version 3).",
  "account/keystore-password":
    "The password does not open this key file. Use the one that the file was made with.",
  "account/keystore-parameters":
    "This key file asks for an unusual amount of memory or time, so it was not opened. Export it again from the wallet it came from.",
  "account/address-malformed": "This is not an address. An Ethereum address is 0x and 40 digits.",
  "account/address-checksum":
    "The upper and lower case of this address does not match its checksum, so a digit may be wrong. Copy it again.",
  "account/address-zero": "This is the zero address. Nobody can use what is sent there.",
  "account/exists": "This account is already here as “{label}”.",
  "account/unknown": "This account is no longer in the wallet. Choose another one.",
  "account/watch-only":
    "This account is only watched: Weir does not hold its key. Import the key to sign with it.",
  "account/label-invalid": "A name has 1 to {max} characters.",
  "account/backup-mismatch": "These are not the words asked for. Look at your written phrase and try again.",
  "account/has-key": "Weir holds the key of this account, so it cannot be removed. Hide it instead.",
  "account/key-on-device": "The key of this account is in your Ledger and never leaves it.",
  "account/last-visible": "At least one account stays visible. Show another one first.",
  "account/typed-data":
    "The data to sign does not match its own description, so nothing was signed. Reload the page it came from and try again.",
  "account/signature":
    "The signature that was made does not belong to this account, so it was thrown away. Lock and unlock the wallet, then try again.",
} as const satisfies ErrorSentences<AccountErrors>;
