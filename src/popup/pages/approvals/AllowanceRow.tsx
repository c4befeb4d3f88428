import type { Asset } from "../../../core/asset/asset.ts";
import { navigate, routeTo } from "../../app/router.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { Menu } from "../../ui/Menu.tsx";
import { Amount } from "../portfolio/Amount.tsx";
import styles from "./approvals.module.css";
import type { ShownAllowance } from "./shown.ts";

/** 2^128: above it an amount is without limit in all but name. Permit2 counts in 160 bits. */
const unlimitedFrom = 2n ** 128n;

const tones = { high: "danger", medium: "warn", low: "neutral", none: "neutral" } as const;

export interface AllowanceRowProps {
  readonly shown: ShownAllowance;
  /** Whose allowance it is. */
  readonly account: { readonly id: string; readonly label: string } | undefined;
  readonly native: Asset;
  readonly now: number;
  readonly chosen: boolean;
  /** Why it cannot be chosen. */
  readonly blocked: string | undefined;
  readonly onChoose: (chosen: boolean) => void;
  readonly onSetEnd: () => void;
}

/** What one spender may take of one token: how much, worth what, since when, until when. */
export function AllowanceRow(props: AllowanceRowProps) {
  const { t, formatAge, formatDateTime } = useI18n();
  const { shown, account, now } = props;
  const { allowance, until, isDue } = shown;
  const { token, form, amount } = allowance;
  const limit =
    form === "operator" ? (
      t("approvals.all-items", { symbol: token.symbol })
    ) : amount >= unlimitedFrom ? (
      t("approvals.unlimited", { symbol: token.symbol })
    ) : (
      <Amount value={amount} asset={token} />
    );
  const facts = [
    account?.label,
    form === "permit2" ? t("approvals.through-permit2") : undefined,
    allowance.setAt === undefined ? undefined : t("approvals.set", { age: formatAge(now - allowance.setAt) }),
    allowance.usedAt === undefined
      ? undefined
      : t("approvals.used", { age: formatAge(now - allowance.usedAt) }),
    until === undefined
      ? t("approvals.no-end")
      : t(until <= now ? "approvals.ended" : "approvals.ends", { date: formatDateTime(until, "date") }),
    allowance.nonce === undefined ? undefined : t("approvals.nonce", { nonce: String(allowance.nonce) }),
  ].filter((each) => each !== undefined);
  const change = (): void =>
    navigate(
      routeTo("approve", {
        token: token.address ?? "",
        spender: allowance.spender,
        ...(account ? { account: account.id } : {}),
      }),
    );
  return (
    <li className={styles.row}>
      <div className={styles.choice} title={props.blocked}>
        <Checkbox
          checked={props.chosen}
          disabled={props.blocked !== undefined}
          onChange={props.onChoose}
          label={
            <span className={styles.label}>
              <span className={styles.amount}>{limit}</span>
              {allowance.risk !== "none" && (
                <Badge tone={tones[allowance.risk]}>{t(`approvals.risk-${allowance.risk}`)}</Badge>
              )}
              {isDue && <Badge tone="warn">{t("approvals.due")}</Badge>}
            </span>
          }
          hint={
            <>
              {allowance.exposureWei !== undefined && (
                <>
                  {t("approvals.exposure")} <Amount value={allowance.exposureWei} asset={props.native} />
                  <br />
                </>
              )}
              {facts.join(" · ")}
            </>
          }
        />
      </div>
      <Menu
        label={t("approvals.menu", { symbol: token.symbol })}
        items={[
          { id: "end", label: t("approvals.set-end"), icon: "clock", onSelect: props.onSetEnd },
          ...(form === "erc20"
            ? [{ id: "limit", label: t("approvals.change-limit"), icon: "edit" as const, onSelect: change }]
            : []),
        ]}
      />
    </li>
  );
}
