import type { Translation } from "../catalogue.ts";
import type { claim as source } from "../en/claim.ts";

export const claim: Translation<typeof source> = {};
