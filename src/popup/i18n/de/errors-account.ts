import type { AccountErrors } from "../../../core/errors/account.ts";
import type { ErrorSentences } from "../catalogue.ts";

export const accountErrors = {
  "account/phrase-length":
    "Eine Wiederherstellungsphrase hat 12, 15, 18, 21 oder 24 Wörter; hier sind es {words}.",
  "account/phrase-unknown-word": "Wort {position} steht nicht in der Wortliste. Prüfen Sie die Schreibweise.",
  "account/phrase-checksum":
    "Diese Wörter ergeben keine gültige Phrase. Prüfen Sie die Reihenfolge und jedes Wort.",
  "account/key-malformed": "Ein privater Schlüssel hat 64 hexadezimale Ziffern, mit oder ohne 0x davor.",
  "account/key-out-of-range":
    "Diese Zahl ist kein gültiger privater Schlüssel. Prüfen Sie, ob sie vollständig kopiert wurde.",
  "account/keystore-malformed":
    "Diese Schlüsseldatei kann Weir nicht lesen. Wählen Sie eine Web3-Secret-Storage-Datei (JSON, Version 3).",
  "account/keystore-password":
    "Das Passwort öffnet diese Schlüsseldatei nicht. Verwenden Sie das Passwort, mit dem die Datei erstellt wurde.",
  "account/keystore-parameters":
    "Diese Schlüsseldatei verlangt ungewöhnlich viel Speicher oder Zeit und wurde deshalb nicht geöffnet. Exportieren Sie sie erneut aus der ursprünglichen Wallet.",
  "account/address-malformed": "Das ist keine Adresse. Eine Ethereum-Adresse besteht aus 0x und 40 Ziffern.",
  "account/address-checksum":
    "Groß- und Kleinschreibung dieser Adresse passen nicht zur Prüfsumme, eine Ziffer könnte falsch sein. Kopieren Sie sie erneut.",
  "account/address-zero": "Das ist die Nulladresse. Was dorthin gesendet wird, kann niemand mehr verwenden.",
  "account/exists": "Dieses Konto ist bereits als „{label}“ vorhanden.",
  "account/unknown": "Dieses Konto ist nicht mehr in der Wallet. Wählen Sie ein anderes.",
  "account/watch-only":
    "Dieses Konto wird nur beobachtet: Weir hat seinen Schlüssel nicht. Importieren Sie den Schlüssel, um damit zu signieren.",
  "account/label-invalid": "Ein Name hat 1 bis {max} Zeichen.",
  "account/backup-mismatch":
    "Das sind nicht die gefragten Wörter. Sehen Sie in Ihrer notierten Phrase nach und versuchen Sie es erneut.",
  "account/has-key":
    "Weir hält den Schlüssel dieses Kontos, deshalb lässt es sich nicht entfernen. Blenden Sie es stattdessen aus.",
  "account/key-on-device": "Der Schlüssel dieses Kontos liegt in Ihrem Ledger und verlässt ihn nie.",
  "account/last-visible": "Mindestens ein Konto bleibt sichtbar. Blenden Sie zuerst ein anderes ein.",
  "account/typed-data":
    "Die zu signierenden Daten passen nicht zu ihrer eigenen Beschreibung; es wurde nichts signiert. Laden Sie die Seite neu, von der sie kamen, und versuchen Sie es erneut.",
  "account/signature":
    "Die erzeugte Signatur gehört nicht zu diesem Konto und wurde verworfen. Sperren und entsperren Sie die Wallet und versuchen Sie es dann erneut.",
} as const satisfies ErrorSentences<AccountErrors>;
