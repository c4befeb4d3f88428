import * as v from "valibot";
import { isPacked, packDomains } from "./domain-set.ts";
import { domainsOf } from "./host.ts";

const domain = v.pipe(v.string(), v.maxLength(253));
/** Names whose spelling is compared with every host: more of them would cost time, and would be no list of targets. */
const fuzzyList = v.pipe(v.array(domain), v.maxLength(500));
const tolerance = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3));

/** The list as it is published (github MetaMask/eth-phishing-detect, src/config.json). */
export const PublishedList = v.object({
  version: v.union([v.number(), v.pipe(v.string(), v.maxLength(40))]),
  tolerance: v.optional(tolerance, 2),
  fuzzylist: fuzzyList,
  whitelist: v.pipe(v.array(domain), v.maxLength(50_000)),
  blacklist: v.pipe(v.array(domain), v.maxLength(1_000_000)),
});
export type PublishedList = v.InferOutput<typeof PublishedList>;

/** The list as it is kept: blocked and allowed domains as sorted short hashes, see domain-set.ts. */
export interface PhishingList {
  version: string;
  /** Letters by which a host may differ from a name of `fuzzy` to count as its imitation. */
  tolerance: number;
  fuzzy: readonly string[];
  /** The wallet's own names that others imitate (known-names.ts), for the extension's file alone to bear them. */
  known: readonly string[];
  blocked: Uint8Array;
  allowed: Uint8Array;
}

/** A published list in its kept form, with the domains that are `known` besides. */
export function compactList(published: PublishedList, known: readonly string[]): PhishingList {
  const lower = (domains: readonly string[]) => domains.map((each) => each.toLowerCase());
  return {
    version: String(published.version),
    tolerance: published.tolerance,
    fuzzy: lower(published.fuzzylist),
    known,
    blocked: packDomains(lower(published.blacklist)),
    allowed: packDomains(lower(published.whitelist)),
  };
}

const Header = v.object({
  version: v.string(),
  tolerance,
  fuzzy: fuzzyList,
  known: fuzzyList,
  blocked: v.number(),
});

/** A kept list as one file: a line of JSON, then the blocked domains' bytes, then the allowed ones'. */
export function writeList({ blocked, allowed, ...rest }: PhishingList): Uint8Array {
  const header = new TextEncoder().encode(`${JSON.stringify({ ...rest, blocked: blocked.length })}\n`);
  const file = new Uint8Array(header.length + blocked.length + allowed.length);
  file.set(header);
  file.set(blocked, header.length);
  file.set(allowed, header.length + blocked.length);
  return file;
}

/** The list in a file that writeList made; its bytes are used in place. Throws when it is none. */
export function readList(file: Uint8Array): PhishingList {
  const end = file.indexOf(10);
  const text = new TextDecoder().decode(file.subarray(0, Math.max(end, 0)));
  const { blocked, ...header } = v.parse(Header, JSON.parse(text));
  const bytes = file.subarray(end + 1);
  return { ...header, blocked: bytes.subarray(0, blocked), allowed: bytes.subarray(blocked) };
}

/** What the list says of a host, by itself and by the domains above it. Allowed wins. */
export function listedAs(host: string, list: PhishingList): "blocked" | "allowed" | undefined {
  const domains = domainsOf(host);
  if (domains.some((each) => isPacked(list.allowed, each))) return "allowed";
  return domains.some((each) => isPacked(list.blocked, each)) ? "blocked" : undefined;
}
