import type { Translation } from "../catalogue.ts";
import type { operation as source } from "../en/operation.ts";

export const operation: Translation<typeof source> = {
  "operation.title": "Vorgang",
  "operation.kind-stake": "Einsetzen",
  "operation.kind-convert": "{from} in {to} umwandeln",
  "operation.kind-convert-plain": "Umwandeln",
  "operation.kind-redeem": "Einlösen",
  "operation.kind-claim": {
    one: "{count} Antrag abholen",
    other: "{count} Anträge abholen",
  },
  "operation.kind-send": "Senden",
  "operation.kind-approve": "Freigabe ändern",
  "operation.kind-site-transaction": "Transaktion für {host}",

  "operation.state-planned": "Nicht bestätigt",
  "operation.state-approved": "Beginnt",
  "operation.state-signing": "Wird unterschrieben",
  "operation.state-sent": "Gesendet, wartet",
  "operation.state-running": "Im Gange",
  "operation.state-confirmed": "Bestätigt",
  "operation.state-failed": "Fehlgeschlagen",
  "operation.state-rejected": "Abgelehnt",
  "operation.state-cancelled": "Abgebrochen",
};
