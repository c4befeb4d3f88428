import type { Primordials } from "./primordials.ts";

export type Listener = (value: unknown) => void;

/** The events of EIP-1193, after Node's EventEmitter as the standard asks. One listener's throw harms no other. */
export function emitter(safe: Primordials) {
  const byEvent = safe.table<string, ReturnType<typeof safe.collection<Listener>>>();
  const onceFor = safe.table<Listener, Listener>();

  function on(event: string, listener: Listener): void {
    let listeners = byEvent.get(event);
    if (!listeners) {
      listeners = safe.collection<Listener>();
      byEvent.set(event, listeners);
    }
    listeners.add(listener);
  }

  function off(event: string, listener: Listener): void {
    byEvent.get(event)?.delete(listener);
    const wrapped = onceFor.get(listener);
    if (wrapped) byEvent.get(event)?.delete(wrapped);
  }

  function once(event: string, listener: Listener): void {
    let heard = false;
    const wrapped = (value: unknown): void => {
      // Two events in one turn reach it both before it is gone.
      if (heard) return;
      heard = true;
      off(event, listener);
      listener(value);
    };
    onceFor.set(listener, wrapped);
    on(event, wrapped);
  }

  function emit(event: string, value: unknown): void {
    // Each in a turn of its own: a listener that throws is the page's error, reported as such.
    byEvent.get(event)?.each((listener) => safe.later(() => listener(value)));
  }

  return { on, once, off, emit };
}
