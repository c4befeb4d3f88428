import type { MessageErrors } from "../../../core/errors/message.ts";
import type { ErrorSentences } from "../catalogue.ts";

export const messageErrors = {
  "message/unknown":
    "Diese Seite und die Erweiterung passen nicht zusammen ({name}). Schließen Sie Weir und öffnen Sie es erneut.",
  "message/invalid":
    "Diese Seite hat etwas gesendet, das die Erweiterung nicht versteht ({name}). Schließen Sie Weir und öffnen Sie es erneut.",
  "message/forbidden": "Diese Seite darf das nicht verlangen ({name}).",
  "message/timeout":
    "Die Erweiterung hat nicht rechtzeitig geantwortet ({name}). Prüfen Sie Ihre letzten Vorgänge, bevor Sie es erneut versuchen.",
  "message/internal":
    "In Weir ist ein Fehler aufgetreten ({name}). Prüfen Sie Ihre letzten Vorgänge, bevor Sie es erneut versuchen.",
  "message/worker-gone":
    "Die Erweiterung wurde währenddessen neu gestartet ({name}). Prüfen Sie Ihre letzten Vorgänge, bevor Sie es erneut versuchen.",
} as const satisfies ErrorSentences<MessageErrors>;
