import type { Translation } from "../catalogue.ts";
import type { activity as source } from "../en/activity.ts";

export const activity: Translation<typeof source> = {};
