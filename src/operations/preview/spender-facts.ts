import type { Address } from "../../core/account/account.ts";
import { permit2Address } from "../../core/allowance/standing-reads.ts";
import type { ChainAccess } from "../../core/chain/access.ts";
import type { AllowanceChange, Operation } from "../../core/operation/operation.ts";
import { type AddressBook, isAmong } from "./known-addresses.ts";

const WEEK_SECONDS = 7 * 86_400;

/** Who somebody is that may take something. Absent: the node could not tell. */
export interface SpenderFacts {
  spenderKind?: NonNullable<AllowanceChange["spenderKind"]>;
  spenderName?: string;
  spenderIsNew?: boolean;
}

/** An account with a key has no code, or only the mark of whom it delegates to, which its key can change (EIP-7702). */
const hasNoCodeOfItsOwn = (code: string): boolean => code === "0x" || /^0xef0100/i.test(code);

/** Whether there is no code of its own at `address`; undefined when the node does not say. */
export async function isPlainAccount(access: ChainAccess, address: Address): Promise<boolean | undefined> {
  try {
    return hasNoCodeOfItsOwn(await access.code(address));
  } catch {
    return undefined;
  }
}

/** Whether the code came in the week before block `head`; undefined where the node keeps no state that old. */
async function isNew(
  access: ChainAccess,
  address: Address,
  head: number,
  blockSeconds: number,
): Promise<boolean | undefined> {
  const then = head - Math.ceil(WEEK_SECONDS / blockSeconds);
  if (then < 0) return undefined;
  try {
    return (await access.code(address, then)) === "0x";
  } catch {
    return undefined;
  }
}

const nameIn = (address: Address, known: readonly { address: Address; label: string }[]) =>
  known.find((each) => each.address.toLowerCase() === address.toLowerCase())?.label;

/** Finds who `spender` is: by the wallet's own knowledge first, then by its code at `head` and a week before. */
export async function spenderFacts(
  access: ChainAccess,
  spender: Address,
  book: AddressBook,
  head: number,
  blockSeconds: number,
): Promise<SpenderFacts> {
  if (isAmong(spender, book.own)) return named("own", nameIn(spender, book.own));
  if (isAmong(spender, book.contracts)) return named("protocol", nameIn(spender, book.contracts));
  const plain = await isPlainAccount(access, spender);
  if (plain === false && isAmong(spender, [{ address: permit2Address }])) return named("protocol", "Permit2");
  const name = nameIn(spender, book.contacts);
  if (plain === undefined) return named(undefined, name);
  if (plain) return named("plain", name);
  const fresh = await isNew(access, spender, head, blockSeconds);
  return { ...named("contract", name), ...(fresh === undefined ? {} : { spenderIsNew: fresh }) };
}

function named(kind: SpenderFacts["spenderKind"], name: string | undefined): SpenderFacts {
  return {
    ...(kind === undefined ? {} : { spenderKind: kind }),
    ...(name === undefined ? {} : { spenderName: name }),
  };
}

/** Whether this account let the spender take something, or called it, from this wallet before. */
export function isFamiliar(spender: Address, earlier: readonly Operation[]): boolean {
  const id = spender.toLowerCase();
  return earlier.some(
    ({ state, plan }) =>
      state === "confirmed" &&
      plan.steps.some(
        (step) =>
          ("spender" in step && step.spender.toLowerCase() === id) ||
          ("to" in step && step.to?.toLowerCase() === id),
      ),
  );
}
