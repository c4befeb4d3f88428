import * as v from "valibot";
import { Account, Contact } from "../../core/account/account.ts";
import { recordId } from "../../core/wire/schemas.ts";
import { command } from "./command.ts";
import { SecretInput } from "./vault.ts";

const done = v.strictObject({});
const label = v.pipe(v.string(), v.maxLength(200));
const typedAddress = v.pipe(v.string(), v.maxLength(200));

export const accountCommands = {
  /** The next unused index of a phrase (default: the first). */
  "accounts.derive": command(
    v.strictObject({ secretId: v.optional(recordId), label: v.optional(label) }),
    Account,
  ),
  "accounts.import": command(v.strictObject({ secret: SecretInput, label: v.optional(label) }), Account),
  "accounts.watch": command(v.strictObject({ address: typedAddress, label: v.optional(label) }), Account),
  "accounts.rename": command(v.strictObject({ id: recordId, label }), done),
  "accounts.setHidden": command(v.strictObject({ id: recordId, hidden: v.boolean() }), done),
  "accounts.select": command(v.strictObject({ id: recordId }), done),
  "contacts.add": command(v.strictObject({ address: typedAddress, label }), Contact),
  "contacts.remove": command(v.strictObject({ id: recordId }), done),
};
