import type { Translation } from "../catalogue.ts";
import type { convert as source } from "../en/convert.ts";

export const convert: Translation<typeof source> = {};
