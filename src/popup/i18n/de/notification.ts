import type { Translation } from "../catalogue.ts";
import type { notification as source } from "../en/notification.ts";

export const notification: Translation<typeof source> = {
  "notification.claimable-title": "Bereit zum Abholen",
  "notification.claimable-text": "{amount} {unit} aus Ihrer Rückgabe können jetzt abgeholt werden.",
  "notification.leases-title": "Freigaben sollen enden",
  "notification.leases-text":
    "Freigaben, deren Ende erreicht ist: {count}. Öffnen Sie Weir, um sie zu beenden.",
};
