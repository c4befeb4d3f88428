import type { SiteFacts } from "../approval/site-facts.ts";
import { namedHost } from "./host.ts";
import { resemblance } from "./look-alike.ts";
import { listedAs, type PhishingList } from "./phishing-list.ts";
import { readableHost } from "./readable-host.ts";
import { mixesScripts } from "./skeleton.ts";

/**
 * What there is to know of an origin by its name. Undefined where names say nothing: IP addresses, this machine. No list:
 * it could not be read.
 */
export function siteFacts(
  origin: string,
  list: PhishingList | undefined,
  framedBy?: string,
): SiteFacts | undefined {
  const ascii = namedHost(origin);
  if (ascii === undefined) return undefined;
  const host = readableHost(ascii);
  const listed = list ? listedAs(ascii, list) : "unread";
  const lookAlike = list && listed !== "allowed" ? resemblance(host, list) : undefined;
  return {
    origin,
    host,
    listed,
    ...(lookAlike ? { lookAlike } : {}),
    letters: host === ascii ? "plain" : host.split(".").some(mixesScripts) ? "mixed" : "foreign",
    isHttp: /^http:/i.test(origin),
    ...(framedBy === undefined ? {} : { framedBy }),
  };
}
