import type { Translation } from "../catalogue.ts";
import type { send as source } from "../en/send.ts";

export const send: Translation<typeof source> = {};
