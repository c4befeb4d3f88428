import { useMemo, useSyncExternalStore } from "react";

/** Where a window is: "#/accounts/a1?from=list" is {segments: ["accounts", "a1"], params: from=list}. */
export interface Route {
  /** The hash as written, for comparing. */
  hash: string;
  segments: readonly string[];
  params: URLSearchParams;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Reads a location hash. Anything that is no route gives no segments. */
export function parseRoute(hash: string): Route {
  const text = hash.startsWith("#/") ? hash.slice(2) : "";
  const question = text.indexOf("?");
  const path = question < 0 ? text : text.slice(0, question);
  const query = question < 0 ? "" : text.slice(question + 1);
  return { hash, segments: path.split("/").filter(Boolean).map(decode), params: new URLSearchParams(query) };
}

/** The hash of a route: routeTo("stake", { protocol: "lido" }) is "#/stake?protocol=lido". */
export function routeTo(path: string, params?: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params ?? {})) if (value !== undefined) query.set(name, value);
  const text = query.toString();
  return `#/${path}${text && `?${text}`}`;
}

/** Goes to a route such as "#/portfolio". `replace` leaves no step to go back to. */
export function navigate(to: string, options: { replace?: boolean } = {}): void {
  if (location.hash === to) return;
  if (!options.replace) {
    location.hash = to;
    return;
  }
  history.replaceState(history.state, "", to);
  window.dispatchEvent(new HashChangeEvent("hashchange"));
}

/**
 * navigate for what a screen waits for. Take it before waiting: it goes only from where the window is now, so that whoever went
 * somewhere else meanwhile stays there.
 */
export function navigateFromHere(): typeof navigate {
  const { hash } = location;
  return (to, options) => {
    if (location.hash === hash) navigate(to, options);
  };
}

/** One step back, or to `fallback` when this window began here. */
export function goBack(fallback: string): void {
  if (history.length > 1) history.back();
  else navigate(fallback, { replace: true });
}

/**
 * The focus leaves what was pressed when the screen changes, so that the new screen's Page moves it to its heading.
 * Attached once, before any screen listens.
 */
export function releaseFocusOnNavigation(): void {
  window.addEventListener("hashchange", () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
}

/** Follows the window's route. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return useMemo(() => parseRoute(hash), [hash]);
}
