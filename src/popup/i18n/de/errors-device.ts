import type { DeviceErrors } from "../../../core/errors/device.ts";
import type { ErrorSentences } from "../catalogue.ts";

/** Was nicht stimmt und was zu tun ist, je Code aus core/errors/device.ts. */
export const deviceErrors = {
  "device/unsupported-browser":
    "Dieser Browser erreicht keinen Ledger: Ihm fehlt WebHID. Nehmen Sie Chrome, oder beobachten Sie hier dieselben Adressen, ohne zu signieren.",
  "device/no-grant":
    "Der Browser weiß nicht, welchen Ledger Weir nutzen darf. Wählen Sie das Gerät noch einmal.",
  "device/not-found":
    "Es ist kein Ledger angeschlossen. Verbinden Sie ihn per Kabel und entsperren Sie ihn. Ist er verbunden, wählen Sie ihn erneut aus: Der Browser hat ihn vielleicht vergessen.",
  "device/locked": "Der Ledger ist gesperrt. Geben Sie am Gerät die PIN ein.",
  "device/wrong-app":
    "Auf dem Ledger ist die App „{app}“ offen. Verlassen Sie sie und öffnen Sie die Ethereum-App.",
  "device/app-missing":
    "Auf diesem Ledger fehlt die Ethereum-App. Installieren Sie sie mit dem Programm von Ledger.",
  "device/app-outdated":
    "Die Ethereum-App auf dem Ledger hat Version {version}; nötig ist {needed} oder neuer. Aktualisieren Sie sie mit dem Programm von Ledger.",
  "device/blind-signing-off":
    "Der Ledger kann diesen Aufruf nicht in Worten zeigen, und blindes Signieren ist aus. So erlauben Sie es: Ethereum-App → Settings → Blind signing. Versuchen Sie es dann erneut.",
  "device/busy":
    "Ein anderes Programm oder ein anderer Tab benutzt den Ledger. Schließen Sie das Programm von Ledger und die Tabs anderer Wallets und versuchen Sie es erneut. Unter Linux müssen auch die udev-Regeln von Ledger eingerichtet sein.",
  "device/refused": "Am Ledger abgelehnt. Es wurde nichts signiert.",
  "device/unplugged":
    "Der Ledger wurde abgezogen. Es wurde nichts signiert. Schließen Sie ihn wieder an und versuchen Sie es erneut.",
  "device/wrong-device":
    "Das ist ein anderer Ledger, oder derselbe mit anderer Passphrase: Er ergibt {found}, das Konto ist {expected}. Sind zwei angeschlossen, ziehen Sie den anderen ab. Es wurde nichts signiert.",
  "device/signature":
    "Die Antwort des Ledgers passt nicht zu diesem Konto und genau diesen Bytes. Es wurde nichts gesendet. Ziehen Sie das Gerät ab und prüfen Sie es, bevor Sie weiter signieren.",
  "device/answer-invalid":
    "Die Antwort des Ledgers ergibt keinen Sinn. Es wurde nichts signiert. Ziehen Sie ihn ab, schließen Sie ihn wieder an und versuchen Sie es erneut.",
  "device/data-refused": "Die Ethereum-App lehnt diese Daten ab (Status {status}). Es wurde nichts signiert.",
  "device/silent":
    "Der Ledger antwortet nicht. Ziehen Sie ihn ab, schließen Sie ihn wieder an und versuchen Sie es erneut.",
  "device/cancelled": "Abgebrochen. Es wurde nichts signiert.",
  "device/tab-closed":
    "Der Tab, der mit dem Ledger spricht, wurde geschlossen. Es wurde nichts signiert; versuchen Sie es erneut.",
  "device/job-gone": "Diese Anfrage an den Ledger wird nicht mehr gebraucht.",
  "device/path-invalid": "Das ist kein Pfad für Ethereum. Er sieht so aus: m/44'/60'/0'/0/0.",
  "device/unknown": "Dieser Ledger ist nicht mit Weir gekoppelt.",
  "device/second-factor-in-use": "Dieser Ledger ist Ihr zweiter Faktor. Schalten Sie das zuerst ab.",
} as const satisfies ErrorSentences<DeviceErrors>;
