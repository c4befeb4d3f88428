import { useRoute } from "../../app/router.ts";
import { SiteDetails } from "./SiteDetails.tsx";
import { SitesOverview } from "./SitesOverview.tsx";

/** #/sites, and one site under #/sites/<origin>. */
export default function SitesPage() {
  const [, origin] = useRoute().segments;
  return origin === undefined ? <SitesOverview /> : <SiteDetails origin={origin} />;
}
