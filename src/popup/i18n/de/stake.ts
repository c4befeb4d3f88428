import type { Translation } from "../catalogue.ts";
import type { stake as source } from "../en/stake.ts";

export const stake: Translation<typeof source> = {
  "stake.title": "Einsetzen",
  "stake.review": "Einsatz prüfen",
  "stake.receive": "Was Sie halten möchten",
  "stake.growth-rebasing": "Wächst an Zahl",
  "stake.growth-accruing": "Wächst an Wert",
  "stake.you-receive": "Sie erhalten",
  "stake.yield": "Ertrag derzeit",
  "stake.yield-unknown": "Bisher wurden zu wenige Berichte gesehen, um ihn zu messen.",
  "stake.reward-fee": "Gebühr des Protokolls",
  "stake.of-rewards": "{share} der Erträge",
  "stake.fee-included": "Vom Ertrag bereits abgezogen.",
  "stake.break-even": "Gebühr verdient nach",
  "stake.break-even-explain": "Beim derzeitigen Ertrag, für diesen Betrag.",
  "stake.risks": "Risiken von {protocol}",
  "stake.no-advice": "Weir informiert, es berät nicht. Ein vergangener Ertrag verspricht nichts.",
};
