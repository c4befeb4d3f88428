import { Channel, storedNumbers } from "../core/replay/channel.ts";
import { judge, type ReplayRefusal, replayLimits } from "../core/replay/window.ts";
import { sessionKeys } from "../core/store/keys.ts";
import { recordStore } from "../core/store/record-store.ts";
import type { Envelope } from "../messages/page/envelope.ts";
import type { SiteDependencies } from "./dependencies.ts";
import type { Asker } from "./port.ts";

const remembered = 256;
/** A closed channel is kept past the longest validity (120 s either way) of its last message, so that none can come again. */
const keepClosedSeconds = 240;

export type Channels = ReturnType<typeof channels>;

/** Every page's channel: in memory for speed, in storage.session so that a new worker goes on where the last one ended. */
export function channels({ session, clock }: Pick<SiteDependencies, "session" | "clock">) {
  const store = recordStore(session, sessionKeys.channel, Channel);
  const known = new Map<string, Channel>();
  const saving = new Map<string, { again: boolean }>();
  let loaded: Promise<void> | undefined;

  function load(): Promise<void> {
    loaded ??= store.list().then(
      ({ records }) => {
        for (const channel of records) if (!known.has(channel.id)) known.set(channel.id, channel);
      },
      (error: unknown) => {
        loaded = undefined;
        throw error;
      },
    );
    return loaded;
  }

  /** Writes the latest state; messages that come while a write is under way share the next one. */
  async function save(id: string): Promise<void> {
    const running = saving.get(id);
    if (running) {
      running.again = true;
      return;
    }
    const mine = { again: true };
    saving.set(id, mine);
    try {
      while (mine.again) {
        mine.again = false;
        const channel = known.get(id);
        if (channel) await store.put(id, channel);
      }
    } catch {
      // A full storage.session must not stop reads; what opens a window writes its channel with its own record.
    } finally {
      saving.delete(id);
    }
  }

  async function forget(ids: readonly string[]): Promise<void> {
    for (const id of ids) known.delete(id);
    if (ids.length > 0)
      await session
        .remove(ids.flatMap((id) => [sessionKeys.channel + id, sessionKeys.subscriptions + id]))
        .catch(() => undefined);
  }

  async function trim(): Promise<void> {
    const now = clock.nowSeconds();
    const old = [...known.values()].filter((it) => it.closed && now - it.lastSeenAt > keepClosedSeconds);
    const rest = [...known.values()]
      .filter((it) => !old.includes(it))
      .sort((a, b) => Number(b.closed) - Number(a.closed) || a.lastSeenAt - b.lastSeenAt);
    await forget([...old, ...rest.slice(0, Math.max(0, rest.length - remembered))].map((it) => it.id));
  }

  const belongs = (channel: Channel, asker: Asker): boolean =>
    channel.origin === asker.origin &&
    channel.tabId === asker.tabId &&
    channel.frameId === asker.frameId &&
    channel.documentId === asker.documentId;

  function close(id: string): void {
    const channel = known.get(id);
    if (!channel || channel.closed) return;
    known.set(id, { ...channel, closed: true, lastSeenAt: clock.nowSeconds() });
    void save(id);
  }

  /** A frame holds one document at a time: whoever was in it before is gone, also where a browser names no documents. */
  function replacedBy(newcomer: Channel): string[] {
    const gone = [...known.values()].filter(
      (it) =>
        it.id !== newcomer.id && it.tabId === newcomer.tabId && it.frameId === newcomer.frameId && !it.closed,
    );
    for (const { id } of gone) close(id);
    return gone.map(({ id }) => id);
  }

  return {
    load,
    close,
    get: (id: string): Channel | undefined => known.get(id),
    origins: (): string[] => [...known.values()].filter((it) => !it.closed).map((it) => it.origin),
    of: (origin: string): Channel[] => [...known.values()].filter((it) => it.origin === origin && !it.closed),

    /**
     * Takes one message once and in order. foreign: the channel is another document's. `fresh` tells a channel's very
     * first message; `replaced` are the channels of documents that were in the same frame before. Await load() first.
     */
    take(
      envelope: Envelope,
      asker: Asker,
      validityMs: number = replayLimits.validityMs,
    ):
      | { taken: true; fresh: boolean; replaced: string[] }
      | { taken: false; why: ReplayRefusal | "foreign" } {
      const before = known.get(envelope.channel);
      if (before && !belongs(before, asker)) return { taken: false, why: "foreign" };
      const { origin, tabId, frameId, documentId } = asker;
      const channel: Channel = before ?? {
        id: envelope.channel,
        origin,
        tabId,
        frameId,
        ...(documentId === undefined ? {} : { documentId }),
        lastSequence: 0,
        spent: [],
        stored: [],
        lastSeenAt: clock.nowSeconds(),
        closed: false,
      };
      const verdict = judge(channel, envelope, clock.nowSeconds() * 1000, { ...replayLimits, validityMs });
      if (!verdict.accepted) return { taken: false, why: verdict.why };
      const next: Channel = {
        ...channel,
        lastSequence: verdict.window.lastSequence,
        spent: [...verdict.window.spent],
        lastSeenAt: clock.nowSeconds(),
        closed: false,
      };
      known.set(channel.id, next);
      void save(channel.id);
      if (!before) void trim();
      return { taken: true, fresh: !before, replaced: before ? [] : replacedBy(next) };
    },

    /** Remembers that request `number` is stored; gives the channel's record to write together with it. */
    stored(id: string, number: number): Record<string, Channel> {
      const channel = known.get(id);
      if (!channel) return {};
      const stored = [...channel.stored, number].sort((a, b) => a - b).slice(-storedNumbers);
      const next = { ...channel, stored };
      known.set(id, next);
      return { [sessionKeys.channel + id]: next };
    },
  };
}
