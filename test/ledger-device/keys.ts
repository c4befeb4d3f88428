import { secp256k1 } from "@noble/curves/secp256k1.js";
import { keccak_256 } from "@noble/hashes/sha3.js";
import { HDKey } from "@scure/bip32";
import { mnemonicToSeedSync } from "@scure/bip39";
import { ascii, toHex } from "./apdu.ts";

const ORDER = secp256k1.Point.Fn.ORDER;

/** How a signature is spoilt. `high-s` is the other, valid form of the same signature. */
export type SignatureFault = "other-key" | "other-bytes" | "high-s" | "zeros";

export interface RawSignature {
  parity: number;
  r: Uint8Array;
  s: Uint8Array;
}

export interface DeviceKeys {
  publicKey(path: number[]): Uint8Array;
  chainCode(path: number[]): Uint8Array;
  /** 40 hex digits with the capitals of ERC-55, no 0x. */
  address(path: number[]): string;
  /** RFC 6979 over a digest of 32 bytes, low s. */
  sign(path: number[], digest: Uint8Array, fault?: SignatureFault): RawSignature;
}

/** A phrase's seed takes 2048 rounds: once for all devices that have it. */
const roots = new Map<string, HDKey>();

function rootOf(phrase: string, passphrase: string): HDKey {
  const name = JSON.stringify([phrase, passphrase]);
  const root = roots.get(name) ?? HDKey.fromMasterSeed(mnemonicToSeedSync(phrase, passphrase));
  roots.set(name, root);
  return root;
}

export function deviceKeys(phrase: string, passphrase: string): DeviceKeys {
  const at = (path: number[]): HDKey =>
    path.reduce((key, index) => key.deriveChild(index), rootOf(phrase, passphrase));
  const uncompressed = (path: number[]): Uint8Array =>
    secp256k1.Point.fromBytes(at(path).publicKey!).toBytes(false);
  return {
    publicKey: uncompressed,
    chainCode: (path) => at(path).chainCode!,
    address: (path) => checksummed(toHex(keccak_256(uncompressed(path).slice(1)).slice(12))),
    sign(path, digest, fault) {
      if (fault === "zeros") return { parity: 0, r: new Uint8Array(32), s: new Uint8Array(32) };
      const signing = fault === "other-key" ? [...path, 7] : path;
      const signed = fault === "other-bytes" ? keccak_256(digest) : digest;
      const bytes = secp256k1.sign(signed, at(signing).privateKey!, { prehash: false, format: "recovered" });
      const parity = bytes[0]!;
      const r = bytes.slice(1, 33);
      const s = bytes.slice(33);
      if (fault !== "high-s") return { parity, r, s };
      const high = (ORDER - BigInt(`0x${toHex(s)}`)).toString(16).padStart(64, "0");
      return {
        parity: 1 - parity,
        r,
        s: Uint8Array.from(high.match(/../g)!, (pair) => Number.parseInt(pair, 16)),
      };
    },
  };
}

function checksummed(hex: string): string {
  const hash = toHex(keccak_256(ascii(hex)));
  return [...hex]
    .map((digit, i) => (Number.parseInt(hash[i]!, 16) >= 8 ? digit.toUpperCase() : digit))
    .join("");
}
