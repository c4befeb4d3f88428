import type { Translation } from "../catalogue.ts";
import type { sites as source } from "../en/sites.ts";

export const sites: Translation<typeof source> = {
  "sites.title": "Websites",
  "sites.more": "Was Websites bekommen haben",
  "sites.approvals": "Freigaben",
  "sites.approvals-text": "Was Verträge von Ihren Konten nehmen dürfen",
  "sites.settings": "Regeln für Websites",
  "sites.settings-text": "Wie lange Verbindungen gelten, und mehr",
  "sites.connected": "Verbunden",
  "sites.explain":
    "Diese Websites dürfen die genannten Adressen sehen und Sie um Unterschriften bitten. Ohne Ihre Zustimmung können sie nichts tun.",
  "sites.others": "Nicht mehr verbunden",
  "sites.signed-in": "Angemeldet am {date}",
  "sites.empty": "Keine verbundenen Websites",
  "sites.empty-text": "Wenn Sie sich mit einer Website verbinden und zustimmen, erscheint sie hier.",
  "sites.not-connected": "Nicht verbunden",
  "sites.not-connected-text": "Diese Website sieht keines Ihrer Konten.",
  "sites.disconnect-this": "Diese Website trennen",
  "sites.disconnected": "{origin} getrennt",
  "sites.used": "Benutzt {age}",
  "sites.ends": "Endet am {date}",
  "sites.sees": { one: "Sieht {count} Konto: {accounts}", other: "Sieht {count} Konten: {accounts}" },
  "sites.connection": "Verbindung",
  "sites.since-label": "Verbunden",
  "sites.used-label": "Zuletzt benutzt",
  "sites.ends-label": "Endet",
  "sites.idle": "Früher, wenn sie {time} nicht benutzt wird",
  "sites.accounts": "Konten, die sie sieht",
  "sites.networks": "Netzwerke, die sie benutzen darf",
  "sites.choose-network": "Wählen Sie mindestens ein Netzwerk.",
  "sites.end": "Ende der Verbindung",
  "sites.end-keep": "Wie es ist",
  "sites.end-in": "{time} von jetzt an",
  "sites.saved": "Gespeichert",
  "sites.refused": "Abgewiesene Nachrichten",
  "sites.refused-text": "Nachrichten dieser Website, die Weir nicht annahm, seit {date}.",
  "sites.duplicate": "Wiederholt",
  "sites.out-of-order": "In falscher Reihenfolge",
  "sites.late": "Verspätet",
  "sites.suspended": "Ausgesetzt",
  "sites.suspended-text":
    "Zu viele wiederholte Nachrichten: Seit {date} antwortet Weir dieser Website nicht mehr. Vielleicht spielt jemand ihre Anfragen erneut ab. Heben Sie das nur auf, wenn Sie der Website vertrauen.",
  "sites.resume": "Wieder antworten",
  "sites.default": "Standard-Wallet auf dieser Website",
  "sites.default-text":
    "Weir steht hier auch als window.ethereum bereit, für Websites ohne Auswahl der Wallet. Es gilt ab dem nächsten Laden der Seite.",
  "sites.default-everywhere": "In den Regeln für Websites für alle gesetzt.",
  "sites.default-denied": "Der Browser hat es nicht erlaubt; nichts wurde geändert.",
  "sites.sign-ins": "Anmeldungen",
  "sites.sign-ins-text":
    "Ob dort noch eine Sitzung läuft, weiß nur die Website. Melden Sie sich auf der Website ab, um sie zu beenden.",
  "sites.damaged":
    "Eine gespeicherte Verbindung ist beschädigt und gilt nicht. Verbinden Sie diese Website erneut.",
  "sites.unreadable":
    "Der Browser konnte die verbundenen Websites gerade nicht lesen. Starten Sie den Browser neu.",
  "sites.allowances":
    "Trennen nimmt keine Freigaben zurück, die Sie unterschrieben haben; sie stehen im Netzwerk, unter Freigaben.",
};
