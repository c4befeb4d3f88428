import type { AmountErrors } from "../../../core/errors/amount.ts";
import type { ErrorSentences } from "../catalogue.ts";

export const amountErrors = {
  "amount/empty": "Geben Sie einen Betrag ein.",
  "amount/not-a-number": "Das ist kein Betrag. Verwenden Sie nur Ziffern und ein Dezimalzeichen.",
  "amount/ambiguous":
    "Das lässt sich auf zwei Arten lesen. Schreiben Sie den Betrag ohne Tausendertrennzeichen.",
  "amount/negative": "Der Betrag darf nicht negativ sein.",
  "amount/too-many-decimals": "Verwenden Sie höchstens {decimals} Nachkommastellen.",
  "amount/zero": "Geben Sie einen Betrag über null ein.",
  "amount/too-large": "So viel gibt es nicht. Prüfen Sie die Ziffern.",
} as const satisfies ErrorSentences<AmountErrors>;
