import type { TypedData } from "../../account/signer.ts";
import { visibleText } from "../../site/visible-text.ts";
import { domainFields } from "./typed-data-domain.ts";
import { arrayOf } from "./typed-data-types.ts";

/** One line of typed data as it is shown: where it stands, its type, and its value as exact text. */
interface TypedDataRow {
  path: string;
  type: string;
  value: string;
}

/**
 * Everything that is hashed, line by line in the order of the types: the domain's fields under "domain", the message's under
 * "message". Values are exact text with what is invisible escaped; an empty list is "[]", a type without fields "{}".
 */
export function typedDataRows({ domain, primaryType, types, message }: TypedData): TypedDataRow[] {
  const rows: TypedDataRow[] = [];
  const add = (type: string, value: unknown, path: string): void => {
    const array = arrayOf(type);
    const fields = Object.hasOwn(types, type) ? types[type] : undefined;
    if (array && Array.isArray(value) && value.length > 0) {
      for (const [index, item] of value.entries()) add(array.element, item, `${path}[${index}]`);
    } else if (fields && fields.length > 0) {
      const record = value as Readonly<Record<string, unknown>>;
      for (const field of fields) add(field.type, record[field.name], `${path}.${field.name}`);
    } else {
      const text = array ? "[]" : fields ? "{}" : visibleText(String(value)).text;
      rows.push({ path, type, value: text });
    }
  };
  for (const { name, type } of domainFields) {
    if (domain[name] !== undefined) add(type, domain[name], `domain.${name}`);
  }
  add(primaryType, message, "message");
  return rows;
}
