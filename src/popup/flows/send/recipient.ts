import type { Account, Address, Contact } from "../../../core/account/account.ts";
import { parseAddress, sameAddress } from "../../../core/account/address.ts";
import { looksLike } from "../../../core/account/look-alike.ts";
import { type ErrorReport, errorReport } from "../../../core/errors/index.ts";

/** Somebody known here, by address. */
export type Known = Pick<Account | Contact, "address" | "label">;

/** What a typed recipient turns out to be. */
export interface Recipient {
  /** With its checksum; undefined while the text is no address. */
  address: Address | undefined;
  /** What is wrong with the text; nothing while it is empty. */
  error: ErrorReport | undefined;
  /** Own account or contact with exactly this address. */
  known: Known | undefined;
  /** Somebody known whom this address could be mistaken for, while it is itself unknown. */
  imitates: Known | undefined;
}

/** Reads a recipient as typed and compares it with everybody known. */
export function readRecipient(text: string, everybody: readonly Known[]): Recipient {
  const none = { address: undefined, error: undefined, known: undefined, imitates: undefined };
  if (text.trim() === "") return none;
  try {
    const address = parseAddress(text);
    const known = everybody.find((each) => sameAddress(each.address, address));
    const model =
      known === undefined
        ? looksLike(
            address,
            everybody.map((each) => each.address),
          )
        : undefined;
    const imitates = model && everybody.find((each) => each.address === model);
    return { address, error: undefined, known, imitates };
  } catch (thrown) {
    return { ...none, error: errorReport(thrown, "recipient") };
  }
}
