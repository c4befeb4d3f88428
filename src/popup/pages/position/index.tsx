import { chains } from "../../../core/chain/chains.ts";
import type { Snapshot } from "../../../core/snapshot/snapshot.ts";
import { routeTo } from "../../app/router.ts";
import { Screen } from "../../app/Screen.tsx";
import { useSelectedAccount, useSnapshot } from "../../data/records.ts";
import { copyText, type ProtocolFacts, useProtocols } from "../../flows/review/protocols.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Card } from "../../ui/Card.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { List, ListRow } from "../../ui/List.tsx";
import { Section } from "../../ui/Section.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Columns, Stack } from "../../ui/Stack.tsx";
import { Amount } from "../portfolio/Amount.tsx";
import { holdingsOf } from "../portfolio/holdings.ts";
import { SnapshotNotices } from "../portfolio/SnapshotNotices.tsx";
import { Yield } from "../portfolio/Yield.tsx";
import { Contracts } from "./Contracts.tsx";
import styles from "./position.module.css";
import { StateCard } from "./StateCard.tsx";

/** #/portfolio/<protocol>: what stands behind a staked token: how it grows, the protocol's state, its risks and contracts. */
export default function PositionPage({ protocol }: { readonly protocol: string }) {
  const [chain] = chains;
  return chain === undefined ? null : <Position chain={chain} id={protocol} />;
}

function Position({ chain, id }: { readonly chain: (typeof chains)[number]; readonly id: string }) {
  const { t, language } = useI18n();
  const protocols = useProtocols(chain.chainId);
  const snapshot = useSnapshot(chain.chainId).value;
  const facts = protocols?.find((each) => each.id === id);
  const state = snapshot?.protocols.find((each) => each.protocol === id);
  const name = copyText(facts, language, "name") ?? facts?.name ?? t("portfolio.title");
  return (
    <Screen title={name} back={routeTo("portfolio")}>
      {facts === undefined && protocols !== undefined ? (
        <EmptyState icon="info" title={t("position.unknown-title")}>
          {t("position.unknown")}
        </EmptyState>
      ) : (
        <Stack>
          {snapshot && <SnapshotNotices snapshot={snapshot} />}
          {facts ? (
            <p>{copyText(facts, language, "about")}</p>
          ) : (
            <Skeleton height="3rem" label={t("position.loading")} />
          )}
          <Columns>
            <Stack>
              <Section title={t("position.yield")}>
                <Card>
                  <Yield measured={state?.yield} now={snapshot?.block.timestamp ?? 0} />
                </Card>
              </Section>
              {facts && <Tokens facts={facts} snapshot={snapshot} />}
              {snapshot && state && <StateCard chain={chain} snapshot={snapshot} protocol={state} />}
            </Stack>
            {facts && (
              <Stack>
                <Section title={t("position.risks")}>
                  <Card>
                    <ul className={styles.risks}>
                      {facts.risks.map((risk) => (
                        <li key={risk}>{copyText(facts, language, risk)}</li>
                      ))}
                    </ul>
                  </Card>
                </Section>
                <Contracts chainId={chain.chainId} contracts={facts.contracts} />
              </Stack>
            )}
          </Columns>
        </Stack>
      )}
    </Screen>
  );
}

/** The selected account's balance of each of the protocol's tokens, with how it grows. */
function Tokens(props: { readonly facts: ProtocolFacts; readonly snapshot: Snapshot | undefined }) {
  const { t, language } = useI18n();
  const account = useSelectedAccount();
  const held = props.snapshot && account ? holdingsOf(props.snapshot, [account.address]).tokens : [];
  return (
    <Section title={t("position.tokens")}>
      <Card flush>
        <List label={t("position.tokens")}>
          {props.facts.tokens.map((token) => {
            const holding = held.find(
              (each) => each.protocol === props.facts.id && each.token.id === token.id,
            );
            return (
              <ListRow
                key={token.id}
                title={token.symbol}
                detail={copyText(props.facts, language, `token.${token.symbol}`)}
                aside={<Amount value={holding?.balance ?? 0n} asset={token} />}
              />
            );
          })}
        </List>
      </Card>
    </Section>
  );
}
