import type { Translation } from "../catalogue.ts";
import type { send as source } from "../en/send.ts";

export const send: Translation<typeof source> = {
  "send.title": "Senden",
  "send.review": "Sendung prüfen",
  "send.asset": "Was Sie senden möchten",
  "send.recipient": "Empfänger",
  "send.enter-recipient": "Geben Sie die Adresse des Empfängers ein.",
  "send.address-book": "Adressbuch",
  "send.unknown-recipient": "Nicht in Ihrem Adressbuch",
  "send.yourself": "Das ist das sendende Konto selbst",
  "send.nobody": "Noch keine Adressen",
  "send.nobody-explain": "Ihre anderen Konten und die Einträge Ihres Adressbuchs erscheinen hier.",
  "send.look-alike-title": "Diese Adresse ahmt eine bekannte nach",
  "send.look-alike":
    "Sie beginnt und endet wie „{label}“, gehört aber jemand anderem. Solche Adressen werden in Verläufe geschmuggelt, damit sie versehentlich kopiert werden. Ist sie wirklich gemeint, nehmen Sie sie zuerst ins Adressbuch auf.",
  "send.entered": "Eingegeben:",
  "send.known-as": "{label}:",
};
