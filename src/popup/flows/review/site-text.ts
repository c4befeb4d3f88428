import { visibleText } from "../../../core/site/visible-text.ts";

/** Words that a site or a token chose, with everything invisible in them written out. */
export function siteText(words: string): string {
  return visibleText(words).text;
}

/** The host of an origin, as sentences name a site. */
export function hostOf(origin: string): string {
  return origin.replace(/^https?:\/\//, "");
}
