import type { Translation } from "../catalogue.ts";
import type { unlock as source } from "../en/unlock.ts";

export const unlock: Translation<typeof source> = {};
