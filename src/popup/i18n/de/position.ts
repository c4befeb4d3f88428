import type { Translation } from "../catalogue.ts";
import type { position as source } from "../en/position.ts";

export const position: Translation<typeof source> = {
  "position.loading": "Dieses Protokoll wird geladen …",
  "position.unknown-title": "Dieses Protokoll ist nicht bekannt",
  "position.unknown": "Diese Version von Weir kennt kein Protokoll dieses Namens.",
  "position.yield": "Ertrag",
  "position.tokens": "Ihre Token",
  "position.state": "Zustand des Protokolls",
  "position.state-age": "Block {block}, gelesen {age}",
  "position.staking": "Einsetzen",
  "position.queue": "Einlösen",
  "position.open": "Offen",
  "position.paused": "Angehalten",
  "position.bunker": "Bunkermodus",
  "position.bunker-on": "An: Verluste erwartet",
  "position.bunker-off": "Aus",
  "position.limit": "Jetzt einsetzbar",
  "position.limit-note": "Das Limit des Protokolls von {max} füllt sich mit jedem Block wieder auf.",
  "position.limit-none": "Kein Limit",
  "position.waiting": "Wartet in der Schlange, von allen Nutzern",
  "position.fee": "Gebühr auf Belohnungen",
  "position.fee-note":
    "Behält das Protokoll ein, bevor Belohnungen bei Ihnen ankommen. Im Ertrag schon abgezogen.",
  "position.no-state": "Der Zustand dieses Protokolls wurde noch nicht gelesen.",
  "position.risks": "Risiken",
  "position.contracts": "Verträge",
  "position.contracts-explain":
    "Womit Weir spricht. Die Adressen gehören zu dieser Version und stammen aus der genannten Quelle.",
  "position.source": "Quelle: {source}",
  "position.copy-address": "Adresse von {role} kopieren",
};
