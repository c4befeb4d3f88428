import { useEffect, useState } from "react";
import type { TypedData } from "../../../core/account/signer.ts";
import { typedDataRows } from "../../../core/approval/meaning/typed-data.ts";
import type { Operation } from "../../../core/operation/operation.ts";
import { useNetworks } from "../../data/networks.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { AddressText } from "../../ui/AddressText.tsx";
import { Card } from "../../ui/Card.tsx";
import { KeyValue, type KeyValueItem } from "../../ui/KeyValue.tsx";
import { Section } from "../../ui/Section.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { useNames } from "./names.ts";
import styles from "./review.module.css";
import { siteText } from "./site-text.ts";
import tables from "./tables.module.css";

export interface TypedDataDetailsProps {
  readonly operation: Operation;
  readonly data: TypedData;
}

/** For whom typed data is meant, and, folded away, every field of it with the digest that is signed. */
export function TypedDataDetails({ operation, data }: TypedDataDetailsProps) {
  const { t } = useI18n();
  const items = useDomainItems(operation, data);
  const digest = useDigest(data);
  const rows = typedDataRows(data);
  return (
    <>
      <Section title={t("review.data-domain")}>
        <Card>
          {items.length === 0 ? <p>{t("review.data-domain-none")}</p> : <KeyValue stacked items={items} />}
        </Card>
      </Section>
      <details className={styles.details} data-testid="typed-data-rows">
        <summary>{t("review.data-rows")}</summary>
        <Stack>
          <table className={tables.rows}>
            <thead>
              <tr className={tables.soft}>
                <th scope="col">
                  {t("review.data-path")} · {t("review.data-type")}
                </th>
                <th scope="col">{t("review.data-value")}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.path}>
                  <th scope="row">
                    {siteText(row.path)}
                    <span className={tables.type}>{siteText(row.type)}</span>
                  </th>
                  <td>{siteText(row.value)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {digest !== undefined && (
            <KeyValue
              stacked
              items={[
                {
                  key: "digest",
                  label: t("review.data-digest"),
                  value: <code className={styles.digest}>{digest}</code>,
                },
              ]}
            />
          )}
        </Stack>
      </details>
    </>
  );
}

function useDomainItems(operation: Operation, { domain }: TypedData): KeyValueItem[] {
  const { t } = useI18n();
  const networks = useNetworks();
  const nameOf = useNames(operation.chainId);
  const { name, version, chainId, verifyingContract, salt } = domain;
  const network = networks.find((each) => BigInt(each.chainId) === chainId)?.name;
  const items: KeyValueItem[] = [];
  if (name !== undefined) items.push({ key: "name", label: t("review.domain-name"), value: siteText(name) });
  if (version !== undefined) {
    items.push({ key: "version", label: t("review.domain-version"), value: siteText(version) });
  }
  if (chainId !== undefined) {
    const id = chainId.toString();
    const value = network === undefined ? id : t("review.sign-in-network", { name: network, chainId: id });
    items.push({ key: "chainId", label: t("review.domain-chainId"), value });
  }
  if (verifyingContract !== undefined) {
    items.push({
      key: "contract",
      label: t("review.domain-verifyingContract"),
      value: nameOf(verifyingContract) ?? t("review.unknown-contract"),
      note: <AddressText address={verifyingContract} />,
    });
  }
  if (salt !== undefined) {
    items.push({
      key: "salt",
      label: t("review.domain-salt"),
      value: <code className={styles.digest}>{salt}</code>,
    });
  }
  return items;
}

/** The EIP-712 digest, as it is signed; none of what cannot be signed. The hashing comes when there is something to hash. */
function useDigest(data: TypedData): string | undefined {
  const [digest, setDigest] = useState<string>();
  useEffect(() => {
    let current = true;
    import("../../../core/account/typed-data-digest.ts")
      .then(({ typedDataDigest }) => current && setDigest(typedDataDigest(data)))
      .catch(() => current && setDigest(undefined));
    return () => {
      current = false;
    };
  }, [data]);
  return digest;
}
