/**
 * The built-ins that the page script uses, taken before the page's own scripts run. Whatever the page replaces later, these stay;
 * a call goes through the captured Reflect.apply alone, never through a method looked up on a prototype.
 */
export function takePrimordials(page: Window & typeof globalThis) {
  const apply = page.Reflect.apply;
  const { addEventListener, removeEventListener, dispatchEvent } = page.EventTarget.prototype;
  const mapPrototype = page.Map.prototype;
  const setPrototype = page.Set.prototype;
  const SafeMap = page.Map;
  const SafeSet = page.Set;
  const SafeEvent = page.CustomEvent;
  const detail = page.Object.getOwnPropertyDescriptor(SafeEvent.prototype, "detail")?.get;
  const { defineProperty, freeze } = page.Object;
  const isArray = page.Array.isArray;
  const { stringify, parse } = page.JSON;
  const queue = page.queueMicrotask;

  const { get: mapGet, set: mapSet, delete: mapDelete, forEach: mapEach } = mapPrototype;
  const { add: setAdd, delete: setDelete, forEach: setEach } = setPrototype;

  return {
    CustomEvent: SafeEvent,
    Promise: page.Promise,
    Error: page.Error,
    freeze,
    isArray,
    stringify,
    parse,
    /** Defines an own property that assignment cannot change. */
    fix<T extends object>(target: T, key: string, value: unknown): T {
      return defineProperty(target, key, { value, enumerable: true, writable: false, configurable: false });
    },
    listen: (type: string, listener: (event: Event) => void): unknown =>
      apply(addEventListener, page, [type, listener]),
    unlisten: (type: string, listener: (event: Event) => void): unknown =>
      apply(removeEventListener, page, [type, listener]),
    /** False when somebody called preventDefault. */
    dispatch: (event: Event): boolean => apply(dispatchEvent, page, [event]),
    detailOf: (event: Event): unknown => (detail ? apply(detail, event, []) : undefined),
    later: (act: () => void): unknown => apply(queue, page, [act]),
    randomUuid: (): string => page.crypto.randomUUID(),
    table<K, V>() {
      const map = new SafeMap<K, V>();
      return {
        get: (key: K): V | undefined => apply(mapGet, map, [key]),
        set: (key: K, value: V): unknown => apply(mapSet, map, [key, value]),
        delete: (key: K): boolean => apply(mapDelete, map, [key]),
        each: (act: (value: V, key: K) => void): unknown => apply(mapEach, map, [act]),
      };
    },
    collection<T>() {
      const set = new SafeSet<T>();
      return {
        add: (item: T): unknown => apply(setAdd, set, [item]),
        delete: (item: T): boolean => apply(setDelete, set, [item]),
        each: (act: (item: T) => void): unknown => apply(setEach, set, [act]),
      };
    },
  };
}

export type Primordials = ReturnType<typeof takePrimordials>;
