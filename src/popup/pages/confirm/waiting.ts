import { useState } from "react";
import { SiteRequest } from "../../../core/site/site.ts";
import { sessionKeys } from "../../../core/store/keys.ts";
import { usePage } from "../../data/page-context.ts";
import { useStoredList } from "../../data/stored.ts";

/** The request a confirm window shows, and how many more wait behind it. */
export interface Waiting {
  state: "loading" | "here" | "unreadable";
  /** Stays the same until it is answered or left, whatever else arrives. Undefined = nothing waits. */
  current: SiteRequest | undefined;
  /** The one shown before is stored no more. */
  vanished: boolean;
  /** All that still wait, the shown one included. */
  count: number;
  /** Leaves the shown request; true when another one waits. */
  next(): boolean;
}

const byAge = (a: SiteRequest, b: SiteRequest): number => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);

/** Follows the sites' requests in session storage, oldest first. */
export function useWaiting(): Waiting {
  const { state, records } = useStoredList(usePage().session, sessionKeys.request, SiteRequest);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [shownId, setShownId] = useState<string>();
  const waiting = records.filter((each) => each.state === "waiting" && !left.has(each.id)).sort(byAge);
  const first = waiting[0];
  // The first one found is kept in state, so that an older clock or a new arrival never takes its place.
  if (shownId === undefined && first !== undefined) setShownId(first.id);
  const current = shownId === undefined ? first : records.find((each) => each.id === shownId);
  const others = waiting.filter((each) => each.id !== current?.id);
  return {
    state,
    current,
    vanished: shownId !== undefined && current === undefined,
    count: others.length + (current === undefined ? 0 : 1),
    next() {
      if (shownId !== undefined) setLeft(new Set([...left, shownId]));
      const following = waiting.find((each) => each.id !== shownId);
      setShownId(following?.id);
      return following !== undefined;
    },
  };
}
