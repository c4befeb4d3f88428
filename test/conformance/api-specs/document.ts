import { MetaMaskOpenRPCDocument } from "@metamask/api-specs";
import type Rule from "@open-rpc/test-coverage/build/rules/rule";

/** An OpenRPC document and its methods, as the coverage tool takes them. */
export type OpenrpcDocument = Parameters<Rule["getCalls"]>[0];
export type Method = Parameters<Rule["getCalls"]>[1];

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/**
 * MetaMask's OpenRPC document with every reference followed, which the tool's validator does not do by itself. Without
 * `unevaluatedProperties`, which that validator does not know. The method that ends the connection comes last.
 */
export function specDocument(): OpenrpcDocument {
  const source = structuredClone(MetaMaskOpenRPCDocument) as unknown as { [name: string]: Json };
  const methods = (followed(source.methods as Json, source) as unknown as Method[]).toSorted(
    (a, b) => Number(a.name === "wallet_revokePermissions") - Number(b.name === "wallet_revokePermissions"),
  );
  return { ...source, methods } as unknown as OpenrpcDocument;
}

function followed(value: Json, root: Json): Json {
  if (Array.isArray(value)) return value.map((one) => followed(one, root));
  if (value === null || typeof value !== "object") return value;
  const { $ref: reference, ...own } = value;
  const entries = Object.entries(own)
    .filter(([name]) => name !== "unevaluatedProperties")
    .map(([name, one]) => [name, followed(one, root)] as const);
  const rest = Object.fromEntries(entries);
  if (typeof reference !== "string") return rest;
  return { ...(followed(target(reference, root), root) as { [name: string]: Json }), ...rest };
}

function target(reference: string, root: Json): Json {
  let at: Json | undefined = root;
  for (const name of reference.replace(/^#\//, "").split("/")) {
    at = at !== null && typeof at === "object" && !Array.isArray(at) ? at[name] : undefined;
  }
  if (at === undefined) throw new Error(`${reference} is not in the document`);
  return at;
}
