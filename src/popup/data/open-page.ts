import { chains } from "../../core/chain/chains.ts";
import { defaultSettings, type Settings } from "../../core/settings/settings.ts";
import { localKeys, sessionKeys } from "../../core/store/keys.ts";
import type { PageContext, Platform } from "./page-context.ts";
import { retryingClient } from "./retrying-client.ts";
import { storedArea } from "./stored-area.ts";

/**
 * Reads what the first paint needs, in one read per area, and follows it from then on. Never waits for the worker
 * or the network; resolves even when storage cannot be read.
 */
export async function openPage(platform: Platform): Promise<PageContext> {
  const local = storedArea(platform.localStore);
  const session = storedArea(platform.sessionStore);
  const listeners = new Set<() => void>();
  let settings: Settings = defaultSettings();
  const setSettings = (next: Settings): void => {
    settings = next;
    for (const listener of [...listeners]) listener();
  };
  platform.preferences.onChange(setSettings);
  const snapshots = chains.map((chain) => localKeys.snapshot + chain.chainId);
  await Promise.all([
    local.preload([localKeys.accounts, ...snapshots]),
    session.preload([sessionKeys.lockState]),
    platform.preferences.read().then(setSettings, () => undefined),
  ]);
  return {
    platform,
    send: retryingClient(platform.sendToWorker),
    local,
    session,
    settings: {
      current: () => settings,
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  };
}
