import type { Translation } from "../catalogue.ts";
import type { redeem as source } from "../en/redeem.ts";

export const redeem: Translation<typeof source> = {};
