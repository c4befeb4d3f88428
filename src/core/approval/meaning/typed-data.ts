import type { TypedData } from "../../account/signer.ts";
import { WeirError } from "../../errors/index.ts";
import type { Meaning } from "./meaning.ts";

/** One line of typed data as it is shown: where it stands, its type, and its value as exact text. */
export interface TypedDataRow {
  path: string;
  type: string;
  value: string;
}

/** The EIP-712 data in a site's JSON text. Rejects: site/params-invalid. */
export function readTypedData(_json: string): TypedData {
  throw new WeirError("site/params-invalid", { detail: "typed data" });
}

/** What signing `data` allows others. */
export function meaningsOfTypedData(data: TypedData): Meaning[] {
  return [{ kind: "unknown", primaryType: data.primaryType }];
}

/** Everything that is hashed, line by line. */
export function typedDataRows(_data: TypedData): TypedDataRow[] {
  return [];
}
