import type { AuditWriter } from "../core/audit/audit.ts";
import { chainById } from "../core/chain/chains.ts";
import { errorReport, WeirError } from "../core/errors/index.ts";
import type { Settings } from "../core/settings/settings.ts";
import type { CommandHandlers } from "../messages/popup/index.ts";

type SettingsHandlers = Pick<CommandHandlers, "settings.set" | "endpoints.test" | "endpoints.set">;

interface Parts {
  preferences: { read(): Promise<Settings>; write(settings: Settings): Promise<void> };
  /** Rejects with chain/endpoint-* when a URL or the list cannot be used. */
  checkEndpoints(urls: readonly string[]): string[];
  testEndpoint(url: string, chainId: number): Promise<{ blockNumber: number; milliseconds: number }>;
  audit: AuditWriter;
}

/** Handlers of the settings' commands. Writes are taken one after another, so that none undoes another. */
export function settingsCommands({
  preferences,
  checkEndpoints,
  testEndpoint,
  audit,
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

  function known(chainId: number): void {
    if (!chainById(chainId)) throw new WeirError("chain/unknown", { chainId });
  }

  return {
    "settings.set": ({ patch }) => {
      const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
      return change((settings) => ({ ...settings, ...given }), Object.keys(given).sort().join(", "));
    },
    "endpoints.test": async ({ chainId, url }) => {
      try {
        known(chainId);
        const [checked] = checkEndpoints([url]);
        return { ok: true, ...(await testEndpoint(checked ?? url, chainId)) };
      } catch (error) {
        return { ok: false, error: errorReport(error, "endpoints.test") };
      }
    },
    "endpoints.set": async ({ chainId, urls }) => {
      known(chainId);
      const checked = checkEndpoints(urls);
      return change(
        (settings) => ({ ...settings, endpoints: { ...settings.endpoints, [String(chainId)]: checked } }),
        `endpoints ${chainId}`,
      );
    },
  };
}
