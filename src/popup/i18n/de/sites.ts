import type { Translation } from "../catalogue.ts";
import type { sites as source } from "../en/sites.ts";

export const sites: Translation<typeof source> = {};
