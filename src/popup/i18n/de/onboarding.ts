import type { Translation } from "../catalogue.ts";
import type { onboarding as source } from "../en/onboarding.ts";

export const onboarding: Translation<typeof source> = {};
