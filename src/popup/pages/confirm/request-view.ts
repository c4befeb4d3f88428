import type { SiteAsk, SiteRequest } from "../../../core/site/site.ts";

/** What every view of a request is given. */
export interface RequestViewProps {
  readonly request: SiteRequest;
  /** How many requests wait, this one included. */
  readonly count: number;
  /** It was answered from here. */
  readonly onAnswered: () => void;
}

/** A request whose ask is of this kind. */
export type AskOf<Kind extends SiteAsk["kind"]> = Extract<SiteAsk, { kind: Kind }>;
