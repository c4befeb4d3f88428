import type { AuditWriter } from "../core/audit/audit.ts";
import type { Settings } from "../core/settings/settings.ts";
import type { CommandHandlers } from "../messages/popup/index.ts";
import type { Endpoints } from "../services/endpoints.ts";

type SettingsHandlers = Pick<CommandHandlers, "settings.set" | "endpoints.test" | "endpoints.set">;

/** Changes the settings, one change after another, so that none undoes another; `what` is for the log. */
export type ChangeSettings = (make: (settings: Settings) => Settings, what: string) => Promise<Settings>;

/** The one writer of the settings. */
export function settingsWriter(
  preferences: { read(): Promise<Settings>; write(settings: Settings): Promise<void> },
  audit: AuditWriter,
): ChangeSettings {
  let last: Promise<unknown> = Promise.resolve();
  return (make, what) => {
    const next = last.then(async () => {
      const settings = make(await preferences.read());
      await preferences.write(settings);
      await audit("settings.changed", { what });
      return settings;
    });
    last = next.catch(() => undefined);
    return next;
  };
}

/** Handlers of the settings' commands. `endpointsChanged`: a network has other endpoints now. */
export function settingsCommands(parts: {
  change: ChangeSettings;
  endpoints: Endpoints;
  endpointsChanged(chainId: number): void;
}): SettingsHandlers {
  const { change, endpoints, endpointsChanged } = parts;
  return {
    "settings.set": ({ patch }) => {
      const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
      return change((settings) => ({ ...settings, ...given }), Object.keys(given).sort().join(", "));
    },
    "endpoints.test": ({ chainId, url }) => endpoints.test(url, chainId),
    "endpoints.set": async ({ chainId, urls }) => {
      const settings = await change((now) => endpoints.withList(now, chainId, urls), `endpoints ${chainId}`);
      endpointsChanged(chainId);
      return settings;
    },
  };
}
