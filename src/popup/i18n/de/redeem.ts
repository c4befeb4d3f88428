import type { Translation } from "../catalogue.ts";
import type { redeem as source } from "../en/redeem.ts";

export const redeem: Translation<typeof source> = {
  "redeem.title": "Einlösen",
  "redeem.review": "Einlösung prüfen",
  "redeem.token": "Was Sie einlösen möchten",
  "redeem.you-receive": "Sie erhalten höchstens",
  "redeem.wait": "Erwartete Wartezeit",
  "redeem.wait-days": { one: "{least} bis {count} Tag", other: "{least} bis {count} Tage" },
  "redeem.wait-by": "(bis {date})",
  "redeem.parts": { one: "{count} Antrag", other: "{count} Anträge" },
  "redeem.parts-explain":
    "Alle gehen in einer Transaktion hinaus. Jeder kann abgeholt werden, sobald er bereit ist.",
  "redeem.part": "Antrag {number}",
  "redeem.approval": "Wie die Warteschlange den Betrag nehmen darf",
  "redeem.permit": "Per Unterschrift",
  "redeem.permit-explain":
    "Eine Unterschrift, eine Transaktion. Die Unterschrift erlaubt genau diesen Betrag für eine Stunde und kostet nichts.",
  "redeem.approve": "Per Freigabe",
  "redeem.approve-explain": "Zwei Transaktionen: erst die Freigabe, dann der Antrag. Kostet mehr.",
  "redeem.first":
    "{protocol} zahlt Einlösungen der Reihe nach aus. Was wartet, verdient nichts, kann nicht zurückgenommen werden und zahlt nach einer Bestrafung von Validatoren vielleicht weniger.",
};
