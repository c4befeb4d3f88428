import type { StorageErrors } from "../../../core/errors/storage.ts";
import type { ErrorSentences } from "../catalogue.ts";

export const storageErrors = {
  "storage/read-failed":
    "Der Browser konnte seinen Speicher nicht lesen ({key}). Starten Sie den Browser neu und versuchen Sie es erneut.",
  "storage/write-failed":
    "Der Browser konnte nicht in seinen Speicher schreiben ({key}). Es wurde nichts geändert; versuchen Sie es erneut.",
  "storage/quota":
    "Der Speicher des Browsers ist voll ({key}). Schaffen Sie Speicherplatz und versuchen Sie es erneut.",
  "storage/damaged":
    "Ein gespeicherter Eintrag ist beschädigt ({key}). Aktualisieren Sie; Zahlen werden neu aus dem Netzwerk gelesen.",
} as const satisfies ErrorSentences<StorageErrors>;
