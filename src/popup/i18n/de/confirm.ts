import type { Translation } from "../catalogue.ts";
import type { confirm as source } from "../en/confirm.ts";

export const confirm: Translation<typeof source> = {
  "confirm.connect-title": "Mit dieser Seite verbinden?",
  "confirm.transaction-title": "Diese Seite bittet um eine Transaktion",
  "confirm.counter": { one: "1 von {count}", other: "1 von {count}" },
  "confirm.framed":
    "Diese Seite wird innerhalb einer Seite von {origin} angezeigt. Wenn Sie das nicht erwartet haben, lehnen Sie ab.",
  "confirm.foreign-letters":
    "Der Name dieser Seite enthält andere Buchstaben als a bis z, hier als „xn--…“ geschrieben. Mit solchen Namen werden andere nachgeahmt.",
  "confirm.not-encrypted":
    "Die Verbindung zu dieser Seite ist nicht verschlüsselt. Auf dem eigenen Rechner ist das üblich.",
  "confirm.will-see": "Sie sieht die gewählten Adressen und damit deren Guthaben und Verlauf.",
  "confirm.can-ask": "Sie kann um Transaktionen bitten. Jede kommt zuerst in dieses Fenster.",
  "confirm.cannot": "Von sich aus bewegen kann sie nichts.",
  "confirm.accounts": "Konten, die sie sehen darf",
  "confirm.accounts-explain": "Unter „Seiten“ können Sie die Verbindung jederzeit trennen.",
  "confirm.choose-one": "Wählen Sie mindestens ein Konto.",
  "confirm.reject": "Ablehnen",
  "confirm.connect": "Verbinden",
  "confirm.ended-title": "Hier ist nichts zu beantworten",
  "confirm.gone": "Die Seite hat ihre Anfrage zurückgezogen oder ist nicht mehr offen.",
  "confirm.nothing": "Keine Seite wartet auf eine Antwort.",
  "confirm.unreadable":
    "Der Browser konnte die Anfrage gerade nicht lesen. Lassen Sie die Seite noch einmal fragen.",
  "confirm.closes": "Dieses Fenster schließt sich von selbst.",
  "confirm.next": "Nächste Anfrage",
};
