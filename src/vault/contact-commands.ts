import * as v from "valibot";
import { type Contact, ContactList } from "../core/account/account.ts";
import { parseAddress, sameAddress } from "../core/account/address.ts";
import { parseLabel } from "../core/account/label.ts";
import { WeirError } from "../core/errors/index.ts";
import { localKeys } from "../core/store/keys.ts";
import type { CommandHandlers } from "../messages/popup/index.ts";
import { newId } from "./secret-keys.ts";
import { createSerial } from "./serial.ts";
import type { VaultParts } from "./state.ts";

/** The address book in storage.local: nothing secret, so it is not sealed. */
export function contactCommands(
  parts: Pick<VaultParts, "local" | "random" | "clock" | "audit">,
): Pick<CommandHandlers, "contacts.add" | "contacts.remove"> {
  const { local, random, clock, audit } = parts;
  const serial = createSerial();

  async function read(): Promise<Contact[]> {
    const parsed = v.safeParse(ContactList, (await local.get(localKeys.contacts)) ?? []);
    if (!parsed.success) throw new WeirError("storage/damaged", { key: localKeys.contacts });
    return parsed.output;
  }

  return {
    "contacts.add": ({ address: typed, label }) =>
      serial(async () => {
        const address = parseAddress(typed);
        const contacts = await read();
        const known = contacts.find((contact) => sameAddress(contact.address, address));
        if (known) throw new WeirError("account/exists", { label: known.label });
        const createdAt = clock.nowSeconds();
        const contact: Contact = { id: newId(random), address, label: parseLabel(label), createdAt };
        await local.set(localKeys.contacts, [...contacts, contact]);
        await audit("contact.added", { address });
        return contact;
      }),
    "contacts.remove": ({ id }) =>
      serial(async () => {
        const contacts = await read();
        const contact = contacts.find((one) => one.id === id);
        if (!contact) throw new WeirError("account/unknown", {});
        await local.set(
          localKeys.contacts,
          contacts.filter((one) => one.id !== id),
        );
        await audit("contact.removed", { address: contact.address });
        return {};
      }),
  };
}
