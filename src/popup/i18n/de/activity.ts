import type { Translation } from "../catalogue.ts";
import type { activity as source } from "../en/activity.ts";

export const activity: Translation<typeof source> = {
  "activity.title": "Aktivität",
  "activity.filter": "Welche Vorgänge",
  "activity.all": "Alle",
  "activity.waiting": "Wartend",
  "activity.done": "Fertig",
  "activity.failed": "Fehler",
  "activity.all-accounts": "Alle Konten",
  "activity.empty-title": "Hier ist noch nichts",
  "activity.empty-text": "Was Sie einsetzen, einlösen, abholen und senden, steht hier, das Neueste zuerst.",
  "activity.empty-filter": "Kein Vorgang ist in diesem Zustand.",
  "activity.damaged": {
    one: "{count} gespeicherter Vorgang ist nicht lesbar. Er bleibt, wo er ist; die anderen werden gezeigt.",
    other:
      "{count} gespeicherte Vorgänge sind nicht lesbar. Sie bleiben, wo sie sind; die anderen werden gezeigt.",
  },
  "activity.unreadable": "Der Browser konnte die Vorgänge gerade nicht lesen. Starten Sie den Browser neu.",
};
