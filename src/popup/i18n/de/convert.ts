import type { Translation } from "../catalogue.ts";
import type { convert as source } from "../en/convert.ts";

export const convert: Translation<typeof source> = {
  "convert.title": "Umwandeln",
  "convert.review": "Umwandlung prüfen",
  "convert.direction": "Von und nach",
  "convert.pair": "{from} in {to}",
  "convert.to-rebasing": "{symbol} wächst an Zahl.",
  "convert.to-accruing": "{symbol} bleibt an Zahl gleich und wächst an Wert.",
  "convert.you-receive": "Sie erhalten etwa",
  "convert.explain":
    "Beides ist derselbe Einsatz in anderer Form. Das Umwandeln bringt nichts ein und kostet nur die Netzwerkgebühr.",
};
