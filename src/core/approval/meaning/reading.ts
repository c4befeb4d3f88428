import type { Address, Hex } from "../../account/account.ts";
import type { ApprovalMeaning, Meaning, TransferMeaning } from "./meaning.ts";

/** Calls and rights read of one request, and how deep they may lie in each other. Beyond: unknown, and said so. */
export const maxParts = 256;
const maxDepth = 8;

/** One call, as it arrives at a contract. */
export interface InnerCall {
  to: Address;
  /** Hex digits without 0x, selector first. */
  digits: string;
  depth: number;
  /** Who calls, when it is not the account itself. */
  by?: Address;
  /** As whom the code at `to` runs; another than `to` in a delegatecall. */
  self: Address;
}

/** What has been read so far, and how much more may be. */
export class Reading {
  readonly meanings: Meaning[] = [];
  private readonly unknowns = new Set<string>();
  private left = maxParts;

  /** Counts one part; false when there are too many of them, which is then among the meanings. */
  admits(call: InnerCall): boolean {
    if (this.left > 0 && call.depth <= maxDepth) {
      this.left--;
      return true;
    }
    this.unknown(call, "too-many-parts");
    return false;
  }

  /** Reads one place after the other, as long as there is room. */
  each(call: InnerCall, places: readonly number[], read: (place: number, index: number) => void): void {
    for (const [index, place] of places.entries()) {
      if (this.left === 0) {
        this.unknown(call, "too-many-parts");
        return;
      }
      read(place, index);
    }
  }

  add(call: InnerCall, meaning: ApprovalMeaning | TransferMeaning): void {
    if (!this.admits(call)) return;
    this.meanings.push(call.by === undefined ? meaning : { ...meaning, by: call.by });
  }

  /** Each unknown thing once, however often it is in there. */
  unknown({ to, digits }: InnerCall, hint?: "permit2-elsewhere" | "too-many-parts"): void {
    const selector: Hex = `0x${digits.slice(0, 8)}`;
    const name = hint === "too-many-parts" ? hint : `${to}${selector}`;
    if (this.unknowns.has(name)) return;
    this.unknowns.add(name);
    this.meanings.push({ kind: "unknown", to, selector, ...(hint && { hint }) });
  }
}
