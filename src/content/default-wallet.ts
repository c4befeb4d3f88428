import { type Primordials, takePrimordials } from "./primordials.ts";

/**
 * window.ethereum, on pages where the person makes Weir the default. This runs beside the page script, in whichever order
 * the browser likes, before any script of the page: it takes the provider that is announced by EIP-6963 with our marks
 * and in our shape, then listens no more. A page that forged one would only deceive itself.
 */
const rdns = "io.github.weir-wallet";

interface Announced {
  info: { rdns: unknown; uuid: unknown };
  provider: { isWeir?: unknown };
}

/** Our announcement: detail and info frozen, and a request method that nobody can replace. */
function genuine(page: typeof globalThis, detail: unknown): object | undefined {
  const { isFrozen, getOwnPropertyDescriptor } = page.Object;
  if (typeof detail !== "object" || detail === null || !isFrozen(detail)) return undefined;
  const { info, provider } = detail as Announced;
  if (!info || !isFrozen(info) || info.rdns !== rdns || typeof info.uuid !== "string") return undefined;
  const request = provider && getOwnPropertyDescriptor(provider, "request");
  return provider?.isWeir === true && request?.configurable === false && request.writable === false
    ? provider
    : undefined;
}

/** Puts `provider` at window.ethereum unless somebody holds that for good. Whom it finds there, or who comes later, is listed. */
function define(page: Window & typeof globalThis, safe: Primordials, provider: object): void {
  const { defineProperty, getOwnPropertyDescriptor } = page.Object;
  const before = getOwnPropertyDescriptor(page, "ethereum");
  if (before && !before.configurable) return;
  let others: unknown[] = [];
  /** Legacy lists of wallets; made anew, so that no page's push stands in for ours. */
  const list = (other: unknown): void => {
    if (typeof other !== "object" || other === null || other === provider) return;
    for (const known of others) if (known === other) return;
    others = [...others, other];
    defineProperty(provider, "providers", {
      value: [provider, ...others],
      configurable: true,
      enumerable: false,
    });
  };
  try {
    list((page as { ethereum?: unknown }).ethereum);
    defineProperty(page, "ethereum", {
      get: () => provider,
      // A wallet that comes later writes without an error, and is listed; it may still redefine. No war.
      set: list,
      configurable: true,
      enumerable: true,
    });
  } catch {
    return;
  }
  safe.dispatch(new safe.CustomEvent("ethereum#initialized"));
}

/** Makes Weir the page's window.ethereum as soon as its page script has announced it. */
export function becomeDefault(page: Window & typeof globalThis): void {
  const safe = takePrimordials(page);
  const hear = (event: Event): void => {
    const provider = genuine(page, safe.detailOf(event));
    if (!provider) return;
    safe.unlisten("eip6963:announceProvider", hear);
    define(page, safe, provider);
  };
  safe.listen("eip6963:announceProvider", hear);
  safe.dispatch(new safe.CustomEvent("eip6963:requestProvider"));
  // The page script runs in this same turn or the next one; whoever announces later is not it.
  if (page.document.readyState === "loading") {
    page.addEventListener("DOMContentLoaded", () => safe.unlisten("eip6963:announceProvider", hear), {
      once: true,
    });
  }
}
