import type { Hex } from "../../account/account.ts";
import type { TypedData } from "../../account/signer.ts";
import { fieldsOf, refuse } from "./typed-data-types.ts";
import { exactInteger, readValues } from "./typed-data-values.ts";

type Domain = TypedData["domain"];

/** The fields of a domain and their types, in the order in which they are hashed (EIP-712, "domainSeparator"). */
export const domainFields = [
  { name: "name", type: "string" },
  { name: "version", type: "string" },
  { name: "chainId", type: "uint256" },
  { name: "verifyingContract", type: "address" },
  { name: "salt", type: "bytes32" },
] as const;

const isOneOf = (name: string): boolean => domainFields.some((field) => field.name === name);

/** What binds a signature to one contract on one chain. */
const binding: readonly string[] = ["chainId", "verifyingContract"];

/**
 * The domain as its declared type has it, in the standard's order: that is what is hashed. A name, version or salt that is
 * there and not declared is left out, as it is in the hash; a chain or contract that is not declared would bind nothing while
 * it seems to, and is refused. Rejects: site/params-invalid.
 */
export function readDomain(declared: unknown, value: unknown): Domain {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return refuse("domain is missing");
  const record = value as Record<string, unknown>;
  const surplus = Object.keys(record).find((name) => !isOneOf(name));
  if (surplus !== undefined) refuse("domain has a field that EIP-712 does not know");
  const fields = declared === undefined ? [] : fieldsOf("EIP712Domain", declared);
  const there = domainFields.filter(
    ({ name }) =>
      Object.hasOwn(record, name) && (binding.includes(name) || fields.some((field) => field.name === name)),
  );
  const same =
    fields.length === there.length &&
    there.every(({ name, type }, at) => fields[at]?.name === name && fields[at].type === type);
  if (!same) refuse("EIP712Domain is not the type of the domain");
  const { name, version, chainId, verifyingContract, salt } = readValues({ EIP712Domain: there })(
    "EIP712Domain",
    Object.fromEntries(there.map(({ name }) => [name, record[name]])),
    "domain",
  ) as { [field in keyof Domain]: NonNullable<Domain[field]> };
  if (chainId !== undefined && !isChainId(record.chainId, chainId))
    refuse("domain.chainId is no chain's number");
  return {
    ...(name !== undefined && { name }),
    ...(version !== undefined && { version }),
    ...(chainId !== undefined && { chainId }),
    ...(verifyingContract !== undefined && { verifyingContract }),
    ...(salt !== undefined && { salt: salt as Hex }),
  };
}

/** No chain has a number that JavaScript rounds; one that is written with leading zeros is a trap for careless readers. */
function isChainId(written: unknown, chainId: bigint): boolean {
  const plain = typeof written === "number" || /^(?:0|[1-9]\d*|0x[0-9a-fA-F]+)$/.test(String(written));
  return plain && exactInteger(written) === chainId && chainId <= BigInt(Number.MAX_SAFE_INTEGER);
}
