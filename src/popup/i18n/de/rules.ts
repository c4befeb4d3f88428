import type { Translation } from "../catalogue.ts";
import type { rules as source } from "../en/rules.ts";

export const rules: Translation<typeof source> = {
  "step.send": "{amount} {symbol} an {to} senden",
  "step.approve": "{spender} erlauben, bis zu {amount} {symbol} zu nehmen",
  "step.approve-unlimited": "{spender} erlauben, beliebig viel {symbol} zu nehmen",
  "step.revoke": "Die Freigabe von {spender} für {symbol} beenden",
  "step.increase-allowance": "{spender} erlauben, {amount} {symbol} mehr zu nehmen",
  "step.decrease-allowance": "{spender} erlauben, {amount} {symbol} weniger zu nehmen",
  "step.approve-all": "{spender} erlauben, jedes Stück der Sammlung {token} zu nehmen",
  "step.revoke-all": "Das Recht von {spender} an der Sammlung {token} beenden",
  "step.protocol-call": "{role} von {protocol} aufrufen und {value} {symbol} mitsenden",
  "step.contract-call": "Den Vertrag {to} aufrufen und {value} {symbol} mitsenden",
  "step.deploy": "Einen neuen Vertrag anlegen und {value} {symbol} mitsenden",
  "step.sign-message": "Eine Nachricht für {origin} unterschreiben",
  "step.sign-typed-data": "Daten der Art {type} für {origin} unterschreiben",
  "step.permit": "{spender} durch eine Unterschrift erlauben, bis zu {amount} {symbol} zu nehmen",
  "step.permit-unlimited": "{spender} durch eine Unterschrift erlauben, beliebig viel {symbol} zu nehmen",
  "step.permit2":
    "{spender} durch eine Unterschrift erlauben, bis zu {amount} {symbol} über Permit2 zu nehmen",
  "step.permit2-unlimited":
    "{spender} durch eine Unterschrift erlauben, beliebig viel {symbol} über Permit2 zu nehmen",
  "step.revoke-permit2": "Beenden, was andere über Permit2 nehmen dürfen, Freigaben: {count}",
  "remark.not-checked":
    "Kein Endpunkt war zu erreichen, daher ist hiervon nichts geprüft: Gezeigt wird, was die Daten selbst sagen.",
  "remark.permit-nonce":
    "Diese Unterschrift würde jetzt nicht angenommen: Ihre Nummer ist nicht die nächste. Sie ist vielleicht für später gedacht oder wurde schon gegeben.",
  "remark.gas-implausible":
    "Der Knoten verlangt {gas} Gas, das kann nicht stimmen. Wählen Sie in den Einstellungen einen anderen Endpunkt.",
  "remark.fee-implausible":
    "Der Knoten verlangt eine Gebühr von {gwei} Gwei, das kann nicht stimmen. Wählen Sie in den Einstellungen einen anderen Endpunkt.",
  "remark.rate-disagreement":
    "Zwei Endpunkte melden verschiedene Wechselkurse; einer davon ist falsch. Versuchen Sie es später erneut oder ändern Sie die Endpunkte in den Einstellungen.",
  "remark.rate-single":
    "Der Wechselkurs stammt von nur einem Endpunkt. Mit einem zweiten in den Einstellungen vergleicht Weir beide.",
  "remark.would-revert":
    "Der Vertrag würde dies ablehnen ({reason}). Es zu senden würde nur die Gebühr kosten.",
  "remark.look-alike":
    "Die Adresse {address} ahmt die Ihnen als „{label}“ bekannte ({known}) nach. Solche Adressen sollen verwechselt werden. Nehmen Sie die Adresse aus Ihrem Adressbuch.",
  "remark.recipient-token-contract":
    "{address} ist der Vertrag des Tokens selbst. Dorthin gesendete Token sind endgültig verloren.",
  "remark.spender-plain-account":
    "{spender} ist die Adresse einer Person, kein Vertrag. Keine ehrliche Seite braucht eine solche Freigabe.",
  "remark.unlimited-amount":
    "{spender} könnte alle Ihre {symbol} nehmen, auch später eintreffende, bis Sie das beenden. Setzen Sie unten eine Grenze.",
  "remark.beyond-balance":
    "Die Grenze von {amount} {symbol} liegt über Ihrem Guthaben von {balance} {symbol}; auch später Eintreffendes fällt darunter.",
  "remark.foreign-token": "{symbol} nennt sich das Token {token} selbst. Weir kennt dieses Token nicht.",
  "remark.namesake-token":
    "Das Token {token} nennt sich {symbol}, ist aber nicht das Ihnen bekannte {symbol}. Solche Namen sollen verwechselt werden.",
  "remark.stale-block":
    "Der neueste Block, den dieser Endpunkt kennt, ist {behindSeconds} alt. Das Ergebnis stimmt vielleicht nicht mehr.",
  "remark.simulation-unavailable":
    "Ihr Endpunkt konnte dies nicht im Ganzen durchspielen; das Ergebnis ist daher vorab nicht geprüft.",
  "remark.permit-as-approval":
    "Beim Durchspielen stand anstelle Ihrer Unterschrift eine Freigabe über denselben Betrag.",
  "remark.fee-share":
    "Die Netzwerkgebühr von {fee} {unit} sind {percent} % dessen, was Sie bewegen. Bei größeren Beträgen fällt sie weniger ins Gewicht.",
  "remark.first-recipient": "An {address} haben Sie bisher nichts gesendet.",
  "remark.recipient-contract":
    "{address} ist ein Vertrag, keine Person. Vergewissern Sie sich, dass er Erhaltenes weitergeben kann.",
  "remark.first-contract": "Dieses Konto hat den Vertrag {address} bisher nicht verwendet.",
  "remark.approve-all":
    "{spender} könnte jedes Stück nehmen, das Sie von der Sammlung {token} haben oder bekommen, bis Sie das beenden.",
  "remark.network-unknown":
    "Weir kennt dieses Netzwerk nicht und kann nicht prüfen, was seine Endpunkte sagen. Fügen Sie es nur hinzu, wenn Sie der Quelle dieser Angaben vertrauen.",
  "remark.network-id-known":
    "Die Chain-ID {chainId} ist als {known} bekannt, die Website nennt sie aber {name}.",
  "remark.network-symbol-known": "Die Münze heißt {symbol} wie die von {known}, ist aber nicht dieselbe.",
  "remark.network-symbol-alike": "Der Name der Münze {symbol} ahmt {known} nach.",
  "remark.network-endpoints-out":
    "{count} von {total} vorgeschlagenen Endpunkten bedienen dieses Netzwerk nicht und werden weggelassen.",
  "remark.network-one-endpoint":
    "Es gibt nur einen Endpunkt, was er sagt, lässt sich also nicht vergleichen.",
  "remark.network-no-multicall":
    "Der Vertrag, der viele Fragen auf einmal beantwortet, fehlt dort; das Lesen braucht mehr Anfragen.",
  "remark.token-symbol-differs": "Die Website nennt das Token {claimed}, sein Vertrag aber {symbol}.",
  "remark.token-decimals-differ":
    "Die Website nennt {claimed} Nachkommastellen, der Vertrag {decimals}. Beträge werden nach dem Vertrag angezeigt.",
};
