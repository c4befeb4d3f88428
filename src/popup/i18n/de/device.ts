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
};
