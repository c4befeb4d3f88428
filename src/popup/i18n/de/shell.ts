import type { Translation } from "../catalogue.ts";
import type { shell as source } from "../en/shell.ts";

export const shell: Translation<typeof source> = {
  "shell.portfolio": "Portfolio",
  "shell.activity": "Aktivität",
  "shell.sites": "Websites",
  "shell.settings": "Einstellungen",
  "shell.title": "{page} · Weir",
  "shell.switch-account": "Konto wechseln:",
  "shell.accounts": "Konten",
  "shell.add-account": "Konto hinzufügen",
  "shell.manage-accounts": "Verwalten",
  "shell.watch-only": "Nur beobachtet",
  "shell.lock-now": "Weir sperren",
  "shell.offline": "Dieser Computer ist offline. Die Zahlen sind auf dem zuletzt gelesenen Stand.",
  "shell.unread":
    "{network} konnte zuletzt nicht gelesen werden. Die Zahlen sind auf dem zuletzt gelesenen Stand.",
  "shell.worker-gone":
    "Der Hintergrundteil der Erweiterung hat nicht geantwortet. Ihre Wallet ist davon nicht betroffen.",
  "shell.accounts-damaged":
    "Die gespeicherte Kontenliste ist beschädigt. Sperren und entsperren Sie Weir: Sie wird aus dem Tresor neu erstellt.",
  "shell.accounts-unreadable":
    "Der Browser konnte die Kontenliste gerade nicht lesen. Starten Sie den Browser neu.",
  "shell.backup-reminder":
    "Ihre Wiederherstellungsphrase ist noch nicht gesichert. Ohne sie kann niemand diese Wallet wiederherstellen.",
  "shell.backup-now": "Jetzt sichern",
  "shell.crashed-title": "Diese Ansicht ist ausgefallen",
  "shell.crashed-text":
    "Ihre Wallet und alles bereits Gesendete sind nicht betroffen. Laden Sie die Ansicht neu; wenn sie wieder ausfällt, öffnen Sie eine andere.",
  "shell.reload": "Neu laden",
  "shell.not-found-title": "Diese Ansicht gibt es nicht",
  "shell.not-found-text": "Die Adresse dieser Seite führt nirgendwohin.",
  "shell.go-portfolio": "Zum Portfolio",
  "shell.loading-screen": "Ansicht wird geladen …",
  "shell.no-wallet":
    "Es gibt noch keine Wallet. Richten Sie zuerst eine ein; danach kann die Website erneut fragen.",
  "shell.open-setup": "Weir einrichten",
};
