import type { Translation } from "../catalogue.ts";
import type { approve as source } from "../en/approve.ts";

export const approve: Translation<typeof source> = {
  "approve.title": "Freigabe ändern",
  "approve.review": "Prüfen",
  "approve.token": "Token",
  "approve.choice": "Was künftig gelten soll",
  "approve.end": "Beenden",
  "approve.end-explain": "Es kann nichts mehr genommen werden.",
  "approve.limit": "Eine andere Grenze setzen",
  "approve.which": "Welche Freigabe?",
  "approve.which-explain": "Öffnen Sie dies bei einem Vorgang, der eine erteilt hat.",
};
