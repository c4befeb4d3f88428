import type { Translation } from "../catalogue.ts";
import type { portfolio as source } from "../en/portfolio.ts";

export const portfolio: Translation<typeof source> = {
  "portfolio.title": "Portfolio",
  "portfolio.scope": "Welche Konten",
  "portfolio.this-account": "Dieses Konto",
  "portfolio.all-accounts": "Alle Konten",
  "portfolio.staked": "Eingesetzt, im Wert von",
  "portfolio.staked-unknown": "Noch nicht gelesen",
  "portfolio.fiat": "{value} bei {price} je {unit}, Kurs {age}",
  "portfolio.earned-since": "{amount} verdient seit {date}",
  "portfolio.lost-since": "{amount} seit {date}, nach einem Verlust des Protokolls",
  "portfolio.in-queue": "In der Warteschlange",
  "portfolio.claimable": "Abholbereit",

  "portfolio.yield": "Ertrag pro Jahr",
  "portfolio.yield-none": "Noch nicht gemessen",
  "portfolio.yield-none-text": "Dafür braucht es mindestens zwei Berichte des Protokolls.",
  "portfolio.yield-reports": {
    one: "Gemessen über {window} aus {count} Bericht auf der Blockchain, Gebühr abgezogen",
    other: "Gemessen über {window} aus {count} Berichten auf der Blockchain, Gebühr abgezogen",
  },
  "portfolio.yield-rate-change": {
    one: "Gemessen über {window} aus dem Kurs an Anfang und Ende ({count} Änderung)",
    other: "Gemessen über {window} aus dem Kurs an Anfang und Ende ({count} Änderungen)",
  },
  "portfolio.yield-samples": {
    one: "Gemessen über {window} aus {count} Abfrage dieser Wallet",
    other: "Gemessen über {window} aus {count} Abfragen dieser Wallet",
  },
  "portfolio.yield-until": "bis {date}",
  "portfolio.window-last": "die letzten {window}",

  "portfolio.actions": "Aktionen",
  "portfolio.stake": "Einsetzen",
  "portfolio.redeem": "Einlösen",
  "portfolio.wrap": "Umwandeln",
  "portfolio.claim": "Abholen",
  "portfolio.send": "Senden",
  "portfolio.receive": "Empfangen",
  "portfolio.cannot-sign": "Dieses Konto wird nur beobachtet: Weir hat keinen Schlüssel dafür.",
  "portfolio.nothing-staked": "In diesem Konto ist nichts eingesetzt.",
  "portfolio.nothing-ready": "Nichts ist abholbereit.",
  "portfolio.no-balance": "In diesem Konto ist nichts zum Senden.",
  "portfolio.no-native": "Zum Einsetzen braucht es {unit}. Empfangen Sie zuerst etwas.",

  "portfolio.balances": "Guthaben",
  "portfolio.native-detail": "Nicht eingesetzt, verdient nichts",
  "portfolio.grows-number": "Wächst in der Menge",
  "portfolio.grows-value": "Wächst im Wert",
  "portfolio.gain-since": "{amount} seit {date}",
  "portfolio.worth": "im Wert von {amount}",

  "portfolio.watched": "Beobachtete Token",
  "portfolio.watched-text":
    "Angezeigt, weil Sie es wollten. Namen und Beträge sind das, was die Verträge der Token sagen; Weir hat sie nicht geprüft.",
  "portfolio.watched-from": "Vorgeschlagen von {host}",
  "portfolio.watched-unread": "Nicht gelesen",
  "portfolio.watched-remove": "{symbol} nicht mehr anzeigen",
  "portfolio.watched-removed": "{symbol} wird nicht mehr angezeigt",
  "portfolio.added-text": "Von Ihnen hinzugefügt. Weir kennt hier kein Staking-Protokoll.",
  "portfolio.balances-on": "Guthaben auf {network}",

  "portfolio.redemptions": "Auf dem Rückweg",
  "portfolio.redemptions-empty":
    "Zurzeit wird nichts eingelöst. Was Sie einlösen, steht hier, bis es abgeholt ist.",
  "portfolio.request": "Antrag {id}",
  "portfolio.state-queued": "Wartet",
  "portfolio.state-ready": "Bereit",
  "portfolio.state-claimed": "Abgeholt",
  "portfolio.when-between": "Erwartet {range}",
  "portfolio.when-on": "Erwartet am {date}",
  "portfolio.when-until": "Erwartet bis {date}",
  "portfolio.when-unknown": "Kein Datum nennbar",
  "portfolio.when-ready": "Kann jetzt abgeholt werden",
  "portfolio.when-claimed": "Abgeholt am {date}",
  "portfolio.when-claimed-unknown": "Abgeholt",
  "portfolio.basis-recent-finalisations":
    "Geschätzt aus den letzten Auszahlungen und dem, was vor Ihnen wartet.",
  "portfolio.basis-fixed-period": "Die Wartezeit ist fest.",
  "portfolio.basis-bunker":
    "Das Protokoll ist im Bunkermodus und erwartet Verluste. Auszahlungen warten, bis sie feststehen.",
  "portfolio.basis-paused": "Das Protokoll hat seine Warteschlange angehalten.",
  "portfolio.basis-unknown": "Die letzten Auszahlungen sagen zu wenig.",
  "portfolio.basis-overdue": "Es dauert länger als geschätzt. Der Antrag behält seinen Platz.",
  "portfolio.requested": "Beantragt am {date}",
  "portfolio.pays-less":
    "Sie haben {amount} beantragt. Das Protokoll zahlt weniger, da es inzwischen Verluste hatte.",
  "portfolio.of-account": "Konto {label}",
  "portfolio.claim-one": "{amount} abholen",
  "portfolio.claim-all": {
    one: "{count} Antrag abholen: {amount}",
    other: "Alle {count} abholen: {amount}",
  },

  "portfolio.pending": "Unterwegs",

  "portfolio.as-of": "Block {block} von {host},",
  "portfolio.refresh": "Aktualisieren",
  "portfolio.refreshing": "{network} wird gelesen …",
  "portfolio.refreshed": "Die Zahlen sind aktuell.",
  "portfolio.never-read": "{network} wurde noch nicht gelesen",
  "portfolio.never-read-text": "Weir fragt Ihren Endpunkt nach den Guthaben Ihrer Konten.",
  "portfolio.read-failed": "{network} konnte nicht gelesen werden. Prüfen Sie Ihre Endpunkte.",
  "portfolio.snapshot-damaged":
    "Die gespeicherten Zahlen sind nicht lesbar. Ihr Guthaben ist nicht betroffen: Aktualisieren Sie, um es neu zu lesen.",
  "portfolio.failure-title": "Die neuesten Zahlen konnten nicht gelesen werden",
  "portfolio.failure-kept": "Unten steht der letzte Stand (gelesen {age}, letzter Versuch {tried}).",
  "portfolio.protocol-failure": "Die Zahlen dieses Protokolls wurden {age} gelesen.",
  "portfolio.endpoints": "Endpunkte prüfen",
  "portfolio.stale-title": "Diese Zahlen sind im Rückstand",
  "portfolio.disagreed-title": "Ihre Endpunkte widersprechen sich",
  "portfolio.disagreed":
    "Zwei Endpunkte nennen verschiedene Zahlen, daher ist keine davon bestätigt. Unterschreiben Sie nichts Größeres, bis sie übereinstimmen.",
  "portfolio.watch-hint":
    "Sie beobachten dieses Konto nur. Weir hat keinen Schlüssel dafür und kann hier nichts unterschreiben.",

  "portfolio.empty-title": "Dieses Konto ist leer",
  "portfolio.empty-text":
    "Senden Sie {unit} an diese Adresse, um zu beginnen. Behalten Sie etwas für Netzgebühren zurück.",
  "portfolio.unstaked-title": "Noch nichts eingesetzt",
  "portfolio.unstaked-text":
    "Beim Liquid Staking verdient Ihr {unit} die Belohnungen des Netzes, während Sie einen Token halten, der dafür steht. Sie können ihn jederzeit verwenden oder einlösen; das Einlösen wartet in einer Schlange, meist einige Tage.",
  "portfolio.receive-title": "Empfangen",
  "portfolio.receive-text": "Senden Sie nur {unit} und Token auf {network} an diese Adresse.",
  "portfolio.receive-qr": "QR-Code der Adresse {address}",
  "portfolio.copy-address": "Adresse kopieren",
};
