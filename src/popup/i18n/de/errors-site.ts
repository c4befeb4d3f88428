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
  "site/method-refused": "Die Website hat {method} verlangt, das Weir ablehnt: {reason}",
  "site/suspended":
    "Weir bedient diese Website nicht mehr: Zu viele ihrer Nachrichten kamen doppelt oder in falscher Reihenfolge. Unter „Websites“ können Sie das aufheben.",
  "site/blocked": "Diese Website ist gesperrt, nichts von ihr kann genehmigt werden. Verlassen Sie sie.",
  "site/bundle-unknown": "Die Website fragt nach einem Transaktionsbündel, das Weir nicht kennt.",
  "site/bundle-duplicate":
    "Die Website hat dieselbe Kennung für zwei Bündel verwendet. Beginnen Sie auf der Website von vorn.",
  "site/bundle-chain": "Die Website möchte Transaktionen im Netzwerk {chainId}, das Weir nicht hat.",
  "site/bundle-too-large": "Das Bündel der Website hat zu viele Transaktionen und wurde abgelehnt.",
  "site/atomicity-unsupported":
    "Die Website will alle Transaktionen ihres Bündels zusammen oder keine. Das kann dieses Konto nicht zusagen.",
  "site/capability-unsupported": "Die Website braucht eine Fähigkeit, die Weir nicht hat.",
  "site/chain-clash":
    "Das vorgeschlagene Netzwerk gibt sich als {chainId} aus, das Weir schon unter anderem Namen hat.",
  "site/chain-endpoint":
    "Kein Endpunkt des vorgeschlagenen Netzwerks hat als Netzwerk {chainId} geantwortet. Es wurde nicht hinzugefügt.",
  "site/filter-unknown": "Die Website fragt nach einem Filter, den es nicht mehr gibt.",
  "site/asset-refused": "Das vorgeschlagene Token wurde nicht übernommen: {reason}",
} as const satisfies ErrorSentences<SiteErrors>;
