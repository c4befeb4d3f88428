import type { ChainErrors } from "../../../core/errors/chain.ts";
import type { ErrorSentences } from "../catalogue.ts";

export const chainErrors = {
  "chain/unknown": "Weir kennt das Netzwerk {chainId} nicht.",
  "chain/no-endpoint":
    "Für das Netzwerk {chainId} gibt es keinen Endpunkt. Fügen Sie in den Einstellungen einen hinzu.",
  "chain/unreachable":
    "{endpoint} ist nicht erreichbar. Prüfen Sie Ihre Verbindung oder wählen Sie in den Einstellungen einen anderen Endpunkt.",
  "chain/timeout":
    "{endpoint} hat zu lange nicht geantwortet. Versuchen Sie es erneut oder wählen Sie in den Einstellungen einen anderen Endpunkt.",
  "chain/rate-limited":
    "{endpoint} lässt gerade keine weiteren Anfragen zu. Warten Sie eine Minute oder wählen Sie in den Einstellungen einen anderen Endpunkt.",
  "chain/http":
    "{endpoint} hat mit dem Fehler {status} geantwortet. Versuchen Sie es später erneut oder wählen Sie in den Einstellungen einen anderen Endpunkt.",
  "chain/not-json": "{endpoint} antwortet nicht wie ein Knoten. Prüfen Sie die Adresse in den Einstellungen.",
  "chain/answer-too-large":
    "{endpoint} hat mehr Daten gesendet, als Weir annimmt; die Antwort wurde verworfen. Wählen Sie in den Einstellungen einen anderen Endpunkt.",
  "chain/answer-malformed":
    "{endpoint} hat auf {method} eine unsinnige Antwort gegeben; sie wurde verworfen. Wählen Sie in den Einstellungen einen anderen Endpunkt.",
  "chain/rpc":
    "{endpoint} hat {method} abgelehnt (Code {rpcCode}). Versuchen Sie es erneut oder wählen Sie in den Einstellungen einen anderen Endpunkt.",
  "chain/wrong-chain":
    "{endpoint} gehört zum Netzwerk {actual} statt {expected} und wird nicht verwendet. Berichtigen Sie ihn in den Einstellungen.",
  "chain/stale":
    "{endpoint} liegt {behindSeconds} hinter dem Netzwerk zurück, seine Zahlen sind also alt. Wählen Sie einen anderen Endpunkt oder warten Sie, bis er aufgeholt hat.",
  "chain/disagree":
    "{first} und {second} melden verschiedene Zahlen. Prüfen Sie Beträge anderswo, bevor Sie signieren, bis beide übereinstimmen.",
  "chain/endpoint-malformed": "Das ist keine Webadresse. Ein Endpunkt beginnt mit https://.",
  "chain/endpoint-insecure":
    "Diese Verbindung ist nicht verschlüsselt. Verwenden Sie https://; http ist nur für diesen Computer erlaubt.",
  "chain/endpoint-exists": "{endpoint} steht bereits in der Liste.",
  "chain/endpoint-last":
    "Ein Netzwerk braucht mindestens einen Endpunkt. Fügen Sie zuerst einen anderen hinzu.",
  "chain/built-in": "Das Netzwerk {chainId} gehört zu Weir und bleibt.",
} as const satisfies ErrorSentences<ChainErrors>;
