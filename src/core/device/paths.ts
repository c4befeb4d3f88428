import { WeirError } from "../errors/index.ts";

/**
 * The three ways in which wallets number the accounts of one Ethereum phrase: Ledger Live counts BIP-44 accounts, most
 * others the address index, and the first MyEtherWallet stopped one step earlier. Where the first two meet (account 0)
 * the path is one and the same.
 */
export const pathFamilies = ["ledger-live", "bip44", "legacy"] as const;
export type PathFamily = (typeof pathFamilies)[number];

/** The path of account `index` (0 …) in a family. */
export function familyPath(family: PathFamily, index: number): string {
  switch (family) {
    case "ledger-live":
      return `m/44'/60'/${index}'/0/0`;
    case "bip44":
      return `m/44'/60'/0'/0/${index}`;
    case "legacy":
      return `m/44'/60'/0'/${index}`;
  }
}

const HARDENED = 2 ** 31;

/**
 * A path that somebody typed, in its one spelling (m/44'/60'/0'/0/0). `h` and `H` count as the apostrophe, the leading
 * "m/" may be missing. The Ethereum app derives under 44' alone, ten steps at the most. Rejects device/path-invalid.
 */
export function parsePath(text: string): string {
  const steps = text
    .trim()
    .replace(/^[mM]\//, "")
    .split("/");
  const parsed = steps.map((step) => {
    const [, digits, mark] = /^(0|[1-9]\d{0,9})(['hH’]?)$/.exec(step) ?? [];
    if (digits === undefined || Number(digits) >= HARDENED) throw new WeirError("device/path-invalid", {});
    return mark === "" ? digits : `${digits}'`;
  });
  if (parsed[0] !== "44'" || parsed.length < 3 || parsed.length > 10) {
    throw new WeirError("device/path-invalid", {});
  }
  return `m/${parsed.join("/")}`;
}
