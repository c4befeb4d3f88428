import { createContext, use } from "react";
import type { Ledger } from "../../core/device/ledger.ts";
import type { Settings } from "../../core/settings/settings.ts";
import type { PopupClient } from "../../messages/popup/client.ts";
import type * as platform from "../../platform/page.ts";
import type { StoredArea } from "./stored-area.ts";

/** What the browser gives to a page; tests give their own. */
export type Platform = Omit<typeof platform, "default">;

/** What every page of one window shares. */
export interface PageContext {
  platform: Platform;
  /** Sends a command to the worker. */
  send: PopupClient;
  local: StoredArea;
  session: StoredArea;
  /** The way to Ledger devices, loaded when first called; absent where it does not belong: popup and confirm window. */
  ledger?: (() => Promise<Ledger>) | undefined;
  /** Preferences as last read or changed. */
  settings: { current(): Settings; subscribe(listener: () => void): () => void };
}

const Context = createContext<PageContext | undefined>(undefined);

export const PageProvider = Context;

/** The page's context. Throws outside a PageProvider, which is a mistake in the program. */
export function usePage(): PageContext {
  const context = use(Context);
  if (context === undefined) throw new Error("usePage: no PageProvider above");
  return context;
}

/** The browser's side, for opening tabs, copying, downloads. */
export function usePlatform(): Platform {
  return usePage().platform;
}
