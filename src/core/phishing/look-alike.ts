import type { Resemblance } from "../approval/site-facts.ts";
import { isWithin } from "./edit-distance.ts";
import { domainsOf } from "./host.ts";
import type { PhishingList } from "./phishing-list.ts";
import { skeleton } from "./skeleton.ts";

const withoutEnding = (domain: string): string => domain.slice(0, domain.lastIndexOf("."));
/** A name of fewer letters has too many honest neighbours. */
const SHORTEST = 6;

/** The same to the eye: the whole domain, or one label of foreign letters that reads like a known name. */
function byLetters(host: string, known: readonly string[]): string | undefined {
  const domains = domainsOf(host);
  const foreign = host.split(".").filter((label) => /[^\0-\x7f]/.test(label));
  return known.find((each) => {
    const looks = skeleton(each);
    const name = skeleton(withoutEnding(each));
    return (
      domains.some((domain) => domain !== each && skeleton(domain) === looks) ||
      foreign.some((label) => skeleton(label) === name)
    );
  });
}

/** A known domain at the start or in the middle of another: lido.fi.example.com. */
function within(host: string, known: readonly string[]): string | undefined {
  return known.find((each) => `.${host}`.includes(`.${each}.`));
}

function bySpelling(host: string, list: PhishingList): string | undefined {
  const plain = withoutEnding(host).replace("www.", "");
  return (
    list.fuzzy.find((each) => isWithin(plain, withoutEnding(each), list.tolerance)) ??
    list.known.find(
      (each) =>
        withoutEnding(each).length >= SHORTEST && domainsOf(host).some((domain) => isWithin(domain, each, 1)),
    )
  );
}

/**
 * The known domain that a host (with its letters) imitates. Names of the list are compared as the list's own detector does:
 * without the ending, by the list's tolerance; the wallet's names by one letter, the ending included. A known domain, or one
 * below it, imitates nothing.
 */
export function resemblance(host: string, list: PhishingList): Resemblance | undefined {
  const known = [...list.known, ...list.fuzzy];
  if (domainsOf(host).some((domain) => known.includes(domain))) return undefined;
  const alike = byLetters(host, known);
  if (alike) return { domain: alike, by: "letters" };
  const inside = within(host, known);
  if (inside) return { domain: inside, by: "place" };
  const misspelt = bySpelling(host, list);
  return misspelt ? { domain: misspelt, by: "spelling" } : undefined;
}
