import type { SiteHealth } from "../../../core/site/site.ts";
import { FormError } from "../../app/FormError.tsx";
import { navigateFromHere, routeTo } from "../../app/router.ts";
import { Screen } from "../../app/Screen.tsx";
import { useSites } from "../../data/records.ts";
import { useCommand } from "../../data/use-command.ts";
import { useDefaultWallet } from "../../data/use-default-wallet.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { KeyValue } from "../../ui/KeyValue.tsx";
import { useAnnounce } from "../../ui/LiveRegion.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Section } from "../../ui/Section.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { Switch } from "../../ui/Switch.tsx";
import { GrantForm } from "./GrantForm.tsx";
import { SignInList } from "./SignInList.tsx";
import { useSignIns, useSiteHealth } from "./use-site-records.ts";

/** One site: what it has, until when, what it was refused, its sign-ins, and the way to end each. */
export function SiteDetails({ origin }: { readonly origin: string }) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const sites = useSites();
  const grant = sites.records.find((each) => each.origin === origin);
  const health = useSiteHealth().records.find((each) => each.origin === origin);
  const signIns = useSignIns().records.find((each) => each.origin === origin)?.entries ?? [];
  const disconnect = useCommand("sites.disconnect");

  async function end(): Promise<void> {
    const go = navigateFromHere();
    if (!(await disconnect.run({ origin }))) return;
    announce(t("sites.disconnected", { origin }));
    go(routeTo("sites"), { replace: true });
  }

  return (
    <Screen title={origin} back={routeTo("sites")}>
      <Stack gap={5}>
        <FormError error={disconnect.error} />
        {health && <Refused health={health} />}
        {sites.state === "here" && grant === undefined && (
          <EmptyState icon="site" title={t("sites.not-connected")}>
            {t("sites.not-connected-text")}
          </EmptyState>
        )}
        {grant && <GrantForm key={grant.grantedAt} grant={grant} />}
        <DefaultWallet origin={origin} />
        {signIns.length > 0 && <SignInList entries={signIns} />}
        {grant && (
          <Stack gap={2}>
            <Button variant="danger" wide busy={disconnect.busy} onClick={() => void end()}>
              {t("sites.disconnect-this")}
            </Button>
            <p>{t("sites.allowances")}</p>
          </Stack>
        )}
      </Stack>
    </Screen>
  );
}

/** Messages of the site that were repeated, late or out of order; and the way out of a suspension. */
function Refused({ health }: { readonly health: SiteHealth }) {
  const { t, formatDateTime } = useI18n();
  const resume = useCommand("sites.resume");
  const { refused, suspendedAt, origin, since } = health;
  return (
    <Section
      title={t("sites.refused")}
      description={t("sites.refused-text", { date: formatDateTime(since) })}
    >
      <Stack gap={3}>
        {suspendedAt !== undefined && (
          <Notice
            tone="danger"
            still
            action={
              <Button size="sm" busy={resume.busy} onClick={() => void resume.run({ origin })}>
                {t("sites.resume")}
              </Button>
            }
          >
            {t("sites.suspended-text", { date: formatDateTime(suspendedAt) })}
          </Notice>
        )}
        <FormError error={resume.error} />
        <Card>
          <KeyValue
            items={[
              { key: "duplicate", label: t("sites.duplicate"), value: String(refused.duplicate) },
              { key: "order", label: t("sites.out-of-order"), value: String(refused["out-of-order"]) },
              { key: "late", label: t("sites.late"), value: String(refused.late) },
            ]}
          />
        </Card>
      </Stack>
    </Section>
  );
}

/** Whether Weir stands as window.ethereum on this site, for sites that do not know how to find wallets. */
function DefaultWallet({ origin }: { readonly origin: string }) {
  const { t } = useI18n();
  const { everywhere, origins, set, denied, busy, error } = useDefaultWallet();
  const withThis = (on: boolean): string[] =>
    on ? [...origins, origin] : origins.filter((each) => each !== origin);
  return (
    <Stack gap={2}>
      <FormError error={error} />
      {denied && <Notice tone="warn">{t("sites.default-denied")}</Notice>}
      <Switch
        label={t("sites.default")}
        hint={t(everywhere ? "sites.default-everywhere" : "sites.default-text")}
        checked={everywhere || origins.includes(origin)}
        disabled={everywhere || busy}
        onChange={(on) => void set({ everywhere, origins: withThis(on) })}
      />
    </Stack>
  );
}
