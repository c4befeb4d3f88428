import * as v from "valibot";
import { AccountList, ContactList } from "../../core/account/account.ts";
import type { KnownAddress } from "../../core/approval/facts.ts";
import type { Operation } from "../../core/operation/operation.ts";
import { localKeys } from "../../core/store/keys.ts";
import type { OperationsDependencies } from "../dependencies.ts";

export interface AddressBook {
  own: KnownAddress[];
  contacts: KnownAddress[];
  contracts: KnownAddress[];
  /** Paid from this wallet before, with success. */
  paid: KnownAddress[];
}

/**
 * Everybody the user knows. A damaged list counts as empty here: its own screen tells, and no approval should
 * hang on it.
 */
export async function addressBook(
  deps: OperationsDependencies,
  chainId: number,
  operations: readonly Operation[],
): Promise<AddressBook> {
  const stored = await deps.local.getMany([localKeys.accounts, localKeys.contacts]);
  const accounts = v.safeParse(AccountList, stored[localKeys.accounts]);
  const contacts = v.safeParse(ContactList, stored[localKeys.contacts]);
  const labelled = (each: { address: `0x${string}`; label: string }) => ({
    address: each.address,
    label: each.label,
  });
  return {
    own: accounts.success ? accounts.output.accounts.map(labelled) : [],
    contacts: contacts.success ? contacts.output.map(labelled) : [],
    contracts: deps.protocols
      .onChain(chainId)
      .flatMap(({ definition }) =>
        definition.contracts.map(({ address, role }) => ({ address, label: `${definition.name} ${role}` })),
      ),
    paid: operations.flatMap(({ intent, state }) =>
      intent.kind === "send" && state === "confirmed" ? [{ address: intent.to, label: intent.to }] : [],
    ),
  };
}

/** All of them in one list. */
export function everybody(book: AddressBook): KnownAddress[] {
  return [...book.own, ...book.contacts, ...book.contracts, ...book.paid];
}

/** Whether `address` is one of `known`, whatever its case. */
export function isAmong(address: string, known: readonly { address: string }[]): boolean {
  return known.some((each) => each.address.toLowerCase() === address.toLowerCase());
}
