import type { Translation } from "../catalogue.ts";
import type { sites as source } from "../en/sites.ts";

export const sites: Translation<typeof source> = {
  "sites.title": "Websites",
  "sites.explain":
    "Diese Websites dürfen die genannten Adressen sehen und Sie um Unterschriften bitten. Ohne Ihre Zustimmung können sie nichts tun.",
  "sites.empty": "Keine verbundenen Websites",
  "sites.empty-text": "Wenn Sie sich mit einer Website verbinden und zustimmen, erscheint sie hier.",
  "sites.disconnect": "{origin} trennen",
  "sites.disconnected": "{origin} getrennt",
  "sites.since": "Verbunden am {date}",
  "sites.used": "Benutzt {age}",
  "sites.sees": { one: "Sieht {count} Konto: {accounts}", other: "Sieht {count} Konten: {accounts}" },
  "sites.damaged":
    "Eine gespeicherte Verbindung ist beschädigt und wird nicht benutzt. Verbinden Sie diese Website neu.",
  "sites.unreadable":
    "Der Browser konnte die verbundenen Websites gerade nicht lesen. Starten Sie den Browser neu.",
  "sites.allowances":
    "Trennen nimmt keine Token-Freigaben zurück, die Sie unterschrieben haben; die stehen im Netzwerk.",
};
