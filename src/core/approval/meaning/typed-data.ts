import type { TypedData } from "../../account/signer.ts";
import { readDomain } from "./typed-data-domain.ts";
import { reachableTypes, refuse } from "./typed-data-types.ts";
import { readValues } from "./typed-data-values.ts";

export { meaningsOfTypedData } from "./typed-data-meaning.ts";
export { typedDataRows } from "./typed-data-rows.ts";

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * The EIP-712 data in a site's JSON text ({types, primaryType, domain, message}): what comes back is exactly what is hashed,
 * each value in one form (bigint, checksummed address, lower-case hex, boolean, text), types that nothing needs left out.
 * Numbers that JavaScript rounds are refused, since nobody can say which number was meant. Rejects: site/params-invalid.
 */
export function readTypedData(json: string): TypedData {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    refuse("no JSON");
  }
  if (!isRecord(data)) return refuse("no object");
  const { types, primaryType, domain, message } = data;
  if (!isRecord(types)) return refuse("types are missing");
  if (typeof primaryType !== "string") return refuse("primaryType is missing");
  const reachable = reachableTypes(types, primaryType);
  const declared = Object.hasOwn(types, "EIP712Domain") ? types.EIP712Domain : undefined;
  return {
    domain: readDomain(declared, domain),
    primaryType,
    types: reachable,
    message: readValues(reachable)(primaryType, message, "message") as Record<string, unknown>,
  };
}
