import type { SiteErrors } from "../../../core/errors/site.ts";
import type { ErrorSentences } from "../catalogue.ts";

export const siteErrors = {
  "site/not-connected": "Diese Website ist nicht verbunden. Verbinden Sie sie zuerst.",
  "site/rejected": "Sie haben die Anfrage dieser Website abgelehnt.",
  "site/method-unsupported": "Die Website hat etwas verlangt, das Weir nicht anbietet.",
  "site/params-invalid": "Die Anfrage der Website ist fehlerhaft ({detail}) und wurde abgelehnt.",
  "site/too-large": "Die Anfrage der Website ist zu groß und wurde abgelehnt.",
  "site/already-pending": "Von dieser Website wartet bereits eine Anfrage. Beantworten Sie zuerst diese.",
  "site/too-many": "Diese Website sendet zu viele Anfragen. Warten Sie einen Moment.",
  "site/origin-refused":
    "Mit dieser Art von Seite verbindet sich Weir nicht. Verwenden Sie eine Website mit https://.",
  "site/chain-mismatch":
    "Die Website fragt nach dem Netzwerk {requested}, aktiv ist aber {active}. Wechseln Sie das Netzwerk in der Website.",
  "site/chain-unknown": "Die Website verlangt das Netzwerk {chainId}, das Weir nicht hat.",
  "site/expired": "Die Anfrage der Website ist zu alt. Starten Sie sie auf der Website erneut.",
  "site/gone":
    "Die anfragende Seite ist geschlossen, niemand wartet mehr auf die Antwort. Es wurde nichts signiert.",
  "site/replayed": "Diese Anfrage wurde schon einmal beantwortet und wurde abgelehnt.",
  "site/request-unknown": "Diese Anfrage gibt es nicht mehr. Starten Sie sie auf der Website erneut.",
} as const satisfies ErrorSentences<SiteErrors>;
