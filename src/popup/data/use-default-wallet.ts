import { useState } from "react";
import type { Settings } from "../../core/settings/settings.ts";
import { usePlatform } from "./page-context.ts";
import { useSettings } from "./records.ts";
import { useCommand } from "./use-command.ts";

/** Where Weir stands as window.ethereum, and changing it: the browser is asked first, in the click that wants it. */
export function useDefaultWallet() {
  const { defaultWallet } = useSettings();
  const { requestDefaultWallet } = usePlatform();
  const save = useCommand("settings.set");
  const [denied, setDenied] = useState(false);

  async function set(next: Settings["defaultWallet"]): Promise<void> {
    const given = await requestDefaultWallet(next).catch(() => false);
    setDenied(!given);
    if (given) await save.run({ patch: { defaultWallet: next } });
  }

  return { ...defaultWallet, set, denied, busy: save.busy, error: save.error };
}
