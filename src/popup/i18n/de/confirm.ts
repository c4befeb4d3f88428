import type { Translation } from "../catalogue.ts";
import type { confirm as source } from "../en/confirm.ts";

export const confirm: Translation<typeof source> = {
  "confirm.connect-title": "Mit dieser Seite verbinden?",
  "confirm.transaction-title": "Bitte um eine Transaktion",
  "confirm.sign-only-title": "Bitte um eine unterschriebene Transaktion",
  "confirm.calls-title": "Bitte um mehrere Transaktionen",
  "confirm.message-title": "Bitte, einen Text zu unterschreiben",
  "confirm.typed-data-title": "Bitte, Daten zu unterschreiben",
  "confirm.lst-approval-title": "Bitte, Token nehmen zu dürfen",
  "confirm.add-chain-title": "Dieses Netzwerk hinzufügen?",
  "confirm.switch-chain-title": "Darf diese Seite das Netzwerk wechseln?",
  "confirm.watch-asset-title": "Diesen Token anzeigen?",
  "confirm.add-chain": "Hinzufügen",
  "confirm.switch-chain": "Wechseln",
  "confirm.watch-asset": "Anzeigen",
  "confirm.counter": { one: "1 von {count}", other: "1 von {count}" },
  "confirm.framed":
    "Diese Seite wird innerhalb einer Seite von {origin} angezeigt. Wenn Sie das nicht erwartet haben, lehnen Sie ab.",
  "confirm.foreign-letters":
    "Der Name dieser Seite enthält andere Buchstaben als a bis z, hier als „xn--…“ geschrieben. Mit solchen Namen werden andere nachgeahmt.",
  "confirm.not-encrypted":
    "Die Verbindung zu dieser Seite ist nicht verschlüsselt. Auf dem eigenen Rechner ist das üblich.",
  "confirm.will-see": "Sie sieht die gewählten Adressen und damit deren Guthaben und Verlauf.",
  "confirm.can-ask":
    "Sie kann um Transaktionen und Unterschriften bitten. Jede Anfrage kommt zuerst in dieses Fenster.",
  "confirm.cannot": "Von sich aus bewegen kann sie nichts.",
  "confirm.accounts": "Konten, die sie sehen darf",
  "confirm.choose-one": "Wählen Sie mindestens ein Konto.",
  "confirm.networks": "Netzwerke, die sie nutzen darf",
  "confirm.networks-explain": "Für jedes andere Netzwerk muss sie zuerst fragen.",
  "confirm.choose-network": "Wählen Sie mindestens ein Netzwerk.",
  "confirm.session": "Die Verbindung endet",
  "confirm.session-after": "{days}, bis {date}",
  "confirm.session-idle":
    "Früher, wenn sie so lange nicht genutzt wird: {days}. Sie können sie jederzeit beenden.",
  "confirm.on-network": "Netzwerk",
  "confirm.network-unknown": "Unbekanntes Netzwerk {chainId}",
  "confirm.blocked": "Dies lässt sich nur ablehnen. Der Grund steht oben.",
  "confirm.chain-explain":
    "Die Seite schlägt dieses Netzwerk vor. Seine Knoten sehen, nach welchen Adressen Sie fragen, und Weir muss glauben, was sie sagen.",
  "confirm.chain-name": "Name",
  "confirm.chain-id": "Chain-ID",
  "confirm.chain-currency": "Währung der Gebühren",
  "confirm.chain-currency-value": "{name} ({symbol})",
  "confirm.chain-endpoints": "Knoten",
  "confirm.chain-explorers": "Block-Explorer",
  "confirm.switch-explain":
    "Die Anfragen der Seite gelten dann dem Netzwerk, um das sie bittet. Bewegt wird dadurch nichts.",
  "confirm.switch-from": "Bisher",
  "confirm.switch-to": "Gewünscht",
  "confirm.asset-explain": "Weir zeigt dann Ihr Guthaben davon. Die Seite erhält dadurch nichts.",
  "confirm.asset-contract": "Vertrag",
  "confirm.asset-symbol": "Sein Vertrag nennt ihn",
  "confirm.asset-claimed": "Die Seite nennt ihn",
  "confirm.asset-decimals": "Nachkommastellen",
  "confirm.asset-decimals-claimed": "{count}; die Seite sagt {claimed}",
  "confirm.asset-differs":
    "Die Seite und der Vertrag des Tokens sagen nicht dasselbe. Weir richtet sich nach dem Vertrag.",
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
