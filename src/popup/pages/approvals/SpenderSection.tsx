import type { Account, Address } from "../../../core/account/account.ts";
import type { Chain } from "../../../core/chain/chain.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { AddressText } from "../../ui/AddressText.tsx";
import { Card } from "../../ui/Card.tsx";
import { Section } from "../../ui/Section.tsx";
import { Amount } from "../portfolio/Amount.tsx";
import { AllowanceRow } from "./AllowanceRow.tsx";
import styles from "./approvals.module.css";
import type { ShownAllowance, SpenderGroup } from "./shown.ts";

export interface SpenderSectionProps {
  readonly group: SpenderGroup;
  readonly chain: Chain;
  readonly accounts: readonly Account[];
  readonly now: number;
  readonly chosen: readonly string[];
  /** Whose allowances are chosen: only that account's can join, since one operation has one signer. */
  readonly signer: Address | undefined;
  readonly onChoose: (key: string, on: boolean) => void;
  readonly onSetEnd: (shown: ShownAllowance) => void;
}

/** One spender and all that it may take. */
export function SpenderSection(props: SpenderSectionProps) {
  const { t } = useI18n();
  const { group, accounts, signer, chain } = props;
  const first = group.items[0]?.allowance;
  const kind = t(`approvals.kind-${first?.spenderKind ?? "unknown"}`);
  // There may be several without a name; their headings, and a screen reader's list of parts, must tell them apart.
  const name = first?.spenderName ?? `${kind} · ${group.spender.slice(0, 6)}…${group.spender.slice(-4)}`;
  const ownerOf = (address: Address) =>
    accounts.find((each) => each.address.toLowerCase() === address.toLowerCase());
  return (
    <Section
      title={name}
      description={<AddressText address={group.spender} />}
      aside={
        group.exposureWei === undefined ? undefined : (
          <Amount value={group.exposureWei} asset={chain.native} />
        )
      }
    >
      <Card flush>
        {/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the list role with list-style none */}
        <ul className={styles.list} role="list" aria-label={t("approvals.of", { name })}>
          {group.items.map((shown) => {
            const { account } = shown.allowance;
            const others = signer !== undefined && signer.toLowerCase() !== account.toLowerCase();
            return (
              <AllowanceRow
                key={shown.key}
                shown={shown}
                account={ownerOf(account)}
                native={chain.native}
                now={props.now}
                chosen={props.chosen.includes(shown.key)}
                blocked={others ? t("approvals.one-account") : undefined}
                onChoose={(on) => props.onChoose(shown.key, on)}
                onSetEnd={() => props.onSetEnd(shown)}
              />
            );
          })}
        </ul>
      </Card>
    </Section>
  );
}
