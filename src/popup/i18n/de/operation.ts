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
  "operation.kind-sign-only": "Unterschriebene Transaktion für {host}",
  "operation.kind-site-calls": {
    one: "{count} Transaktion für {host}",
    other: "{count} Transaktionen für {host}",
  },
  "operation.kind-site-message": "Text, unterschrieben für {host}",
  "operation.kind-sign-in": "Anmeldung bei {host}",
  "operation.kind-site-typed-data": "Daten, unterschrieben für {host}",
  "operation.kind-site-approval": "Freigabe für {host}",
  "operation.kind-revoke": { one: "{count} Freigabe beenden", other: "{count} Freigaben beenden" },

  "operation.state-planned": "Nicht bestätigt",
  "operation.state-approved": "Beginnt",
  "operation.state-signing": "Wird unterschrieben",
  "operation.state-sent": "Gesendet",
  "operation.state-running": "Im Gange",
  "operation.state-confirmed": "Bestätigt",
  "operation.state-signed": "Unterschrieben",
  "operation.state-handed": "Unterschrieben und übergeben",
  "operation.state-failed": "Gescheitert",
  "operation.state-rejected": "Abgelehnt",
  "operation.state-cancelled": "Abgebrochen",

  "operation.absent-title": "Dieser Vorgang ist nicht bekannt",
  "operation.absent": "Vielleicht wurde er mit der Wallet entfernt. Sehen Sie in der Aktivität nach.",
  "operation.damaged-title": "Dieser Vorgang ist nicht lesbar",
  "operation.damaged":
    "Sein Eintrag ist beschädigt oder gerade nicht lesbar. Was gesendet wurde, ist nicht betroffen; suchen Sie Ihre Adresse in einem Block-Explorer.",
  "operation.to-activity": "Zur Aktivität",
  "operation.to-portfolio": "Zurück zum Portfolio",

  "operation.progress": "Fortschritt",
  "operation.step-waiting": "Nicht begonnen",
  "operation.step-signing": "Wird unterschrieben",
  "operation.step-signed-permit": "Unterschrieben",
  "operation.step-signed": "Unterschrieben, wird gesendet",
  "operation.step-handed":
    "Unterschrieben und der Seite übergeben. Weir hat sie nicht gesendet; die Seite kann es jederzeit.",
  "operation.step-skipped": "Nicht gesendet, weil ein früherer Schritt gescheitert ist",
  "operation.step-broadcast": "Gesendet. Wartet darauf, dass das Netz es in einen Block aufnimmt.",
  "operation.step-confirmed": "Bestätigt in Block {block}",
  "operation.step-confirmed-plain": "Bestätigt",
  "operation.step-settling": "Bestätigt in Block {block}. Nach einigen weiteren Blöcken ist es endgültig.",
  "operation.step-failed": "Fehlgeschlagen",
  "operation.fee-paid": "Gezahlte Gebühr: {amount}",
  "operation.transaction": "Transaktion",
  "operation.transaction-speed-up": "Beschleunigt",
  "operation.transaction-cancel": "Abbruch",
  "operation.copy-hash": "Hash der Transaktion kopieren",
  "operation.explorer": "Auf {explorer} ansehen",
  "operation.no-longer-known": {
    one: "Kein Knoten kennt diese Transaktion mehr. Weir hat dieselben Bytes erneut gesendet, bisher {count} Mal ohne Erfolg.",
    other:
      "Kein Knoten kennt diese Transaktion mehr. Weir hat dieselben Bytes erneut gesendet, bisher {count} Mal ohne Erfolg.",
  },
  "operation.overtaken":
    "Eine andere Transaktion scheint an ihre Stelle getreten zu sein. Weir wartet einen Moment auf Gewissheit, bevor es das sagt.",

  "operation.waiting-title": "Wartet im Netz",
  "operation.waiting":
    "Meist nimmt ein Block sie binnen einer Minute auf. Steigen die Gebühren inzwischen, kann es länger dauern.",
  "operation.speed-up": "Beschleunigen",
  "operation.cancel": "Abbrechen",
  "operation.speed-up-title": "Diese Transaktion beschleunigen?",
  "operation.speed-up-text":
    "Weir unterschreibt dieselbe Transaktion noch einmal zur schnellen Gebühr, mindestens ein Achtel über der jetzigen. Nur eine der beiden kann ausgeführt werden, und nur deren Gebühr wird gezahlt.",
  "operation.cancel-title": "Diese Transaktion abbrechen?",
  "operation.cancel-text":
    "Weir unterschreibt an ihrer Stelle eine leere Transaktion an Sie selbst, zu höherer Gebühr. Kommt sie zuerst, wird nur ihre Gebühr für 21.000 Gas gezahlt. Kommt die ursprüngliche zuerst, gilt diese.",
  "operation.fee-now": "Gebührengrenze jetzt",
  "operation.fee-least": "Neue Gebührengrenze, mindestens",
  "operation.per-gas": "{amount} je Gas",
  "operation.keep-waiting": "Weiter warten",
  "operation.replacing": "Wird unterschrieben und gesendet …",
  "operation.draft":
    "Sie haben dies noch nicht bestätigt. Für die offenen Schritte wurde nichts unterschrieben.",
  "operation.review": "Prüfen und bestätigen",
  "operation.go-on": "Weitermachen",
  "operation.stopped": "Es wurde nichts gesendet. Sie können weitermachen, sobald der Ledger bereit ist.",
  "operation.stopped-midway":
    "Was erledigt ist, bleibt erledigt. Weitermachen setzt beim nächsten Schritt fort, sobald der Ledger bereit ist.",
  "operation.step-on-ledger": "Ihr Ledger wird gefragt",

  "operation.changes": "Was sich ändert",
  "operation.changes-expected": "Wie vor dem Senden erwartet, ohne Netzgebühr.",
  "operation.details": "Einzelheiten",
  "operation.account": "Konto",
  "operation.asked-by": "Veranlasst von",
  "operation.own-wallet": "Ihnen, in dieser Wallet",
  "operation.created": "Begonnen",
  "operation.updated": "Letzte Änderung",
  "operation.fee-total": "Gezahlte Netzgebühr",
  "operation.network": "Netz",
  "operation.ends": "Freigabe endet",
  "operation.purpose": "Wofür, wie die Seite sagt",
  "operation.bundle": "Bündel",

  "operation.next-title": "Wie es weitergeht",
  "operation.next-stake":
    "Ihr Einsatz verdient ab jetzt. Das Protokoll berichtet etwa einmal am Tag, und jeder Bericht ändert, was Ihre Token wert sind.",
  "operation.next-redeem":
    "Ihr Antrag ist in der Warteschlange des Protokolls. Das Portfolio zeigt, wann er erwartet wird, und lässt Sie ihn abholen, sobald er bereit ist.",
  "operation.next-claim": "Der Betrag ist in diesem Konto angekommen.",
};
