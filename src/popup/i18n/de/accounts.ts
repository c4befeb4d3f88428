import type { Translation } from "../catalogue.ts";
import type { accounts as source } from "../en/accounts.ts";

export const accounts: Translation<typeof source> = {
  "accounts.title": "Konten",
  "accounts.kind-derived": "Aus einer Phrase",
  "accounts.kind-imported": "Importierter Schlüssel",
  "accounts.kind-ledger": "Ledger",
  "accounts.kind-watch": "Nur beobachtet",
  "accounts.shown": "Angezeigt",
  "accounts.hidden": "Ausgeblendete Konten",
  "accounts.phrases": "Wiederherstellungsphrasen",
  "accounts.phrase-of": { one: "{count} Wort", other: "{count} Wörter" },
  "accounts.default-name": "Konto {number}",
  "accounts.phrase-number": "Phrase {number}",
  "accounts.backed-up": "Gesichert",
  "accounts.not-backed-up": "Nicht gesichert",
  "accounts.show-phrase": "Anzeigen",
  "accounts.back-up": "Sichern",
  "accounts.empty": "Keine Konten",
  "accounts.empty-text": "Fügen Sie eines hinzu, um sein Guthaben zu sehen.",
  "accounts.unknown": "Dieses Konto gibt es in dieser Wallet nicht.",
  "accounts.unknown-device": "Diesen Ledger gibt es in dieser Wallet nicht.",

  "accounts.add-title": "Konto hinzufügen",
  "accounts.way": "Was für ein Konto?",
  "accounts.way-derive": "Das nächste einer Phrase",
  "accounts.way-derive-text":
    "Wird mit derselben Wiederherstellungsphrase wiederhergestellt wie die anderen.",
  "accounts.way-import": "Importieren",
  "accounts.way-import-text":
    "Aus einer Phrase, einem privaten Schlüssel oder einer Schlüsseldatei einer anderen Wallet.",
  "accounts.way-ledger": "Ledger",
  "accounts.way-ledger-text": "Der Schlüssel bleibt im Gerät, das anzeigt und signiert.",
  "accounts.way-watch": "Nur beobachten",
  "accounts.way-watch-text": "Das Guthaben einer beliebigen Adresse sehen. Es kann nicht unterschreiben.",
  "accounts.which-phrase": "Wiederherstellungsphrase",
  "accounts.name": "Name",
  "accounts.name-hint": "Nur für Sie. Bis zu 40 Zeichen.",
  "accounts.address-hint": "0x und 40 Ziffern. Groß- und Kleinschreibung werden geprüft.",
  "accounts.add-run": "Konto hinzufügen",
  "accounts.adding": "Das Konto wird hinzugefügt …",
  "accounts.added": "{label} hinzugefügt",
  "accounts.no-phrase":
    "Diese Wallet hat keine Wiederherstellungsphrase, also auch kein nächstes Konto. Importieren Sie stattdessen eines.",

  "accounts.show-address": "QR-Code anzeigen",
  "accounts.qr": "QR-Code der Adresse {address}",
  "accounts.path": "Ableitungspfad",
  "accounts.kind": "Art",
  "accounts.added-on": "Hinzugefügt",
  "accounts.use": "Dieses Konto anzeigen",
  "accounts.rename": "Umbenennen",
  "accounts.renamed": "Umbenannt",
  "accounts.hide": "Dieses Konto ausblenden",
  "accounts.hide-text": "Es bleibt in der Wallet und behält sein Guthaben; es fehlt nur in den Listen.",

  "accounts.device": "Gerät",
  "accounts.show-device": "Gerät anzeigen",
  "accounts.verify": "Adresse am Gerät prüfen",
  "accounts.devices": "Ledger",
  "accounts.app-version": "Ethereum-App {version}",
  "accounts.device-empty": "Noch ist keine seiner Adressen hier ein Konto.",
  "accounts.more-addresses": "Weitere Adressen hinzufügen",
  "accounts.choose-again": "Das Gerät noch einmal wählen",
  "accounts.choose-again-text":
    "Falls der Browser den Ledger nicht mehr findet: Die Erlaubnis wurde zurückgenommen, oder der Ledger sieht für ihn mit offener App wie ein anderes Gerät aus.",

  "accounts.remove": "Aus Weir entfernen",
  "accounts.remove-title": "{label} entfernen?",
  "accounts.remove-watch-text":
    "Weir vergisst die Adresse und ihren Namen. Im Netzwerk ändert sich nichts, und Sie können sie jederzeit wieder beobachten.",
  "accounts.remove-ledger-text":
    "Weir vergisst dieses Konto. Am Ledger ändert sich nichts, und was das Konto hält, bleibt dort. Fügen Sie die Adresse wieder hinzu, um es zurückzuhaben.",
  "accounts.remove-device-text": {
    one: "Weir vergisst diesen Ledger und sein {count} Konto.",
    other: "Weir vergisst diesen Ledger und seine {count} Konten.",
  },
  "accounts.remove-device-empty": "Weir vergisst diesen Ledger.",
  "accounts.remove-device-stays":
    "Am Gerät ändert sich nichts, und was seine Konten halten, bleibt dort. Koppeln Sie es wieder, um sie zurückzuhaben.",
  "accounts.removed": "{label} entfernt",

  "accounts.export": "Privaten Schlüssel exportieren",
  "accounts.export-text":
    "Wer den privaten Schlüssel hat, hat alles auf diesem Konto. Achten Sie darauf, dass niemand und keine Kamera den Bildschirm sieht, und geben Sie den Schlüssel nie auf einer Website ein.",
  "accounts.export-run": "Weiter",
  "accounts.export-show": "Schlüssel anzeigen",
  "accounts.export-hide": "Schlüssel verbergen",
  "accounts.export-copy": "Schlüssel kopieren",
  "accounts.export-copy-warning":
    "Andere Programme können lesen, was kopiert ist, und der Browser behält es vielleicht. Schreiben Sie den Schlüssel lieber ab, oder leeren Sie die Zwischenablage, sobald Sie ihn eingefügt haben.",
  "accounts.export-copied":
    "Der Schlüssel ist in der Zwischenablage. Leeren Sie sie, sobald Sie ihn eingefügt haben.",
  "accounts.export-clear": "Zwischenablage leeren",
  "accounts.export-cleared": "Die Zwischenablage wurde geleert.",
  "accounts.export-not-cleared":
    "Die Zwischenablage konnte nicht geleert werden. Kopieren Sie etwas anderes darüber.",
  "accounts.export-key": "Privater Schlüssel",
};
