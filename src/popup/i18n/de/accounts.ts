import type { Translation } from "../catalogue.ts";
import type { accounts as source } from "../en/accounts.ts";

export const accounts: Translation<typeof source> = {};
