import type { Translation } from "../catalogue.ts";
import type { recovery as source } from "../en/recovery.ts";

export const recovery: Translation<typeof source> = {
  "recovery.title": "Ihre Wallet lässt sich gerade nicht öffnen",
  "recovery.newer-title": "Diese Wallet braucht ein neueres Weir",
  "recovery.newer-text":
    "Sie wurde von einer neueren Version geschrieben. Aktualisieren Sie die Erweiterung; nichts ist verloren.",
  "recovery.explain":
    "Weir hält zwei Kopien Ihrer verschlüsselten Wallet und benutzt die, die heil ist. So steht es um sie:",
  "recovery.nothing-deleted":
    "Nichts wurde gelöscht. Versuchen Sie die folgenden Schritte in dieser Reihenfolge.",
  "recovery.primary": "Erste Kopie",
  "recovery.secondary": "Zweite Kopie",
  "recovery.good": "Gut",
  "recovery.absent": "Fehlt",
  "recovery.damaged": "Beschädigt",
  "recovery.unreadable": "Gerade nicht lesbar",
  "recovery.newer": "Von einer neueren Version geschrieben",
  "recovery.retry-title": "Erneut versuchen",
  "recovery.retry-text":
    "Oft war der Speicher des Browsers nur beschäftigt. Versuchen Sie es erneut, starten Sie dann den Browser neu und sehen Sie noch einmal nach.",
  "recovery.restore-title": "Aus einer Sicherungsdatei wiederherstellen",
  "recovery.download-title": "Behalten, was noch da ist",
  "recovery.download-text":
    "Laden Sie vor allem anderen herunter, was sich noch lesen lässt. Die Kopien sind verschlüsselt; vielleicht kann jemand sie reparieren.",
  "recovery.download": "Kopien herunterladen",
  "recovery.wipe-title": "Neu beginnen",
  "recovery.wipe-text":
    "Es ist keine heile Kopie mehr da. Wenn Sie Ihre Wiederherstellungsphrase haben, können Sie die Reste entfernen und sie importieren.",

  "recovery.remove-title": "Diese Wallet entfernen",
  "recovery.remove-explain":
    "Dies löscht Schlüssel, Konten, Einstellungen und Aufzeichnungen von Weir aus diesem Browser. Was Ihnen gehört, bleibt im Netzwerk; doch ohne Wiederherstellungsphrase oder Sicherungsdatei kommt niemand mehr daran.",
  "recovery.remove-have":
    "Ich habe die Wiederherstellungsphrase, den Schlüssel oder eine Sicherungsdatei von allem in dieser Wallet.",
  "recovery.remove-type": "Geben Sie zur Bestätigung {word} ein",
  "recovery.remove-word": "ENTFERNEN",
  "recovery.remove-run": "Wallet aus diesem Browser entfernen",
};
