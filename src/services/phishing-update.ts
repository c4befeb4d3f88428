import * as v from "valibot";
import { hostLabel } from "../core/chain/endpoint-url.ts";
import type { HttpAnswer, HttpGet } from "../core/environment/environment.ts";
import { WeirError } from "../core/errors/index.ts";
import { packedSize } from "../core/phishing/domain-set.ts";
import { compactList, type PhishingList, PublishedList } from "../core/phishing/phishing-list.ts";

const LARGEST_BYTES = 10_000_000;
const TIMEOUT_MS = 30_000;

async function body(answer: HttpAnswer, host: string): Promise<string> {
  try {
    return await answer.text(LARGEST_BYTES);
  } catch (cause) {
    throw cause instanceof RangeError
      ? new WeirError("phishing/too-large", { host }, { cause })
      : new WeirError("phishing/unreachable", { host }, { cause });
  }
}

/**
 * Reads a published list. One with less than half of the blocked domains of the `bundled` one is refused: a list that lost its
 * entries protects nobody. Rejects with phishing/*.
 */
export async function fetchPhishingList(
  get: HttpGet,
  url: string,
  bundled: PhishingList,
): Promise<PhishingList> {
  const host = hostLabel(url);
  const answer = await get(url, { timeoutMs: TIMEOUT_MS }).catch((cause: unknown) => {
    throw new WeirError("phishing/unreachable", { host }, { cause });
  });
  if (answer.status !== 200) throw new WeirError("phishing/http", { host, status: answer.status });
  const text = await body(answer, host);
  let published: PublishedList;
  try {
    published = v.parse(PublishedList, JSON.parse(text));
  } catch (cause) {
    throw new WeirError("phishing/malformed", { host }, { cause });
  }
  const list = compactList(published, bundled.known);
  const entries = packedSize(list.blocked);
  if (entries * 2 < packedSize(bundled.blocked)) throw new WeirError("phishing/shrunk", { host, entries });
  return list;
}
