import type { StakingErrors } from "../../../core/errors/staking.ts";
import type { ErrorSentences } from "../catalogue.ts";

export const stakingErrors = {
  "staking/paused":
    "{protocol} hat das Staking angehalten. Es wurde nichts gesendet; versuchen Sie es erneut, sobald es wieder offen ist.",
  "staking/limit-reached":
    "{protocol} nimmt heute keine weiteren Einlagen an. Das Limit füllt sich mit der Zeit wieder auf.",
  "staking/above-limit":
    "Zurzeit sind höchstens {limit} {unit} möglich. Geben Sie weniger ein oder warten Sie, bis sich das Limit wieder auffüllt.",
  "staking/below-minimum": "Der Mindestbetrag ist {minimum} {unit}.",
  "staking/above-balance": "Sie haben {balance} {unit}. Geben Sie höchstens so viel ein.",
  "staking/queue-paused":
    "{protocol} hat die Auszahlungswarteschlange angehalten. Ihr Antrag bleibt bestehen; versuchen Sie es erneut, sobald sie wieder offen ist.",
  "staking/nothing-to-claim": "Es gibt noch nichts abzuholen.",
  "staking/not-claimable": "Antrag {id} kann noch nicht abgeholt werden.",
  "staking/too-many-parts":
    "Dieser Betrag braucht {parts} Anträge; {max} passen in eine Transaktion. Lösen Sie weniger auf einmal ein.",
  "staking/rate-implausible":
    "Der für {protocol} gelesene Kurs kann nicht stimmen; es wird nichts damit berechnet. Prüfen Sie Ihre Endpunkte in den Einstellungen.",
  "staking/state-unknown":
    "Der Zustand von {protocol} konnte nicht gelesen werden. Aktualisieren Sie und versuchen Sie es dann erneut.",
  "staking/unknown-protocol": "Weir kennt das Protokoll {protocol} nicht.",
  "staking/unsupported": "{protocol} bietet das nicht an.",
} as const satisfies ErrorSentences<StakingErrors>;
