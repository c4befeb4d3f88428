import * as platform from "../../platform/page.ts";
import { openPage } from "./open-page.ts";

/** This window's context. Reading begins as soon as this module runs. */
export const thisPage = openPage(platform);
