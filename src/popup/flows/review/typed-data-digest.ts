import { TypedDataEncoder } from "ethers/hash";
import type { TypedData } from "../../../core/account/signer.ts";

/** The EIP-712 digest of `data`, to be compared with what another program shows; undefined where it has none. */
export function typedDataDigest({ domain, types, message }: TypedData): string | undefined {
  const own = Object.fromEntries(
    Object.entries(types)
      .filter(([name]) => name !== "EIP712Domain")
      .map(([name, fields]) => [name, fields.map((field) => ({ ...field }))]),
  );
  try {
    return TypedDataEncoder.hash(domain, own, { ...message });
  } catch {
    return undefined;
  }
}
