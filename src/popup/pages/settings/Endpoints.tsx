import { useEffect, useState } from "react";
import type { Chain } from "../../../core/chain/chain.ts";
import { chainById } from "../../../core/chain/chains.ts";
import { FormError } from "../../app/FormError.tsx";
import { useNetworks } from "../../data/networks.ts";
import { useSettings } from "../../data/records.ts";
import { useCommand } from "../../data/use-command.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { List } from "../../ui/List.tsx";
import { useAnnounce } from "../../ui/LiveRegion.tsx";
import { Section } from "../../ui/Section.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { AddEndpoint } from "./AddEndpoint.tsx";
import { EndpointRow } from "./EndpointRow.tsx";

/** The endpoints of every network: order, test, add, remove, defaults. */
export default function Endpoints() {
  const { t } = useI18n();
  const networks = useNetworks();
  return (
    <Stack gap={5}>
      <p>{t("settings.endpoints-explain")}</p>
      {networks.map((chain) => (
        <NetworkEndpoints key={chain.chainId} chain={chain} />
      ))}
    </Stack>
  );
}

function NetworkEndpoints({ chain }: { readonly chain: Chain }) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const stored = useSettings().endpoints[String(chain.chainId)] ?? chain.defaultEndpoints;
  const save = useCommand("endpoints.set");
  const remove = useCommand("networks.remove");
  const isAdded = chainById(chain.chainId) === undefined;
  // What was just asked for is shown until the stored settings follow.
  const [asked, setAsked] = useState<readonly string[]>();
  useEffect(() => setAsked((now) => (now && stored.join(" ") === now.join(" ") ? undefined : now)), [stored]);
  const urls = asked ?? stored;

  async function set(next: readonly string[]): Promise<boolean> {
    setAsked(next);
    const done = await save.run({ chainId: chain.chainId, urls: [...next] });
    // In the form in which it is stored.
    setAsked(done?.endpoints[String(chain.chainId)]);
    if (done === undefined) return false;
    announce(t("settings.endpoints-saved"));
    return true;
  }

  function swap(at: number, other: number): void {
    const next = [...urls];
    const [here, there] = [next[at], next[other]];
    if (here === undefined || there === undefined) return;
    next[at] = there;
    next[other] = here;
    void set(next);
  }

  return (
    <Section title={chain.name}>
      <Stack>
        <FormError error={save.error} />
        <Card flush>
          <List label={t("settings.endpoints-of", { network: chain.name })}>
            {urls.map((url, at) => (
              <EndpointRow
                key={url}
                chainId={chain.chainId}
                url={url}
                onUp={at === 0 ? undefined : () => swap(at, at - 1)}
                onDown={at === urls.length - 1 ? undefined : () => swap(at, at + 1)}
                onRemove={urls.length === 1 ? undefined : () => void set(urls.filter((each) => each !== url))}
              />
            ))}
          </List>
        </Card>
        {urls.length === 1 && <p>{t("settings.endpoint-last")}</p>}
        <AddEndpoint chainId={chain.chainId} urls={urls} onAdd={(url) => set([...urls, url])} />
        {isAdded ? (
          <>
            <FormError error={remove.error} />
            <Button
              variant="danger"
              icon="trash"
              busy={remove.busy}
              onClick={() =>
                void remove
                  .run({ chainId: chain.chainId })
                  .then((done) => done && announce(t("settings.network-removed", { network: chain.name })))
              }
            >
              {t("settings.network-remove", { network: chain.name })}
            </Button>
          </>
        ) : (
          <Button variant="quiet" busy={save.busy} onClick={() => void set(chain.defaultEndpoints)}>
            {t("settings.endpoints-reset")}
          </Button>
        )}
      </Stack>
    </Section>
  );
}
