import type { AuditWriter } from "../core/audit/audit.ts";
import type { Settings } from "../core/settings/settings.ts";
import type { CommandHandlers } from "../messages/popup/index.ts";
import type { Endpoints } from "../services/endpoints.ts";

type SettingsHandlers = Pick<CommandHandlers, "settings.set" | "endpoints.test" | "endpoints.set">;

interface Parts {
  preferences: { read(): Promise<Settings>; write(settings: Settings): Promise<void> };
  endpoints: Endpoints;
  audit: AuditWriter;
  /** A network has other endpoints now. */
  endpointsChanged(chainId: number): void;
}

/** Handlers of the settings' commands. Writes are taken one after another, so that none undoes another. */
export function settingsCommands({
  preferences,
  endpoints,
  audit,
  endpointsChanged,
}: Parts): SettingsHandlers {
  let last: Promise<unknown> = Promise.resolve();

  function change(make: (settings: Settings) => Settings, what: string): Promise<Settings> {
    const next = last.then(async () => {
      const settings = make(await preferences.read());
      await preferences.write(settings);
      await audit("settings.changed", { what });
      return settings;
    });
    last = next.catch(() => undefined);
    return next;
  }

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
