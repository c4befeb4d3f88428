import type { VaultErrors } from "../../../core/errors/vault.ts";
import type { ErrorSentences } from "../catalogue.ts";

export const vaultErrors = {
  "vault/absent": "In diesem Browser gibt es noch keine Wallet. Erstellen oder importieren Sie eine.",
  "vault/exists":
    "In diesem Browser gibt es bereits eine Wallet. Entsperren Sie sie oder entfernen Sie sie zuerst in den Einstellungen.",
  "vault/locked": "Die Wallet ist gesperrt. Entsperren Sie sie, um fortzufahren.",
  "vault/wrong-password": "Das ist nicht das Passwort. Der nächste Versuch ist in {waitSeconds} möglich.",
  "vault/wait": "Zu viele falsche Passwörter. Warten Sie {waitSeconds} und versuchen Sie es dann erneut.",
  "vault/damaged":
    "Beide gespeicherten Kopien der Wallet sind beschädigt. Es wurde nichts gelöscht. Stellen Sie sie aus einer Sicherungsdatei oder mit Ihrer Wiederherstellungsphrase wieder her.",
  "vault/unreadable":
    "Der Browser konnte die Wallet gerade nicht lesen. Ihre Schlüssel sind höchstwahrscheinlich unversehrt: Starten Sie den Browser neu und versuchen Sie es erneut.",
  "vault/newer-version":
    "Diese Wallet wurde von einer neueren Weir-Version geschrieben (Format {version}). Aktualisieren Sie die Erweiterung, um sie zu öffnen.",
  "vault/parameters":
    "Die gespeicherten Schutzeinstellungen liegen außerhalb dessen, was Weir zulässt; die Wallet wurde daher nicht geöffnet. Stellen Sie sie aus einer Sicherungsdatei oder mit Ihrer Wiederherstellungsphrase wieder her.",
  "vault/write-failed":
    "Der Browser konnte die Änderung nicht speichern. Der bisherige Stand ist unversehrt: Schaffen Sie Speicherplatz und versuchen Sie es erneut.",
  "vault/weak-password": "Wählen Sie ein stärkeres Passwort mit mindestens {min} Zeichen.",
  "vault/reveal-expired": "Die Zeit für die Anzeige ist abgelaufen. Geben Sie das Passwort erneut ein.",
  "vault/backup-not-a-vault":
    "Diese Datei ist keine Weir-Sicherung. Wählen Sie eine Datei, die aus den Weir-Einstellungen exportiert wurde.",
} as const satisfies ErrorSentences<VaultErrors>;
