import type { OperationErrors } from "../../../core/errors/operation.ts";
import type { ErrorSentences } from "../catalogue.ts";

export const operationErrors = {
  "operation/unknown":
    "Dieser Vorgang ist nicht mehr bekannt. Sehen Sie das Ergebnis bei Ihren Vorgängen nach.",
  "operation/state": "Das ist nicht mehr möglich: Der Vorgang ist bereits bei „{state}“.",
  "operation/insufficient-gas":
    "Für die Netzwerkgebühr fehlen {missing} {unit}. Zahlen Sie etwas ein oder geben Sie einen kleineren Betrag ein.",
  "operation/insufficient-balance": "Dafür fehlen {missing} {unit}. Geben Sie einen kleineren Betrag ein.",
  "operation/would-revert": "Der Vertrag würde dies ablehnen ({reason}); es wurde daher nicht gesendet.",
  "operation/gas-implausible":
    "Der Knoten verlangt {gas} Gas, das kann nicht stimmen. Es wurde nichts gesendet; wählen Sie in den Einstellungen einen anderen Endpunkt.",
  "operation/fee-implausible":
    "Der Knoten verlangt eine Gebühr von {gwei} Gwei, das kann nicht stimmen. Es wurde nichts gesendet; wählen Sie in den Einstellungen einen anderen Endpunkt.",
  "operation/changed-since-preview":
    "Das Ergebnis ist nicht mehr das, was Ihnen gezeigt wurde; es wurde daher nichts signiert. Sehen Sie sich die neue Vorschau an.",
  "operation/reverted":
    "Das Netzwerk hat die Transaktion ausgeführt und abgelehnt ({reason}). Nur die Gebühr wurde verbraucht.",
  "operation/dropped":
    "Das Netzwerk hat diese Transaktion vergessen, sie hat nichts bewirkt. Sie können sie erneut senden.",
  "operation/replaced":
    "Eine andere Transaktion ist an die Stelle dieser getreten; diese hat nichts bewirkt.",
  "operation/not-approved":
    "So wie es dasteht, wurde dies nicht bestätigt. Sehen Sie es noch einmal an und bestätigen Sie es, wenn Sie es so wollen.",
  "operation/approved-earlier":
    "Dies wurde in einer früheren Sitzung des Browsers bestätigt. Sehen Sie nach, was schon erledigt ist, und beginnen Sie den Rest neu.",
  "operation/rejected-by-user": "Sie haben dies abgelehnt. Es wurde nichts signiert.",
  "operation/unsigned-elsewhere":
    "Eine andere Wallet mit demselben Schlüssel hat diesen Platz in der Reihenfolge verwendet. Prüfen Sie Ihre Vorgänge und beginnen Sie dann von vorn.",
  "operation/nothing-to-replace":
    "Diese Transaktion wartet nicht mehr und lässt sich weder beschleunigen noch abbrechen.",
  "operation/recipient-token-contract":
    "Das ist der Vertrag des Tokens selbst. Dorthin gesendete Token sind verloren; geben Sie die Adresse einer Person ein.",
  "operation/simulation-unavailable":
    "Kein Endpunkt konnte dies simulieren, das Ergebnis lässt sich daher nicht zeigen. Versuchen Sie es erneut oder fügen Sie in den Einstellungen einen Endpunkt hinzu.",
  "operation/rate-disagrees":
    "Zwei Endpunkte melden verschiedene Wechselkurse; es wird daher nichts signiert. Versuchen Sie es später erneut oder ändern Sie die Endpunkte in den Einstellungen.",
  "operation/look-alike":
    "Diese Adresse ahmt die Ihnen als „{label}“ bekannte nach. Vergleichen Sie jede Stelle; nehmen Sie die Adresse aus Ihrem Adressbuch.",
  "operation/spender-plain-account":
    "Damit dürfte die Adresse einer Person, kein Vertrag, Ihre Token nehmen. Kein ehrliches Protokoll braucht das; lehnen Sie ab.",
  "operation/blocked": "Dies lässt sich nicht bestätigen. Die Hinweise sagen, warum.",
} as const satisfies ErrorSentences<OperationErrors>;
