import { formatUnits } from "../core/amount/format.ts";
import type { languages, Settings } from "../core/settings/settings.ts";
import type { Redemption } from "../core/staking/position.ts";
import { notify } from "../platform/worker.ts";
import { notification as german } from "../popup/i18n/de/notification.ts";
import { notification as english } from "../popup/i18n/en/notification.ts";
import { interpolate } from "../popup/i18n/interpolate.ts";
import { matchLanguage } from "../popup/i18n/languages.ts";
import { formatDecimalText } from "../popup/i18n/numbers.ts";

/** The note about leases; a click on it opens the approvals. */
export const leasesNotification = "leases";

const words = { en: english, de: german } satisfies Record<
  (typeof languages)[number],
  Record<keyof typeof english, string>
>;

const chosenLanguage = (language: Settings["language"]) =>
  language === "auto" ? matchLanguage(navigator.languages) : language;

/** Tells that leases are over; one note, which the next replaces. */
export async function notifyLeases(count: number, language: Settings["language"]): Promise<void> {
  const catalogue = words[chosenLanguage(language)];
  const text = interpolate(catalogue["notification.leases-text"], { count }, String);
  await notify(leasesNotification, catalogue["notification.leases-title"], text);
}

/** Tells once per redemption that it can be claimed: its id makes a repeated notification replace the first. */
export async function notifyClaimable(
  redemptions: readonly Redemption[],
  language: Settings["language"],
): Promise<void> {
  const chosen = chosenLanguage(language);
  const catalogue = words[chosen];
  for (const { protocol, id, claimable, amount, asset } of redemptions) {
    const exact = formatDecimalText(chosen, formatUnits(claimable ?? amount, asset.decimals));
    const text = interpolate(
      catalogue["notification.claimable-text"],
      { amount: exact, unit: asset.symbol },
      String,
    );
    await notify(`claimable:${protocol}:${id}`, catalogue["notification.claimable-title"], text);
  }
}
