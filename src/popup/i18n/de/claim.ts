import type { Translation } from "../catalogue.ts";
import type { claim as source } from "../en/claim.ts";

export const claim: Translation<typeof source> = {
  "claim.title": "Abholen",
  "claim.review": "Abholung prüfen",
  "claim.nothing": "Noch ist nichts bereit",
  "claim.nothing-explain": "Was Sie einlösen, erscheint hier, sobald es abgeholt werden kann.",
  "claim.queued": {
    one: "{count} Antrag ist in der Warteschlange.",
    other: "{count} Anträge sind in der Warteschlange.",
  },
  "claim.choose": "Wählen Sie mindestens einen Antrag.",
  "claim.too-many": {
    one: "In eine Transaktion passt höchstens {count} Antrag. Lassen Sie einige für die nächste.",
    other: "In eine Transaktion passen höchstens {count} Anträge. Lassen Sie einige für die nächste.",
  },
  "claim.total": "Sie erhalten",
  "claim.of": { one: "aus {count} Antrag", other: "aus {count} Anträgen" },
  "claim.ready": "Kann abgeholt werden",
  "claim.request": "Antrag {id}, gestellt am {date}.",
  "claim.less": "{amount} weniger als beantragt, nach einer Bestrafung von Validatoren.",
};
