import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";

/**
 * Bytes of a domain's SHA-256 that are kept: among a quarter of a million domains an unlisted one is taken for a listed one
 * once in four million times.
 */
const WIDTH = 5;

function shortHash(domain: string): number {
  const hash = sha256(utf8ToBytes(domain));
  let number = 0;
  for (let index = 0; index < WIDTH; index++) number = number * 256 + (hash[index] ?? 0);
  return number;
}

const numberAt = (bytes: Uint8Array, index: number): number => {
  let number = 0;
  for (let each = 0; each < WIDTH; each++) number = number * 256 + (bytes[index * WIDTH + each] ?? 0);
  return number;
};

/** Domains as their short hashes in ascending order, each once. */
export function packDomains(domains: Iterable<string>): Uint8Array {
  const hashes = Float64Array.from(new Set([...domains].map(shortHash))).sort();
  const bytes = new Uint8Array(hashes.length * WIDTH);
  hashes.forEach((hash, index) => {
    let rest = hash;
    for (let each = WIDTH - 1; each >= 0; each--) {
      bytes[index * WIDTH + each] = rest % 256;
      rest = Math.floor(rest / 256);
    }
  });
  return bytes;
}

/** How many domains are in packed ones. */
export function packedSize(packed: Uint8Array): number {
  return packed.length / WIDTH;
}

/** Whether a domain is among packed ones. */
export function isPacked(packed: Uint8Array, domain: string): boolean {
  const wanted = shortHash(domain);
  let low = 0;
  let high = packedSize(packed) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = numberAt(packed, middle);
    if (found === wanted) return true;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
