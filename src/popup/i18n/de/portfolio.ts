import type { Translation } from "../catalogue.ts";
import type { portfolio as source } from "../en/portfolio.ts";

export const portfolio: Translation<typeof source> = {};
