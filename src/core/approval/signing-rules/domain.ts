import type { TypedData } from "../../account/signer.ts";
import { type Rule, remark } from "../facts.ts";
import type { SigningFacts } from "../signing-facts.ts";
import { gives } from "./gives.ts";

const ZERO = /^0x0{40}$/;

/** The chain that a domain is bound to; tokens bridged to Polygon put it into the salt. */
function chainOf({ chainId, salt }: TypedData["domain"]): bigint | undefined {
  if (chainId !== undefined || salt === undefined) return chainId;
  const number = BigInt(salt);
  return number < 2n ** 53n ? number : undefined;
}

/**
 * What a signature is bound to (EIP-712's domain). One for another network is signed for something that cannot be seen from
 * here; one for no network or no contract can be used anywhere, which only matters little when it gives nothing.
 */
export const domain: Rule<SigningFacts> = {
  id: "domain",
  check: ({ typedData, chainId, meanings }) => {
    if (!typedData) return [];
    const chain = chainOf(typedData.domain);
    const contract = typedData.domain.verifyingContract;
    const noContract = contract === undefined || ZERO.test(contract);
    const level = gives(meanings) ? "block" : "warn";
    if (chain === undefined && noContract) return [remark(level, "domain-unbound")];
    if (chain !== undefined && chain !== BigInt(chainId)) {
      return [remark("block", "chain-mismatch", { signed: String(chain), chain: String(chainId) })];
    }
    if (noContract) return [remark(level, "verifying-contract-missing")];
    return chain === undefined ? [remark(level, "chain-missing")] : [];
  },
};
