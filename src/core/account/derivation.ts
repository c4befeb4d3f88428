import { HDKey } from "@scure/bip32";
import { WeirError } from "../errors/index.ts";

/** The BIP-44 path of Ethereum account `index`: the last step counts, as in most wallets. */
export function accountPath(index: number): string {
  return `m/44'/60'/0'/0/${index}`;
}

/** The index in a path of this wallet, or undefined for any other path. */
export function pathIndex(path: string): number | undefined {
  const digits = /^m\/44'\/60'\/0'\/0\/(0|[1-9]\d{0,8})$/.exec(path)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/**
 * The 32-byte private key at a BIP-32 `path` under `seed`, with its leading zeros. Rejects with
 * account/key-out-of-range for a child that does not exist (BIP-32, chance below 2^-127). The caller zeroes it.
 */
export function keyAtPath(seed: Uint8Array, path: string): Uint8Array {
  const root = HDKey.fromMasterSeed(seed);
  try {
    const node = root.derive(path);
    const key = node.privateKey;
    if (!key) throw new WeirError("account/key-out-of-range", {});
    const copy = Uint8Array.from(key);
    if (node !== root) node.wipePrivateData();
    return copy;
  } finally {
    root.wipePrivateData();
  }
}
