import type { Settings } from "../core/settings/settings.ts";
import { browser } from "./browser.ts";

const scriptId = "weir-default";
const everywhere = ["https://*/*", "http://localhost/*", "http://127.0.0.1/*"];

/** Match patterns know no ports in Firefox: all of a host are one. */
function matchesOf({ everywhere: all, origins }: Settings["defaultWallet"]): string[] {
  if (all) return everywhere;
  return [...new Set(origins.filter((origin) => URL.canParse(origin)))].flatMap((origin) => {
    const { protocol, hostname } = new URL(origin);
    return protocol === "https:" || protocol === "http:" ? [`${protocol}//${hostname}/*`] : [];
  });
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Makes Weir window.ethereum where the settings say so, on pages loaded from now on; for settings that are as before
 * nothing happens. Chrome runs the script only where the person granted the host (permissions.request of
 * `defaultWalletHosts`, in a click; permissions.contains says yes already for the content scripts' sake and proves nothing).
 * Rejects when the browser refuses.
 */
export function applyDefaultWallet(wanted: Settings["defaultWallet"]): Promise<void> {
  // One after another: registering an id twice is an error.
  const next = last.then(() => apply(matchesOf(wanted)));
  last = next.catch(() => undefined);
  return next;
}

/** The hosts to ask permission for. */
export const defaultWalletHosts = matchesOf;

async function apply(matches: string[]): Promise<void> {
  const { scripting } = browser;
  const [present] = await scripting.getRegisteredContentScripts({ ids: [scriptId] });
  // Chrome gives them back in an order of its own.
  const ordered = (list: readonly string[] = []): string => [...list].sort().join(" ");
  if (ordered(present?.matches) === ordered(matches)) return;
  if (present) await scripting.unregisterContentScripts({ ids: [scriptId] });
  if (matches.length === 0) return;
  await scripting.registerContentScripts([
    {
      id: scriptId,
      matches,
      js: ["default.js"],
      runAt: "document_start",
      allFrames: true,
      persistAcrossSessions: true,
      world: "MAIN",
    } as Parameters<typeof scripting.registerContentScripts>[0][number],
  ]);
}
