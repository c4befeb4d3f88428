import type { Address, Hex } from "../../account/account.ts";
import type { Meaning } from "./meaning.ts";

/** What a call does to what the account holds and grants; native value of the call itself is not repeated. */
export function meaningsOfCall(call: { to?: Address; data: Hex; value: bigint }): Meaning[] {
  if (call.data === "0x" && call.to !== undefined) return [];
  return [
    {
      kind: "unknown",
      ...(call.to !== undefined && { to: call.to, selector: call.data.slice(0, 10) as Hex }),
    },
  ];
}
