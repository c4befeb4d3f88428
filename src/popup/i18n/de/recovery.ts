import type { Translation } from "../catalogue.ts";
import type { recovery as source } from "../en/recovery.ts";

export const recovery: Translation<typeof source> = {};
