/** What can be wrong with a phrase, a key, a key file or an address. Never carries any of them. */
export interface AccountErrors {
  "account/phrase-length": { words: number };
  "account/phrase-unknown-word": { position: number };
  "account/phrase-checksum": Record<never, never>;
  "account/key-malformed": Record<never, never>;
  "account/key-out-of-range": Record<never, never>;
  "account/keystore-malformed": Record<never, never>;
  "account/keystore-password": Record<never, never>;
  "account/keystore-parameters": Record<never, never>;
  "account/address-malformed": Record<never, never>;
  "account/address-checksum": Record<never, never>;
  "account/address-zero": Record<never, never>;
  "account/exists": { label: string };
  "account/unknown": Record<never, never>;
  "account/watch-only": Record<never, never>;
  "account/label-invalid": { max: number };
  "account/backup-mismatch": Record<never, never>;
  /** The phrase or key is in the vault: such an account can be hidden, not taken away. */
  "account/has-key": Record<never, never>;
  /** A Ledger's: there is no key here to show. */
  "account/key-on-device": Record<never, never>;
  "account/last-visible": Record<never, never>;
  "account/typed-data": Record<never, never>;
  "account/signature": Record<never, never>;
}
