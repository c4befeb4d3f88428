import { sameAddress } from "../../account/address.ts";
import { type Rule, remark } from "../facts.ts";
import { permit2Address } from "../meaning/permit2-calls.ts";
import type { SigningFacts } from "../signing-facts.ts";

/** Data whose meaning is not known. For a token or for Permit2 it may move what the account holds; most else is a site's own. */
export const unknownData: Rule<SigningFacts> = {
  id: "unknown-data",
  check: ({ meanings, typedData, tokens }) => {
    const unknown = meanings.filter((each) => each.kind === "unknown");
    if (unknown.length === 0 || !typedData) return [];
    const contract = typedData.domain.verifyingContract;
    if (unknown.some(({ hint }) => hint === "permit2-elsewhere" || hint === "look-alike-type")) {
      return [remark("warn", "unknown-data-disguised")];
    }
    if (unknown.some(({ hint }) => hint === "too-many-parts")) return [remark("warn", "unknown-data-parts")];
    if (contract && (tokens.has(contract.toLowerCase()) || sameAddress(contract, permit2Address))) {
      return [remark("warn", "unknown-data-token", { contract })];
    }
    return [remark("note", "unknown-data")];
  },
};
