import { Storage } from "@plasmohq/storage";
import * as v from "valibot";
import { defaultSettings, Settings } from "../core/settings/settings.ts";
import { localKeys } from "../core/store/keys.ts";

// Area "local" always: the library's default would send preferences to the browser vendor's account.
const storage = new Storage({ area: "local" });

/** Loopback endpoint of a build made for the devnet (Vite's mode "demo"); undefined in what ships. */
const presetEndpoint: string | undefined = import.meta.env.VITE_DEVNET_ENDPOINT;

const defaults = (): Settings => defaultSettings(presetEndpoint ? [presetEndpoint] : undefined);

function settingsFrom(stored: unknown): Settings {
  const parsed = v.safeParse(Settings, stored);
  return parsed.success ? parsed.output : defaults();
}

/** Preferences that are not secret. The worker is their one writer; unreadable ones fall back to the defaults. */
export const preferences = {
  defaults,
  async read(): Promise<Settings> {
    return settingsFrom(await storage.get(localKeys.settings).catch(() => undefined));
  },
  async write(settings: Settings): Promise<void> {
    await storage.set(localKeys.settings, settings);
  },
  /** Calls back on every change, until the returned function is called. */
  onChange(listener: (settings: Settings) => void): () => void {
    const watched = {
      [localKeys.settings]: (change: { newValue?: unknown }) => listener(settingsFrom(change.newValue)),
    };
    storage.watch(watched);
    return () => storage.unwatch(watched);
  },
};
