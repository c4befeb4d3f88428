import type { Translation } from "../catalogue.ts";
import type { device as source } from "../en/device.ts";

export const device: Translation<typeof source> = {
  "device.connecting": "Verbindung zum Ledger",
  "device.connecting-hint": "Schließen Sie ihn per Kabel an und entsperren Sie ihn.",
  "device.unlock": "Entsperren Sie den Ledger",
  "device.unlock-hint": "Geben Sie am Gerät die PIN ein.",
  "device.open-app": "Öffnen Sie die Ethereum-App",
  "device.open-app-hint": "Der Ledger fragt, ob er sie öffnen soll. Stimmen Sie am Gerät zu.",
  "device.other-app-hint":
    "„{app}“ ist offen. Der Ledger fragt, ob er stattdessen Ethereum öffnen soll. Stimmen Sie am Gerät zu.",
  "device.reconnecting": "Die Ethereum-App öffnet sich",
  "device.reconnecting-hint": "Der Ledger ist einige Sekunden weg. Lassen Sie ihn angeschlossen.",
  "device.checking": "Ist es der richtige Ledger?",
  "device.checking-hint": "Weir prüft das. Sie brauchen nichts zu tun.",
  "device.confirm": "Sehen Sie auf den Ledger",
  "device.confirm-hint": "Lesen Sie, was er zeigt. Stimmen Sie am Gerät zu oder lehnen Sie dort ab.",
  "device.confirm-hashes-hint":
    "Vergleichen Sie beide Prüfsummen mit denen hier. Stimmen Sie am Gerät zu oder lehnen Sie dort ab.",
  "device.retry": "Erneut versuchen",
  "device.choose-again": "Gerät noch einmal wählen",
  "device.sign-title": "Am Ledger signieren",
  "device.factor-title": "Am Ledger bestätigen",
  "device.factor":
    "Ihr zweiter Faktor wird gefragt, bevor ein anderes Konto signiert. Diese Signatur selbst bewegt nichts.",
  "device.account-on": "{account} · {device}",
  "device.step-of": "Schritt {place} von {count}: {step}",
  "device.in-place": "Anstelle dessen, was im Netz wartet: {step}",
  "device.will-show": "Was der Ledger zeigt",
  "device.form-transfer": "Stimmen Sie am Gerät nur zu, wenn es dasselbe zeigt.",
  "device.form-blind": "Das kann er von diesem Aufruf zeigen. Stimmen Sie nur zu, wenn er dasselbe zeigt.",
  "device.form-fields":
    "Er geht diese Felder einzeln durch oder zeigt allein die Prüfsumme der Nachricht. Stimmen Sie nur zu, wenn er dasselbe zeigt.",
  "device.form-hashes":
    "Er zeigt statt der Felder zwei Prüfsummen. Vergleichen Sie beide Zeichen für Zeichen: Sie stehen für alles, was signiert wird.",
  "device.form-text": "Diesen Text, vielleicht über mehrere Anzeigen. Längere kürzt er womöglich.",
  "device.form-unreadable":
    "Weir kann nicht sagen, was das Gerät zeigen wird. Lehnen Sie dort im Zweifel ab.",
  "device.blind-title": "Blindes Signieren",
  "device.blind":
    "Der Ledger kann nicht sagen, was dieser Aufruf tut; was Weir herausgefunden hat, stand auf der Ansicht davor. Vergleichen Sie Vertrag, Betrag und Gebühr. Manche Modelle zeigen auch die Prüfsumme der Transaktion.",
  "device.screen-amount": "Betrag",
  "device.screen-fee": "Gebühr, höchstens",
  "device.screen-recipient": "An",
  "device.screen-contract": "Vertrag",
  "device.screen-transaction-hash": "Prüfsumme der Transaktion (Transaction hash)",
  "device.screen-domain-hash": "Prüfsumme der Domain (Domain hash)",
  "device.screen-message-hash": "Prüfsumme der Nachricht (Message hash)",
  "device.screen-text": "Text",
  "device.screen-bytes": "Bytes",
  "device.elsewhere-title": "Ihr Ledger muss signieren",
  "device.elsewhere":
    "Machen Sie in Weirs Tab weiter: Dieses Fenster erreicht das Gerät nicht. Was daraus wird, steht auch hier.",
  "device.elsewhere-factor":
    "Er ist Ihr zweiter Faktor und bestätigt dies zuerst. Machen Sie in Weirs Tab weiter: Dieses Fenster erreicht das Gerät nicht.",
  "device.elsewhere-hide": "Ausblenden",
  "device.show-tab": "Tab zeigen",
};
