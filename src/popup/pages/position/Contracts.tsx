import type { ProtocolFacts } from "../../flows/review/protocols.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { AddressText } from "../../ui/AddressText.tsx";
import { Card } from "../../ui/Card.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { KeyValue } from "../../ui/KeyValue.tsx";
import { Section } from "../../ui/Section.tsx";
import { Row } from "../../ui/Stack.tsx";
import { ExplorerLink } from "../operation/ExplorerLink.tsx";

export interface ContractsProps {
  readonly chainId: number;
  readonly contracts: ProtocolFacts["contracts"];
}

/** The addresses the wallet talks to, with where each was found, to compare elsewhere. */
export function Contracts({ chainId, contracts }: ContractsProps) {
  const { t } = useI18n();
  return (
    <Section title={t("position.contracts")} description={t("position.contracts-explain")}>
      <Card>
        <KeyValue
          stacked
          items={contracts.map(({ role, address, source }) => ({
            key: address,
            label: role,
            value: (
              <>
                <AddressText address={address} />
                <Row>
                  <CopyButton
                    value={address}
                    label={t("position.copy-address", { role })}
                    copiedLabel={t("common.copied")}
                    failedLabel={t("common.copy-failed")}
                  />
                  <ExplorerLink chainId={chainId} kind="address" value={address} />
                </Row>
              </>
            ),
            note: t("position.source", { source }),
          }))}
        />
      </Card>
    </Section>
  );
}
