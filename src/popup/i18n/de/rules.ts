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
  "remark.would-revert-silently":
    "Der Vertrag würde das ablehnen und nennt keinen Grund. Es zu senden würde nur die Gebühr kosten.",
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
  "remark.stale-report":
    "Der letzte Bericht des Protokolls ist {ageSeconds} alt; er sollte täglich kommen. Der Kurs stimmt vielleicht nicht mehr. Warten Sie nach Möglichkeit auf den nächsten Bericht.",
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
  "remark.unlimited-signature":
    "Mit dieser Unterschrift könnte {spender} alle Ihre {symbol} nehmen, auch später eintreffende. Verlangen Sie von der Seite den genauen Betrag oder lehnen Sie ab.",
  "remark.spender-new":
    "Der Vertrag {spender} ist keine Woche alt. Die meisten Diebstähle geschehen mit jungen Verträgen: Vergewissern Sie sich, dass das Protokoll diese Adresse nennt.",
  "remark.spender-unknown":
    "Weir kennt den Vertrag {spender} nicht, und Sie haben ihn noch nicht verwendet. Vergleichen Sie ihn mit der Adresse in der Dokumentation des Protokolls.",
  "remark.own-spender":
    "{spender} ist eines Ihrer eigenen Konten. Es erhält eine Freigabe, die keine Seite braucht.",
  "remark.token-as-spender":
    "Die Freigabe gilt dem Vertrag von {symbol} selbst. Das ist fast nie gemeint; lehnen Sie ab, außer die Dokumentation des Protokolls verlangt es.",
  "remark.no-end":
    "Diese Unterschrift für {spender} läuft nie ab: Sie kann noch in Jahren verwendet werden. Verlangen Sie von der Seite eine, die bald endet.",
  "remark.far-end":
    "Diese Unterschrift für {spender} gilt noch {leftSeconds}. Verlangen Sie von der Seite eine, die bald endet.",
  "remark.delegation":
    "Damit geht das ganze Konto an den Code bei {to} über, der dann alles nehmen könnte. Weir unterschreibt das nicht.",
  "remark.order": {
    one: "Dies ist ein Auftrag für den Markt {market}: Damit kann {count} Ding von Ihnen für das genommen werden, was der Auftrag verlangt. Prüfen Sie beide Seiten oben.",
    other:
      "Dies ist ein Auftrag für den Markt {market}: Damit können {count} Dinge von Ihnen für das genommen werden, was der Auftrag verlangt. Prüfen Sie beide Seiten oben.",
  },
  "remark.order-for-nothing": {
    one: "Mit diesem Auftrag für den Markt {market} könnte jeder {count} Ding von Ihnen nehmen, und Sie bekämen nichts. Lehnen Sie ab.",
    other:
      "Mit diesem Auftrag für den Markt {market} könnte jeder {count} Dinge von Ihnen nehmen, und Sie bekämen nichts. Lehnen Sie ab.",
  },
  "remark.result-uncertain":
    "Der Vertrag verhält sich je nach Gas, Block oder Zeit verschieden. Was Sie hier sehen, muss nicht das sein, was geschieht.",
  "remark.tokens-left-out": {
    one: "Sie betrifft {count} Token mehr, als Weir sich ansieht. Ob Sie davon etwas verlieren, wird nicht gezeigt. Ehrliche Seiten verlangen selten so viele auf einmal.",
    other:
      "Sie betrifft {count} Token mehr, als Weir sich ansieht. Ob Sie davon etwas verlieren, wird nicht gezeigt. Ehrliche Seiten verlangen selten so viele auf einmal.",
  },
  "remark.hidden-in-symbol":
    "Das Token {token} versteckt Zeichen in seinem Symbol, hier als {symbol} gezeigt. Ehrliche Token tun das nicht.",
  "remark.message-is-transaction":
    "Diese Nachricht ist eine verkleidete Transaktion. Weir unterschreibt sie nicht. Verlassen Sie die Seite.",
  "remark.message-is-hash":
    "Diese Nachricht besteht aus 32 Bytes, die für alles stehen können, auch für eine Transaktion. Weir unterschreibt sie nicht. Verlassen Sie die Seite.",
  "remark.message-unreadable":
    "Niemand kann lesen, was diese Nachricht sagt. Unterschreiben Sie nur, wenn Sie wissen, wofür die Seite sie braucht.",
  "remark.hidden-characters": {
    one: "{count} Zeichen darin ist unsichtbar oder verändert, was zu sehen ist. Es wird ausgeschrieben gezeigt.",
    other:
      "{count} Zeichen darin sind unsichtbar oder verändern, was zu sehen ist. Sie werden ausgeschrieben gezeigt.",
  },
  "remark.sign-in-malformed":
    "Dies sieht wie eine Anmeldung aus, ist aber nicht wie eine geschrieben (EIP-4361); niemand kann sagen, was andere damit tun können. Sagen Sie es der Seite.",
  "remark.sign-in-malformed-field":
    "Dies sieht wie eine Anmeldung aus, aber „{field}“ fehlt, steht am falschen Ort oder ist falsch geschrieben (EIP-4361). Sagen Sie es der Seite.",
  "remark.sign-in-other-domain":
    "Dies meldet Sie bei {found} an, aber {expected} fragt. Die Seite könnte dort als Sie auftreten. Verlassen Sie sie.",
  "remark.sign-in-other-account":
    "Die Anmeldung ist für das Konto {found}, aber {expected} würde unterschreiben. Verbinden Sie das richtige Konto und beginnen Sie von vorn.",
  "remark.sign-in-bad-checksum-address":
    "Die Adresse des Kontos ist in der Anmeldung nicht so geschrieben, wie der Standard es verlangt ({expected}). Die Seite ist nachlässig.",
  "remark.sign-in-expired": "Die Anmeldung ist am {found} abgelaufen. Beginnen Sie auf der Seite von vorn.",
  "remark.sign-in-not-yet-valid":
    "Die Anmeldung gilt erst ab {found}. Im Voraus zu unterschreiben nützt niemand Ehrlichem.",
  "remark.sign-in-nonce-used":
    "Mit der Nummer {found} haben Sie sich bei dieser Seite schon angemeldet. Sie muss jedes Mal neu sein. Beginnen Sie auf der Seite von vorn.",
  "remark.sign-in-other-chain":
    "Die Anmeldung nennt das Netzwerk {found}, die Seite ist aber auf {expected}.",
  "remark.sign-in-uri-other-origin":
    "Bei der Anmeldung geht es um {found}, was nicht zu {expected} gehört. Vergewissern Sie sich, dass Sie diesen Ort kennen.",
  "remark.sign-in-bad-version":
    "Die Anmeldung nennt die Version {found}, die es nicht gibt. Sagen Sie es der Seite.",
  "remark.domain-unbound":
    "Dies ist an kein Netzwerk und keinen Vertrag gebunden und könnte überall verwendet werden. Unterschreiben Sie nur, wenn Sie der Seite das anvertrauen.",
  "remark.chain-mismatch":
    "Dies gilt für das Netzwerk {signed}, die Seite ist aber auf {chain}. Wechseln Sie auf der Seite das Netzwerk und beginnen Sie von vorn.",
  "remark.chain-missing": "Dies nennt kein Netzwerk und würde auf jedem gelten. Sagen Sie es der Seite.",
  "remark.verifying-contract-missing":
    "Dies nennt keinen Vertrag, für den es gedacht ist; jeder könnte es annehmen. Sagen Sie es der Seite.",
  "remark.unknown-data-trade":
    "Diese Daten sehen aus wie ein Auftrag oder eine Übertragung, die Weir nicht lesen kann. Sie können Freigaben ausgeben, die Sie dem Vertrag erteilt haben. Unterschreiben Sie nur, wenn Sie wissen, was sie tun.",
  "remark.unknown-data":
    "Weir weiß nicht, was diese Daten bedeuten. Unten steht alles, was unterschrieben würde.",
  "remark.unknown-data-token":
    "Weir weiß nicht, was diese Daten bedeuten, aber {contract} verwahrt Token und könnte damit Ihre bewegen. Lehnen Sie ab, wenn Sie nicht sicher sind.",
  "remark.unknown-data-disguised":
    "Diese Daten verwenden die Worte einer bekannten Form, ohne eine zu sein. Sie sollen vielleicht verwechselt werden. Lehnen Sie ab, wenn Sie nicht sicher sind.",
  "remark.unknown-data-parts":
    "Diese Daten haben mehr Teile, als Weir durchsieht; ein Teil ihrer Bedeutung wird nicht gezeigt. Lehnen Sie ab, wenn Sie nicht sicher sind.",
  "remark.signed-transfer":
    "Mit dieser Unterschrift kann jeder Ihre Token an {to} senden lassen, ohne Sie noch einmal zu fragen.",
  "remark.other-owner":
    "Dies spricht für das Konto {owner}, das nicht unterschreibt. Es ist wertlos oder soll verwirren.",
  "remark.blocked-site":
    "{host} steht auf der Liste der Phishing-Seiten. Nichts davon kann bestätigt werden. Schließen Sie die Seite.",
  "remark.phishing-list-unread":
    "Die Liste der Phishing-Seiten war nicht lesbar; diese Seite wurde nicht nachgeschlagen. Starten Sie den Browser neu, wenn das bleibt.",
  "remark.look-alike-site-letters":
    "{host} sieht aus wie {known}, ist aber eine andere Seite. Solche Namen sollen verwechselt werden. Öffnen Sie die echte, indem Sie ihre Adresse eintippen.",
  "remark.look-alike-site-place":
    "{host} beginnt wie {known}, gehört aber zu einer anderen Seite: Nur das Ende eines Namens zählt. Vergewissern Sie sich, dass Sie sie meinen.",
  "remark.look-alike-site-spelling":
    "{host} schreibt sich fast wie {known}. Vergewissern Sie sich, dass es die Seite ist, die Sie meinen.",
  "remark.mixed-letters":
    "{host} mischt Buchstaben verschiedener Schriften, wodurch Namen wie andere aussehen. Die wirkliche Adresse ist {ascii}.",
  "remark.foreign-letters":
    "{host} ist mit Buchstaben geschrieben, die wie andere aussehen können. Die Adresse ist {ascii}.",
  "remark.unprotected-site":
    "Die Verbindung zu {host} ist nicht geschützt: Jeder unterwegs kann ändern, was die Seite verlangt. Verwenden Sie https://, wenn die Seite es hat.",
  "remark.framed-site":
    "{host} fragt aus einer Seite von {outer} heraus, die bestimmt, was Sie darum herum sehen.",
};
