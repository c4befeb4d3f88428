import * as v from "valibot";
import { siteRemarks } from "../core/approval/site-rules.ts";
import type { AuditWriter } from "../core/audit/audit.ts";
import { hostLabel, parseEndpoint } from "../core/chain/endpoint-url.ts";
import type { Clock, HttpGet, KeyValueStore } from "../core/environment/environment.ts";
import { packedSize } from "../core/phishing/domain-set.ts";
import { type PhishingList, readList, writeList } from "../core/phishing/phishing-list.ts";
import { siteFacts } from "../core/phishing/site-facts.ts";
import type { Settings } from "../core/settings/settings.ts";
import type { Remark } from "../core/staking/plan.ts";
import { localKeys } from "../core/store/keys.ts";
import { unixSeconds } from "../core/wire/schemas.ts";
import type { CommandHandlers, Output } from "../messages/popup/index.ts";
import { fromBase64, toBase64 } from "./base64.ts";
import { fetchPhishingList } from "./phishing-update.ts";

/** A newer list, as stored. `file`: base64 of what writeList makes. */
const StoredList = v.object({ updatedAt: unixSeconds, file: v.string() });

export interface PhishingParts {
  /** The list that came with the extension (platform/phishing-list.ts). */
  readBundled(): Promise<Uint8Array>;
  local: KeyValueStore;
  get: HttpGet;
  settings(): Promise<Settings>;
  clock: Clock;
  audit: AuditWriter;
}

/** What is known of sites by their names, and the list behind it. */
export interface Phishing {
  /** What is to be said of an origin. Asks no network and never rejects: a list that cannot be read is said to be missing. */
  verdict(origin: string, framedBy?: string): Promise<readonly Remark[]>;
  handlers: Pick<CommandHandlers, "phishing.update" | "phishing.status">;
}

/** Reads nothing before the first site asks; then keeps one list, the stored one where there is one. */
export function createPhishing({ readBundled, local, get, settings, clock, audit }: PhishingParts): Phishing {
  interface Held {
    list: PhishingList;
    updatedAt?: number;
  }
  let held: Promise<Held> | undefined;

  async function read(): Promise<Held> {
    const stored = v.safeParse(StoredList, await local.get(localKeys.phishingList).catch(() => undefined));
    if (stored.success) {
      try {
        return { list: readList(fromBase64(stored.output.file)), updatedAt: stored.output.updatedAt };
      } catch {
        // A damaged newer list is as good as none: the bundled one is always there.
      }
    }
    return { list: readList(await readBundled()) };
  }

  async function current(): Promise<Held> {
    held ??= read();
    try {
      return await held;
    } catch (error) {
      held = undefined;
      throw error;
    }
  }

  const status = ({ list, updatedAt }: Held): Output<"phishing.status"> => ({
    version: list.version,
    entries: packedSize(list.blocked),
    ...(updatedAt === undefined ? {} : { updatedAt }),
  });

  return {
    async verdict(origin, framedBy) {
      const list = await current().then(
        (now) => now.list,
        () => undefined,
      );
      const facts = siteFacts(origin, list, framedBy);
      return facts ? siteRemarks(facts) : [];
    },
    handlers: {
      "phishing.status": async () => status(await current()),
      "phishing.update": async () => {
        const url = parseEndpoint((await settings()).phishingListUrl);
        const bundled = readList(await readBundled());
        const list = await fetchPhishingList(get, url, bundled);
        const updatedAt = clock.nowSeconds();
        await local.set(localKeys.phishingList, { updatedAt, file: toBase64(writeList(list)) });
        held = Promise.resolve({ list, updatedAt });
        await audit("phishing-list.updated", { host: hostLabel(url), entries: packedSize(list.blocked) });
        return status({ list, updatedAt });
      },
    },
  };
}
