import type { Asker, SitePort } from "./port.ts";

const loopback = new Set(["localhost", "127.0.0.1"]);

/** The origin if a site may have it: https, or http on this machine. "null", file:, data:, extension pages: undefined. */
function siteOrigin(origin: string | undefined): string | undefined {
  if (origin === undefined || !URL.canParse(origin)) return undefined;
  const url = new URL(origin);
  const secure = url.protocol === "https:" || (url.protocol === "http:" && loopback.has(url.hostname));
  return secure && url.origin === origin ? origin : undefined;
}

/** Shown when a frame asks and the browser does not tell whose page it is in. */
const unknownTop = "?";

/**
 * Who is at the other end of a port, by the browser's word. "refused": no site (opaque, local or extension origin,
 * or no tab). "not-yet": a page nobody has visited yet (prerendered), or one that is on its way out.
 */
export function askerOf(sender: SitePort["sender"]): Asker | "refused" | "not-yet" {
  const origin = siteOrigin(sender.origin);
  if (origin === undefined || sender.tabId === undefined || sender.frameId === undefined) return "refused";
  // The document's own address must not be an extension's, whatever origin comes with it.
  if (sender.url !== undefined && !/^(https?:|about:|blob:|data:)/.test(sender.url)) return "refused";
  if (sender.documentLifecycle !== undefined && sender.documentLifecycle !== "active") return "not-yet";
  return {
    origin,
    tabId: sender.tabId,
    frameId: sender.frameId,
    documentId: sender.documentId,
    framedBy: sender.frameId === 0 ? undefined : sender.topOrigin,
  };
}

/** The top page's origin to show beside a frame's own: the browser's word, else the relay's, else "?". */
export function framedBy(asker: Asker, told: string | undefined): string | undefined {
  if (asker.frameId === 0) return undefined;
  const top = asker.framedBy ?? told ?? unknownTop;
  return top === asker.origin ? undefined : top;
}
