import type { Translation } from "../catalogue.ts";
import type { stake as source } from "../en/stake.ts";

export const stake: Translation<typeof source> = {};
