import type { Translation } from "../catalogue.ts";
import type { wrap as source } from "../en/wrap.ts";

export const wrap: Translation<typeof source> = {};
