import type { Translation } from "../catalogue.ts";
import type { approve as source } from "../en/approve.ts";

export const approve: Translation<typeof source> = {};
