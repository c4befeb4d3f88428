import type { Translation } from "../catalogue.ts";
import type { unlock as source } from "../en/unlock.ts";

export const unlock: Translation<typeof source> = {
  "unlock.title": "Weir entsperren",
  "unlock.password": "Passwort",
  "unlock.run": "Entsperren",
  "unlock.working": "Der Tresor wird geöffnet …",
  "unlock.wait": "Zu viele falsche Passwörter. Sie können es in {time} erneut versuchen.",
  "unlock.wrong": "Das ist nicht das Passwort.",
  "unlock.can-try": "Sie können es jetzt erneut versuchen.",
  "unlock.forgot": "Passwort vergessen?",
  "unlock.forgot-text":
    "Niemand kann es zurücksetzen, denn es ist nirgends gespeichert. Mit Ihrer Wiederherstellungsphrase können Sie neu beginnen: Entfernen Sie die Erweiterung aus diesem Browser, installieren Sie sie neu und importieren Sie die Phrase.",
};
