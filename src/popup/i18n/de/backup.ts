import type { Translation } from "../catalogue.ts";
import type { backup as source } from "../en/backup.ts";

export const backup: Translation<typeof source> = {
  "backup.title": "Wiederherstellungsphrase",
  "backup.password-explain":
    "Geben Sie Ihr Passwort ein, um die Phrase anzuzeigen. Achten Sie darauf, dass niemand und keine Kamera den Bildschirm sieht.",
  "backup.never":
    "Geben Sie diese Wörter nie auf einer Website ein und geben Sie sie niemandem. Die Macher von Weir fragen nie danach.",
  "backup.open": "Weiter",
  "backup.word-of": "Wort {position} von {total}",
  "backup.show": "Wort {position} anzeigen",
  "backup.hide": "Wort {position} verbergen",
  "backup.hidden": "Verborgen",
  "backup.previous": "Voriges Wort",
  "backup.next": "Nächstes Wort",
  "backup.hides": "Das Wort verbirgt sich, sobald Sie dieses Fenster verlassen.",
  "backup.has-passphrase":
    "Zu dieser Phrase gehört eine Passphrase, die Sie beim Importieren gewählt haben. Bewahren Sie auch die Passphrase auf: Sie wird hier nicht angezeigt.",
  "backup.written": "Ich habe alle Wörter aufgeschrieben",
  "backup.verify-title": "Prüfen Sie, was Sie aufgeschrieben haben",
  "backup.verify-explain": "Geben Sie diese drei Wörter von Ihrem Papier ein.",
  "backup.verify-word": "Wort {position}",
  "backup.verify-run": "Prüfen",
  "backup.verify-again": "Wörter noch einmal anzeigen",
  "backup.verified-title": "Ihre Phrase ist gesichert",
  "backup.verified-text":
    "Bewahren Sie das Papier dort auf, wo nur Sie es finden, getrennt von diesem Computer. Sie brauchen es, wenn dieser Computer verloren geht.",
  "backup.unknown": "Diese Phrase gibt es in dieser Wallet nicht.",
  "backup.file-title": "Sicherungsdatei",
  "backup.file-explain":
    "Der verschlüsselte Tresor als Datei. Sie öffnet sich nur mit dem jetzt gültigen Passwort; andere dürfen sie finden, das Passwort nicht.",
  "backup.file-not-phrase":
    "Die Datei enthält auch alle importierten Schlüssel. Sie ersetzt nicht das Papier mit Ihrer Wiederherstellungsphrase: Ohne Passwort ist die Datei wertlos.",
  "backup.file-download": "Sicherungsdatei herunterladen",
  "backup.file-done": "Heruntergeladen als {name}.",
};
