import type { PhishingErrors } from "../../../core/errors/phishing.ts";
import type { ErrorSentences } from "../catalogue.ts";

export const phishingErrors = {
  "phishing/unreachable":
    "{host} hat nicht geantwortet; die Liste der Phishing-Seiten bleibt, wie sie ist. Versuchen Sie es später erneut oder prüfen Sie ihre Adresse.",
  "phishing/http":
    "{host} hat mit dem Status {status} statt mit einer Liste der Phishing-Seiten geantwortet. Prüfen Sie ihre Adresse.",
  "phishing/too-large":
    "Was {host} gesendet hat, ist für eine Liste der Phishing-Seiten viel zu groß; die alte bleibt. Prüfen Sie ihre Adresse.",
  "phishing/malformed":
    "Was {host} gesendet hat, ist keine Liste der Phishing-Seiten; die alte bleibt. Prüfen Sie ihre Adresse.",
  "phishing/shrunk":
    "Die Liste von {host} hat nur {entries} Seiten, weit weniger als die mit Weir gelieferte. Sie wurde nicht übernommen.",
} as const satisfies ErrorSentences<PhishingErrors>;
