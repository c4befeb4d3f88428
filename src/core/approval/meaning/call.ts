import type { Address, Hex } from "../../account/account.ts";
import { sameAddress } from "../../account/address.ts";
import { permit2Address } from "../../allowance/standing-reads.ts";
import { batchCalls } from "./batch-calls.ts";
import { Calldata } from "./calldata.ts";
import type { Meaning } from "./meaning.ts";
import { permit2Calls } from "./permit2-calls.ts";
import { type InnerCall, Reading } from "./reading.ts";
import { routerCalls } from "./router-calls.ts";
import { tokenCalls } from "./token-calls.ts";

function readCall(call: InnerCall, reading: Reading): void {
  const selector = call.digits.slice(0, 8).toLowerCase();
  const args = new Calldata(call.digits.slice(8));
  const batch = batchCalls.get(selector);
  if (batch) {
    batch(args, call, reading, (inner, value) => readInner(inner, value, reading));
    return;
  }
  // Another's code run as oneself could do anything under these names.
  const isForeignCode = !sameAddress(call.self, call.to);
  const ofPermit2 = permit2Calls.get(selector);
  if (ofPermit2 && !isForeignCode && sameAddress(call.to, permit2Address)) ofPermit2(args, call, reading);
  else if (ofPermit2) reading.unknown(call, "permit2-elsewhere");
  else {
    const ofToken =
      isForeignCode || args.size === 0 ? undefined : (tokenCalls.get(selector) ?? routerCalls.get(selector));
    if (ofToken) ofToken(args, call, reading);
    else reading.unknown(call);
  }
}

/** A call that says nothing is not nothing: whose contract it is, is not known. */
function readWhole(call: InnerCall, reading: Reading): void {
  const before = reading.meanings.length;
  readCall(call, reading);
  if (reading.meanings.length === before) reading.unknown(call);
}

function readInner(call: InnerCall, value: bigint, reading: Reading): void {
  if (value > 0n) reading.add(call, { kind: "transfer", token: "native", to: call.to, amount: value });
  if (call.digits === "" && call.self === call.to) return;
  if (!reading.admits(call)) return;
  try {
    readWhole(call, reading);
  } catch (cause) {
    // Offsets that lead nowhere: the call reverts or does something else. What was read of it stays.
    if (!(cause instanceof RangeError)) throw cause;
    reading.unknown(call);
  }
}

/**
 * What a call does to what the account holds and grants, in calls within calls too; what is not recognised is there as
 * unknown. No data: nothing but the call's own native value, which stands beside and is not repeated. No `to`: a deployment,
 * unknown. By selector alone ERC-20's approve and transferFrom are not to be told from ERC-721's: they are read as ERC-20's,
 * and of a collection `amount` is the item's number. Addresses carry EIP-55 checksums. Never throws; work is bounded.
 */
export function meaningsOfCall(call: { to?: Address; data: Hex; value: bigint }): Meaning[] {
  if (call.to === undefined) return [{ kind: "unknown" }];
  const reading = new Reading();
  readInner({ to: call.to, self: call.to, digits: call.data.slice(2), depth: 0 }, 0n, reading);
  return reading.meanings;
}

/** What a call does that `by` makes for the account, `runsCode` when it runs the code at `to` as itself (a Safe's operation 1). */
export function meaningsOfCallBy(
  by: Address,
  call: { to: Address; data: Hex; value: bigint },
  runsCode: boolean,
): Meaning[] {
  const reading = new Reading();
  const digits = call.data.slice(2);
  readInner({ to: call.to, self: runsCode ? by : call.to, by, digits, depth: 1 }, call.value, reading);
  return reading.meanings;
}
