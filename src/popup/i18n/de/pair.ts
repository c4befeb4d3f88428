import type { Translation } from "../catalogue.ts";
import type { pair as source } from "../en/pair.ts";

export const pair: Translation<typeof source> = {
  "pair.title": "Ledger koppeln",
  "pair.what":
    "Mit einem Ledger bleibt der Schlüssel im Gerät. Weir bereitet vor, was signiert werden soll; Sie lesen es am Gerät und stimmen dort zu oder lehnen ab.",
  "pair.need-title": "Was Sie brauchen",
  "pair.need-model":
    "Eines dieser Geräte, per Kabel verbunden: Nano S, Nano S Plus, Nano X, Stax, Flex oder Nano Gen5.",
  "pair.need-unlocked": "Das Gerät, mit seiner PIN entsperrt.",
  "pair.need-app": "Die Ethereum-App von Ledger auf dem Gerät. Weir bittet das Gerät, sie zu öffnen.",
  "pair.need-free":
    "Das Programm von Ledger und Tabs anderer Wallets geschlossen: Nur eines kann das Gerät zugleich benutzen.",
  "pair.learn-title": "Was Weir erfährt",
  "pair.learn-addresses": "Die Adressen, die Sie hier ansehen. Es behält die, die Sie hinzufügen.",
  "pair.learn-endpoints":
    "Um zu zeigen, was sie halten, fragt es die Endpunkte der Netzwerke aus Ihren Einstellungen; diese sehen dann die Adressen.",
  "pair.learn-key":
    "Nie den Schlüssel oder die Wiederherstellungsphrase: Sie verlassen das Gerät nicht. Geben Sie die Phrase nirgends außer am Gerät ein.",
  "pair.learn-ledger": "Ledger erfährt nichts: Weir schickt der Firma keine Anfrage.",

  "pair.unreachable-title": "In diesem Browser geht kein Ledger",
  "pair.unreachable":
    "Dieser Browser gibt Erweiterungen keinen Weg zu einem Ledger; es nützt nichts, einen anzuschließen. Um damit zu signieren, benutzen Sie Weir in Chrome oder einem Browser mit derselben Grundlage.",
  "pair.watch-text":
    "Hier können Sie dieselben Adressen beobachten: Guthaben, Erträge und Auszahlungen, ohne zu signieren. Kopieren Sie jede Adresse aus dem Programm, das Sie mit dem Ledger benutzen.",
  "pair.watch": "Eine Adresse beobachten",

  "pair.in-tab": "In einem Tab weitermachen",
  "pair.in-tab-text":
    "Der Browser wird fragen, welches Gerät Weir benutzen darf. Ein kleines Fenster schließt sich in diesem Moment, darum geht es in einem Tab weiter.",

  "pair.choose": "Ihren Ledger wählen",
  "pair.choose-text":
    "Schließen Sie den Ledger an und entsperren Sie ihn. Der Browser zeigt dann eine Liste von Geräten: Wählen Sie darin den Ledger.",
  "pair.choose-other": "Einen anderen Ledger wählen",
  "pair.connect": "Den Ledger verbinden",
  "pair.none-chosen":
    "Es wurde kein Ledger gewählt. Wenn die Liste leer war, schließen Sie den Ledger an, entsperren ihn und versuchen es noch einmal.",
  "pair.pairing": "Der Ledger wird vermerkt …",
  "pair.connected": "{label} ist verbunden.",
  "pair.another": "Als weiteren Ledger koppeln",

  "pair.model": "Modell",
  "pair.firmware": "Firmware",
  "pair.app": "Ethereum-App",
  "pair.paired-on": "Zuletzt gekoppelt",
  "pair.not-told": "Nicht bekannt",

  "pair.choose-title": "Adressen wählen",
  "pair.addresses": "Adressen",
  "pair.addresses-text":
    "Ein Ledger hat beliebig viele Adressen. Wallets suchen sie an verschiedenen Stellen: Fehlt Ihre hier, versuchen Sie eine andere Stelle.",
  "pair.family": "Wo gesucht wird",
  "pair.family-ledger-live": "Wie das Programm von Ledger",
  "pair.family-ledger-live-text": "Ledger Live: m/44'/60'/0'/0/0, m/44'/60'/1'/0/0, …",
  "pair.family-bip44": "Wie die meisten anderen Wallets (BIP-44)",
  "pair.family-bip44-text": "MetaMask, Trezor und andere: m/44'/60'/0'/0/0, m/44'/60'/0'/0/1, …",
  "pair.family-legacy": "Wie die ältesten Wallets",
  "pair.family-legacy-text":
    "MyEtherWallet und das erste Programm von Ledger: m/44'/60'/0'/0, m/44'/60'/0'/1, …",
  "pair.family-custom": "An einem eigenen Pfad",
  "pair.family-custom-text": "Ein Pfad sagt, welche Adresse des Geräts gemeint ist.",
  "pair.path": "Pfad",
  "pair.path-hint": "Er sieht so aus: m/44'/60'/0'/0/0.",
  "pair.path-read": "Diese Adresse lesen",
  "pair.reading": "Adressen werden vom Ledger gelesen …",
  "pair.read-on": "Adressen lesen",
  "pair.pages": "Seiten der Adressen",
  "pair.previous": "Zurück",
  "pair.next": "Weiter",
  "pair.shown": "{first} bis {last}",
  "pair.same-as-first": "Dieselbe Adresse wie die erste von Ledger Live. Sie zählt einmal.",
  "pair.known": "Schon in Weir als „{label}“",
  "pair.watched":
    "Beobachtet als „{label}“. Wenn Sie sie hinzufügen, signiert dieses Konto mit diesem Ledger.",

  "pair.looking": "Es wird gelesen, was sie hält …",
  "pair.not-looked": "Was sie hält, wurde nicht gelesen.",
  "pair.holds": "{network}: {amounts}",
  "pair.holds-nothing": "Nichts auf {networks}",
  "pair.holds-unread": "Nicht gelesen: {networks}",
  "pair.holding-unbonding": "{amount} in Auszahlung",
  "pair.holding-claimable": "{amount} abholbereit",
  "pair.look-failed": "Was diese Adressen halten, ließ sich nicht lesen.",
  "pair.network-failed": "{network} ließ sich nicht lesen.",
  "pair.looked": "Guthaben gelesen",

  "pair.verify": "Am Gerät prüfen",
  "pair.verify-again": "Noch einmal prüfen",
  "pair.verify-title": "Adresse am Gerät prüfen",
  "pair.verify-which": "{account}, auf {device}",
  "pair.compare":
    "Der Ledger zeigt diese Adresse. Vergleichen Sie sie ganz, nicht nur die Enden, und stimmen Sie am Gerät zu, wenn sie gleich ist.",
  "pair.compare-differs":
    "Ist sie anders, lehnen Sie am Gerät ab und benutzen Sie die Adresse nicht: Etwas auf diesem Computer zeigt Ihnen eine falsche.",
  "pair.verified": "Sie haben am Gerät zugestimmt: Die Adresse hier ist die des Ledgers.",

  "pair.chosen": { one: "{count} Adresse gewählt", other: "{count} Adressen gewählt" },
  "pair.chosen-elsewhere": {
    one: "{count} weitere Adresse ist gewählt, die hier nicht zu sehen ist.",
    other: "{count} weitere Adressen sind gewählt, die hier nicht zu sehen sind.",
  },
  "pair.none-selected": "Wählen Sie mindestens eine Adresse.",
  "pair.too-many": "Höchstens {most} auf einmal.",
  "pair.add-none": "Konten hinzufügen",
  "pair.add": { one: "{count} Konto hinzufügen", other: "{count} Konten hinzufügen" },
  "pair.added": { one: "{count} Konto hinzugefügt", other: "{count} Konten hinzugefügt" },

  "pair.empty-title": "In dieser Wallet gibt es noch kein Konto",
  "pair.empty-text": "Koppeln Sie einen Ledger, oder fügen Sie ein Konto anderer Art hinzu.",
  "pair.hidden-title": "Alle Konten sind ausgeblendet",
  "pair.hidden-text": "Wählen Sie eines in der Liste der Konten, um es hier zu sehen.",
  "pair.show-accounts": "Konten anzeigen",
};
