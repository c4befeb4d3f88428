import type { Translation } from "../catalogue.ts";
import type { contacts as source } from "../en/contacts.ts";

export const contacts: Translation<typeof source> = {
  "contacts.title": "Adressbuch",
  "contacts.explain":
    "Menschen und Orte, an die Sie senden. Weir warnt, wenn eine Adresse einer von diesen nur ähnlich sieht.",
  "contacts.empty": "Noch keine Adressen",
  "contacts.empty-text":
    "Fügen Sie hinzu, an wen Sie oft senden, damit Sie nicht jedes Mal die Ziffern vergleichen müssen.",
  "contacts.add": "Adresse hinzufügen",
  "contacts.name": "Name",
  "contacts.address": "Adresse",
  "contacts.address-hint": "0x und 40 Ziffern. Groß- und Kleinschreibung werden geprüft.",
  "contacts.look-alike-title": "Das ist nicht „{label}“",
  "contacts.look-alike":
    "Sie beginnt und endet gleich, ist aber eine andere Adresse. Solche Adressen werden in Verläufe geschmuggelt, damit sie aus Versehen kopiert werden. Vergleichen Sie jede Ziffer, bevor Sie sie hinzufügen:",
  "contacts.look-alike-known": "„{label}“ ist:",
  "contacts.added": "{label} hinzugefügt",
  "contacts.remove": "{label} entfernen",
  "contacts.remove-title": "Diese Adresse entfernen?",
  "contacts.remove-text": "{label} verlässt das Adressbuch. Im Netzwerk ändert sich nichts.",
  "contacts.damaged":
    "Das gespeicherte Adressbuch ist beschädigt. Mit einer neuen Adresse beginnt ein neues.",
};
