import type { Address } from "../../core/account/account.ts";
import type { StandingForm } from "../../core/allowance/allowance.ts";
import { everything } from "../../core/allowance/standing-reads.ts";
import { least } from "../../core/amount/ratio.ts";
import { meaningsOfCall } from "../../core/approval/meaning/call.ts";
import type { AllowanceForm, ApprovalMeaning, Meaning } from "../../core/approval/meaning/meaning.ts";
import type { Asset } from "../../core/asset/asset.ts";
import type { AllowanceChange } from "../../core/operation/operation.ts";
import type { SiteCallData } from "../../core/site/site.ts";

/** Beyond this no date is meant (JavaScript's last one). */
const lastDate = 8_640_000_000_000n;

/** How a right that was given in some form stands on the chain; undefined for one that leaves nothing there. */
export function standingOf(form: AllowanceForm): StandingForm | undefined {
  if (form === "operator") return "operator";
  if (form === "permit2-allowance") return "permit2";
  return form === "permit2-transfer" ? undefined : "erc20";
}

export function isApproval(meaning: Meaning): meaning is ApprovalMeaning {
  return meaning.kind === "approval";
}

/** What the calls mean, all of them. */
export function meaningsOf(calls: readonly SiteCallData[]): Meaning[] {
  return calls.flatMap(({ to, data, value }) =>
    meaningsOfCall({ ...(to === undefined ? {} : { to }), data, value }),
  );
}

/** What may be taken once the right is given on top of `before`. */
export function amountAfter({ form, amount }: ApprovalMeaning, before: bigint): bigint {
  if (form !== "increase") return amount;
  const after = least(before + amount, everything);
  return after < 0n ? 0n : after;
}

/** The end as the record has it; absent when no date is meant. */
export function endOf(until: bigint | undefined): Pick<AllowanceChange, "until"> {
  return until === undefined || until > lastDate ? {} : { until: Number(until) };
}

/** A token by its address; one that tells nothing of itself counts in its smallest units. */
export function tokenOr(
  tokens: ReadonlyMap<string, Asset & { address: Address }>,
  address: Address,
): Asset & { address: Address } {
  const id = address.toLowerCase();
  return tokens.get(id) ?? { id, symbol: "?", name: "?", decimals: 0, address };
}
