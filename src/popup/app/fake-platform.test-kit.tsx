import { act, type ReactNode } from "react";
import type { KeyValueStore } from "../../core/environment/environment.ts";
import { defaultSettings, type Settings } from "../../core/settings/settings.ts";
import { openPage } from "../data/open-page.ts";
import { PageProvider, type Platform } from "../data/page-context.ts";
import { LiveRegion } from "../ui/LiveRegion.tsx";
import { render } from "../ui/render.test-kit.tsx";
import { SurfaceProvider } from "./surface.ts";

/** A storage area in memory that tells of its changes, as the browser's does. */
export function memoryStore(initial: Record<string, unknown> = {}): KeyValueStore {
  const values = new Map(Object.entries(initial));
  const listeners = new Set<(key: string, value: unknown) => void>();
  const tell = (key: string, value: unknown): void => {
    for (const listener of [...listeners]) listener(key, value);
  };
  return {
    get: async (key) => values.get(key),
    getMany: async (keys) =>
      Object.fromEntries(keys.filter((key) => values.has(key)).map((key) => [key, values.get(key)])),
    entries: async (prefix) => [...values].filter(([key]) => key.startsWith(prefix)),
    async set(key, value) {
      values.set(key, value);
      tell(key, value);
    },
    async setMany(next) {
      for (const [key, value] of Object.entries(next)) values.set(key, value);
      for (const [key, value] of Object.entries(next)) tell(key, value);
    },
    async remove(key) {
      for (const each of [key].flat()) {
        values.delete(each);
        tell(each, undefined);
      }
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** How a test's worker answers one command: a value, or {code, params} under `refuse`. */
export type Script = Record<string, (input: Record<string, unknown>) => unknown>;

export const refuse = (code: string, params: Record<string, string | number> = {}) => ({
  refused: { code, params },
});

/** A platform whose worker follows a script; `sent` lists the commands in their order. */
export function fakePlatform(
  script: Script,
  stored: { local?: Record<string, unknown>; session?: Record<string, unknown>; second?: unknown } = {},
): { platform: Platform; sent: { name: string; input: Record<string, unknown> }[] } {
  const sent: { name: string; input: Record<string, unknown> }[] = [];
  let settings: Settings = { ...defaultSettings(), language: "en" };
  const platform: Platform = {
    async sendToWorker(message) {
      const { name, input } = message as { name: string; input: Record<string, unknown> };
      sent.push({ name, input });
      const answer = await script[name]?.(input);
      if (answer === undefined) return undefined;
      const { refused } = answer as { refused?: unknown };
      return refused === undefined ? { ok: true, value: answer } : { ok: false, error: refused };
    },
    localStore: memoryStore(stored.local),
    sessionStore: memoryStore(stored.session),
    preferences: {
      defaults: defaultSettings,
      read: async () => settings,
      write: async (next) => {
        settings = next;
      },
      onChange: () => () => undefined,
    },
    openTab: async () => undefined,
    showTab: async () => undefined,
    hasHostAccess: async () => false,
    requestHostAccess: async () => true,
    requestDefaultWallet: async () => true,
    readSecondCopy: async () => stored.second,
    closeThisWindow: () => undefined,
    downloadText: () => undefined,
    copyText: async () => undefined,
    browserName: "chrome",
    extensionVersion: "0.0.0",
  };
  return { platform, sent };
}

/** Lets promises, lazy screens and effects settle until `condition` holds; fails after about five seconds. */
export async function settle(condition: () => boolean = () => true): Promise<void> {
  for (let turn = 0; turn < 250; turn += 1) {
    await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
    if (condition()) return;
  }
  throw new Error(`settle: still not so. The page says: ${document.body.textContent}`);
}

/** Shows `node` as a page of a window whose first paint's data is read. */
export async function renderPage(node: ReactNode, platform: Platform): Promise<void> {
  const page = await openPage(platform);
  render(
    <PageProvider value={page}>
      <SurfaceProvider value="tab">
        <LiveRegion>{node}</LiveRegion>
      </SurfaceProvider>
    </PageProvider>,
  );
}

/** The button with this name, or an error that lists those there are. */
export function button(name: string): HTMLButtonElement {
  const all = [...document.querySelectorAll("button")];
  const nameOf = (each: HTMLButtonElement): string =>
    (each.getAttribute("aria-label") ?? each.textContent ?? "").trim();
  const found = all.find((each) => nameOf(each).startsWith(name));
  if (found === undefined) throw new Error(`no button ${name} among: ${all.map(nameOf).join(" | ")}`);
  return found;
}

/** The field under this label. */
export function field<Kind extends HTMLElement = HTMLInputElement>(label: string): Kind {
  const found = [...document.querySelectorAll("label")].find((each) => each.textContent === label);
  const element = found && document.getElementById(found.htmlFor);
  if (!element) throw new Error(`no field ${label}`);
  return element as Kind;
}
