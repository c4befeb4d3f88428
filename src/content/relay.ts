import { pagePortName } from "../messages/page/envelope.ts";
import { pageReadyEvent, readPageRequest, relayReadyEvent } from "../messages/page/page-message.ts";
import { disconnectedError, pageReply } from "../messages/page/reply.ts";
import { connectToWorker, onWake } from "../platform/page-port.ts";
import { workerLink } from "./worker-link.ts";

/**
 * Runs in the isolated world of each frame. Page and relay talk by synchronous CustomEvents with text in them, under
 * a random name agreed on before any script of the page runs: no message event disturbs the page's own listeners,
 * text crosses the worlds in both browsers, and preventDefault tells the page script that somebody heard. A page
 * that learns the name all the same can only ask what it may ask anyway, and forge replies to itself.
 */
let name: string | undefined;
let listening = false;

function toPage(reply: unknown): void {
  window.dispatchEvent(new CustomEvent(`${name}:reply`, { detail: JSON.stringify(reply) }));
}

function topOrigin(): string | undefined {
  const above: DOMStringList | undefined = location.ancestorOrigins;
  return above?.[above.length - 1];
}

const link = workerLink({
  connect() {
    if (!listening) {
      onWake(() => link.resume());
      document.addEventListener("visibilitychange", () => {
        if (!document.hidden) link.shown();
      });
    }
    listening = true;
    return connectToWorker(pagePortName);
  },
  top: topOrigin(),
  nowMs: () => Date.now(),
  randomId: () =>
    Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join(
      "",
    ),
  jitter: () => Math.random(),
  visible: () => !document.hidden,
  after: (milliseconds, act) => setTimeout(act, milliseconds),
  reply: (reply) => toPage(pageReply(reply)),
  gone: () => toPage([0, "disconnect", disconnectedError]),
});

/** A page drawn ahead of its visit has no business with the wallet before the person sees it. */
function onceActive(act: () => void): void {
  if ((document as { prerendering?: boolean }).prerendering) {
    document.addEventListener("prerenderingchange", act, { once: true });
  } else act();
}

window.addEventListener(pageReadyEvent, (event) => {
  const proposed: unknown = (event as CustomEvent).detail;
  if (name !== undefined || typeof proposed !== "string" || proposed.length !== 36) return;
  name = proposed;
  event.preventDefault();
  window.addEventListener(`${name}:alive`, (asked) => asked.preventDefault());
  window.addEventListener(`${name}:ask`, (asked) => {
    const request = readPageRequest((asked as CustomEvent).detail);
    if (!request) return;
    asked.preventDefault();
    onceActive(() => link.ask(request));
  });
});
window.dispatchEvent(new CustomEvent(relayReadyEvent));
