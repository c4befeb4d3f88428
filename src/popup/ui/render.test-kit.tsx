import { act, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { afterEach } from "vitest";

/** React warns unless a test says that it wraps updates in act. */
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const unmounts: (() => void)[] = [];

afterEach(() => {
  for (const unmount of unmounts.splice(0)) unmount();
  document.body.replaceChildren();
});

/** Puts `node` into the document; the returned function shows another in its place. */
export function render(node: ReactNode): (next: ReactNode) => void {
  const host = document.body.appendChild(document.createElement("div"));
  const root = createRoot(host);
  act(() => root.render(node));
  unmounts.push(() => act(() => root.unmount()));
  return (next) => act(() => root.render(next));
}

/** The one element that matches, or an error. */
export function find<Kind extends HTMLElement = HTMLElement>(selector: string): Kind {
  const found = document.querySelectorAll<Kind>(selector);
  const [first] = found;
  if (!first || found.length > 1) throw new Error(`${found.length} elements match ${selector}`);
  return first;
}

export function press(key: string, on: Element | null = document.activeElement): void {
  act(() => {
    on?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  });
}

export function click(element: HTMLElement): void {
  act(() => element.click());
}

/** Types as a person does: React hears only a value set past its own bookkeeping. */
export function type(field: HTMLInputElement, value: string): void {
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, value);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

/** The texts that an element's aria-describedby points to. */
export function description(element: Element): string {
  const ids = element.getAttribute("aria-describedby")?.split(" ") ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent ?? "(missing)").join(" ");
}
