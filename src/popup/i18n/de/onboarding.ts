import type { Translation } from "../catalogue.ts";
import type { onboarding as source } from "../en/onboarding.ts";

export const onboarding: Translation<typeof source> = {
  "onboarding.step": "Schritt {step} von {steps}",
  "onboarding.welcome-title": "Willkommen bei Weir",
  "onboarding.welcome-text":
    "Staken, Erträge verfolgen, wieder auszahlen. Ihre Schlüssel bleiben auf diesem Computer, mit Ihrem Passwort verschlüsselt, oder in Ihrem Ledger.",
  "onboarding.choose": "Wie möchten Sie beginnen?",
  "onboarding.create": "Neue Wallet erstellen",
  "onboarding.create-text": "Weir erzeugt eine Wiederherstellungsphrase für Sie.",
  "onboarding.import": "Wallet importieren",
  "onboarding.import-text":
    "Mit einer Wiederherstellungsphrase, einem privaten Schlüssel oder einer Schlüsseldatei aus einer anderen Wallet.",
  "onboarding.ledger": "Einen Ledger benutzen",
  "onboarding.ledger-text": "Die Schlüssel bleiben im Gerät. Keine Wiederherstellungsphrase in Weir.",
  "onboarding.restore": "Weir-Sicherung wiederherstellen",
  "onboarding.restore-text": "Mit einer aus Weir exportierten Sicherungsdatei und ihrem Passwort.",
  "onboarding.begin-in-tab": "Richten Sie Weir in einem Tab ein, dort ist Platz zum Lesen.",
  "onboarding.open-tab": "Weir einrichten",

  "onboarding.phrase-title": "Ihre Wiederherstellungsphrase",
  "onboarding.phrase-what":
    "Ihre Wallet entsteht aus einer Liste einfacher Wörter: der Wiederherstellungsphrase. Wer diese Wörter hat, hat alles in der Wallet.",
  "onboarding.phrase-nobody":
    "Niemand kann sie zurücksetzen. Geht sie zusammen mit diesem Computer verloren, ist auch die Wallet verloren.",
  "onboarding.phrase-never":
    "Schreiben Sie sie auf Papier. Geben Sie sie nie auf einer Website ein, fotografieren Sie sie nicht, senden Sie sie niemandem.",
  "onboarding.phrase-weir-never": "Weir fragt nie danach, außer wenn Sie selbst eine Wallet importieren.",
  "onboarding.phrase-length": "Länge der Phrase",
  "onboarding.words-12": "12 Wörter",
  "onboarding.words-12-text": "Für alle stark genug und schneller aufgeschrieben.",
  "onboarding.words-24": "24 Wörter",
  "onboarding.words-24-text": "Für alle, die die längste Phrase möchten.",

  "onboarding.import-title": "Wallet importieren",
  "onboarding.import-kind": "Was haben Sie?",
  "onboarding.kind-phrase": "Wiederherstellungsphrase",
  "onboarding.kind-key": "Privater Schlüssel",
  "onboarding.kind-keystore": "Schlüsseldatei (JSON)",
  "onboarding.phrase-label": "Wiederherstellungsphrase",
  "onboarding.phrase-hint":
    "12 bis 24 Wörter. Leerzeichen, Zeilenumbrüche und Großschreibung spielen keine Rolle.",
  "onboarding.phrase-count": { one: "{count} Wort bisher", other: "{count} Wörter bisher" },
  "onboarding.passphrase-label": "Passphrase",
  "onboarding.passphrase-hint":
    "Nur wenn Sie eine benutzt haben („25. Wort“). Eine andere Passphrase öffnet eine andere, leere Wallet: Jeder Buchstabe und jedes Leerzeichen zählt.",
  "onboarding.key-label": "Privater Schlüssel",
  "onboarding.key-hint": "64 hexadezimale Ziffern, mit oder ohne 0x.",
  "onboarding.keystore-file": "Schlüsseldatei wählen",
  "onboarding.keystore-paste": "Oder ihren Inhalt einfügen",
  "onboarding.keystore-password": "Passwort der Schlüsseldatei",
  "onboarding.file-chosen": "Gewählt: {name}",
  "onboarding.file-unreadable": "Diese Datei konnte nicht gelesen werden. Wählen Sie eine andere.",
  "onboarding.file-large": "Diese Datei ist dafür zu groß. Wählen Sie eine andere.",
  "onboarding.import-needed": "Füllen Sie dies zuerst aus.",

  "onboarding.ledger-title": "Einen Ledger benutzen",
  "onboarding.ledger-order":
    "Zuerst wählen Sie ein Passwort für Weir auf diesem Computer, dann verbinden Sie den Ledger.",

  "onboarding.restore-title": "Weir-Sicherung wiederherstellen",
  "onboarding.restore-explain":
    "Wählen Sie die Sicherungsdatei. Sie öffnet sich mit dem Passwort, das beim Export galt; dieses Passwort gilt danach weiter.",
  "onboarding.restore-file": "Sicherungsdatei wählen",
  "onboarding.restore-password": "Passwort der Sicherung",
  "onboarding.restore-run": "Wiederherstellen",
  "onboarding.restoring": "Die Sicherung wird geöffnet …",

  "onboarding.password-title": "Passwort wählen",
  "onboarding.password-explain":
    "Es verschlüsselt Ihre Schlüssel auf diesem Computer und entsperrt Weir. Es ist nirgends gespeichert: Wenn Sie es vergessen, brauchen Sie Ihre Wiederherstellungsphrase.",
  "onboarding.password-explain-none":
    "Es entsperrt Weir und verschlüsselt, was Weir auf diesem Computer behält: Ihre Adressen und Einstellungen, keinen Schlüssel. Es ist nirgends gespeichert: Wenn Sie es vergessen, richten Sie Weir neu ein und fügen die Adressen wieder hinzu.",
  "onboarding.password-new": "Neues Passwort",
  "onboarding.password-again": "Dasselbe Passwort noch einmal",
  "onboarding.password-differs": "Die beiden Passwörter sind nicht gleich.",
  "onboarding.password-short": "Mindestens {min} Zeichen.",
  "onboarding.password-weak": "Zu leicht zu erraten. {help}",
  "onboarding.strength": "Stärke",
  "onboarding.password-judging": "Das Passwort wird beurteilt …",
  "onboarding.help-words": "Reihen Sie mehrere ungewöhnliche Wörter aneinander.",
  "onboarding.help-longer": "Machen Sie es länger; Länge hilft mehr als Sonderzeichen.",
  "onboarding.help-common": "Dies ist ein bekanntes Passwort oder einem solchen ähnlich.",
  "onboarding.help-name": "Namen und einzelne Wörter werden zuerst erraten.",
  "onboarding.help-keyboard": "Tastenreihen werden früh erraten.",
  "onboarding.help-repeat": "Wiederholungen und Folgen bringen wenig.",
  "onboarding.help-date": "Daten und Jahreszahlen werden früh erraten.",
  "onboarding.understand": "Ich weiß, dass niemand dieses Passwort für mich wiederherstellen kann.",
  "onboarding.understand-needed": "Setzen Sie oben das Häkchen, um fortzufahren.",
  "onboarding.create-run": "Wallet erstellen",
  "onboarding.import-run": "Wallet importieren",
  "onboarding.creating":
    "Ihre Wallet wird verschlüsselt. Das dauert mit Absicht einige Sekunden: Es bremst alle, die raten.",

  "onboarding.backup-title": "Schreiben Sie Ihre Wiederherstellungsphrase auf",
  "onboarding.backup-explain":
    "Nehmen Sie Papier und Stift. Weir zeigt immer nur ein Wort, und nur solange Sie es verlangen. Danach fragt Weir drei davon ab.",
  "onboarding.backup-start": "Beginnen",
  "onboarding.backup-later": "Später",
  "onboarding.backup-later-text": "Wenn Sie es später tun, erinnert Weir Sie immer wieder daran.",
  "onboarding.go": "Zum Portfolio",
};
