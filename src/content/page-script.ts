import { pageReadyEvent, relayReadyEvent } from "../messages/page/page-message.ts";
import { announce } from "./announce.ts";
import { takePrimordials } from "./primordials.ts";
import { makeProvider } from "./provider.ts";

/**
 * Starts the wallet's page side in `page`: finds the relay, makes the provider, announces it. window.ethereum is
 * left alone, so no other wallet is in the way nor put out of it.
 */
export function startPageScript(page: Window & typeof globalThis): void {
  const safe = takePrimordials(page);
  const name = safe.randomUuid();
  let joined = false;

  const { provider, hear, lose } = makeProvider(safe, (text) => {
    // A page that rewrites itself (document.open) drops every listener on its window; adding one twice adds nothing.
    safe.listen(`${name}:reply`, onReply);
    if (!joined) join();
    const heard = isHeard("ask", text);
    if (!heard) loseDeadRelay();
    return heard;
  });
  const onReply = (event: Event): void => hear(safe.detailOf(event));

  const isHeard = (what: string, detail?: string): boolean =>
    !safe.dispatch(new safe.CustomEvent(`${name}:${what}`, { detail, cancelable: true }));

  /** Firefox ends the relay with its extension and lets it say nothing more; a newer one tells of itself. */
  function loseDeadRelay(): void {
    if (joined && !isHeard("alive")) lose();
  }

  function join(): void {
    joined = !safe.dispatch(new safe.CustomEvent(pageReadyEvent, { detail: name, cancelable: true }));
    if (!joined) return;
    // Once joined the name is told to nobody any more, whoever asks.
    safe.unlisten(relayReadyEvent, join);
    safe.listen(relayReadyEvent, loseDeadRelay);
  }

  safe.listen(`${name}:reply`, onReply);
  safe.listen(relayReadyEvent, join);
  join();
  announce(safe, provider);
}
