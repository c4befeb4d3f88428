import { HDKey } from "@scure/bip32";
import { entropyToMnemonic } from "@scure/bip39";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { describe, expect, it } from "vitest";
import { formatAddress, parseAddress } from "../../src/core/account/address.ts";
import { keyAtPath } from "../../src/core/account/derivation.ts";
import { openKeystore } from "../../src/core/account/keystore.ts";
import { parsePhrase, phraseOfEntropy, seedOfPhrase } from "../../src/core/account/phrase.ts";
import { aesCtr } from "../../src/vault/aes.ts";
import bip32 from "./data/bip32.json" with { type: "json" };
import bip39 from "./data/bip39-english.json" with { type: "json" };
import keystores from "./data/keystore-v3.json" with { type: "json" };

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "hex"));

describe("BIP-39, English, passphrase TREZOR", () => {
  it("has all 24 published vectors", () => expect(bip39).toHaveLength(24));

  it.each(bip39)("$phrase", async ({ entropy, phrase, seed, xprv }) => {
    expect(entropyToMnemonic(bytes(entropy), wordlist)).toBe(phrase);
    expect(phraseOfEntropy(bytes(entropy))).toBe(phrase);
    const own = await seedOfPhrase(parsePhrase(phrase), "TREZOR");
    expect(hex(own)).toBe(seed);
    expect(HDKey.fromMasterSeed(own).privateExtendedKey).toBe(xprv);
  });
});

describe("BIP-32, vectors 1 to 4 (3 and 4 keep leading zeros)", () => {
  it("has them all", () => expect(bip32.map(({ vector }) => vector)).toEqual([1, 2, 3, 4]));

  const chains = bip32.flatMap(({ vector, seed, chains: list }) =>
    list.map((chain) => ({ vector, seed, ...chain })),
  );
  it.each(chains)("vector $vector, $path", ({ seed, path, xprv, xpub }) => {
    const published = HDKey.fromExtendedKey(xprv);
    expect(hex(keyAtPath(bytes(seed), path))).toBe(hex(published.privateKey ?? new Uint8Array()));
    expect(published.publicExtendedKey).toBe(xpub);
  });
});

describe("Web3 Secret Storage, published files", () => {
  it.each(keystores)("$name", async ({ json, password, priv }) => {
    const key = await openKeystore(JSON.stringify(json), password, aesCtr);
    expect(hex(key)).toBe(priv.padStart(64, "0"));
  });

  it.each(keystores)("$name does not open with another password", async ({ json, password }) => {
    await expect(openKeystore(JSON.stringify(json), `${password}x`, aesCtr)).rejects.toMatchObject({
      code: "account/keystore-password",
    });
  });
});

describe("EIP-55, the addresses of its text", () => {
  it.each([
    "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
    "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
    "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
    "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb",
  ])("%s", (address) => {
    expect(formatAddress(address.toLowerCase())).toBe(address);
    expect(parseAddress(address)).toBe(address);
  });
});
