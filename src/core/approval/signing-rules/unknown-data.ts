import { sameAddress } from "../../account/address.ts";
import { permit2Address } from "../../allowance/standing-reads.ts";
import { type Rule, remark } from "../facts.ts";
import type { SigningFacts } from "../signing-facts.ts";

/** Names by which orders and transfers that are not decoded give themselves away (CoW, 0x, 1inch, Blur and their like). */
const ofTrades = /order|swap|trade|sell|maker|taker|withdraw|transfer|allowance|permit|spender/i;

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
    const names = Object.entries(typedData.types).flatMap(([type, fields]) => [
      type,
      ...fields.map(({ name }) => name),
    ]);
    return names.some((name) => ofTrades.test(name))
      ? [remark("warn", "unknown-data-trade")]
      : [remark("note", "unknown-data")];
  },
};
