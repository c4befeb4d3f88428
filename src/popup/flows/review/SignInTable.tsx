import type { Operation } from "../../../core/operation/operation.ts";
import {
  type SignIn,
  type SignInProblem,
  type SignInProblemCode,
  signInProblems,
} from "../../../core/site/sign-in.ts";
import { SignIns } from "../../../core/site/site.ts";
import { localKeys } from "../../../core/store/keys.ts";
import { useNetwork } from "../../data/networks.ts";
import { usePage } from "../../data/page-context.ts";
import { useStored } from "../../data/stored.ts";
import { useNow } from "../../data/use-now.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { AddressText } from "../../ui/AddressText.tsx";
import { Card } from "../../ui/Card.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { KeyValue, type KeyValueItem } from "../../ui/KeyValue.tsx";
import { Section } from "../../ui/Section.tsx";
import { useNames } from "./names.ts";
import styles from "./review.module.css";

/** The line of the table at which a problem is said. */
const lineOf: Record<SignInProblemCode, string> = {
  "other-domain": "domain",
  "other-account": "account",
  "bad-checksum-address": "account",
  expired: "expires",
  "not-yet-valid": "not-before",
  "nonce-used": "nonce",
  "other-chain": "network",
  "uri-other-origin": "uri",
  "bad-version": "uri",
};

export interface SignInTableProps {
  readonly operation: Operation;
  readonly signIn: SignIn;
}

/** A sign-in (EIP-4361), part by part, each wrong part with what is wrong about it. */
export function SignInTable({ operation, signIn }: SignInTableProps) {
  const { t, formatDateTime } = useI18n();
  const nameOf = useNames(operation.chainId);
  const network = useNetwork(signIn.chainId);
  const problems = useProblems(operation, signIn);
  const time = (text: string): string => {
    const milliseconds = Date.parse(text);
    return Number.isNaN(milliseconds) ? text : formatDateTime(Math.floor(milliseconds / 1000));
  };
  const account = nameOf(signIn.address);
  const line = (key: string, label: string, value: KeyValueItem["value"]): KeyValueItem => {
    const wrong = problems.filter((each) => lineOf[each.code] === key);
    const note = wrong.map((each) => <Problem key={each.code} problem={each} />);
    return { key, label, value, note: note.length > 0 ? note : undefined };
  };
  const optional = (key: string, label: string, value: string | undefined): KeyValueItem[] =>
    value === undefined ? [] : [line(key, label, value)];
  return (
    <Section title={t("review.sign-in")} description={t("review.sign-in-explain")}>
      <Card>
        <KeyValue
          stacked
          items={[
            line("domain", t("review.sign-in-site"), signIn.domain),
            line(
              "account",
              t("common.account"),
              <>
                {account && <span>{account} </span>}
                <AddressText address={signIn.address} short={account !== undefined} />
              </>,
            ),
            ...optional("statement", t("review.sign-in-statement"), signIn.statement),
            line(
              "network",
              t("common.network"),
              network
                ? t("review.sign-in-network", { name: network.name, chainId: String(signIn.chainId) })
                : String(signIn.chainId),
            ),
            line("uri", t("review.sign-in-uri"), signIn.uri),
            line("issued", t("review.sign-in-issued"), time(signIn.issuedAt)),
            ...optional(
              "expires",
              t("review.sign-in-expires"),
              signIn.expirationTime && time(signIn.expirationTime),
            ),
            ...optional(
              "not-before",
              t("review.sign-in-not-before"),
              signIn.notBefore && time(signIn.notBefore),
            ),
            line("nonce", t("review.sign-in-nonce"), signIn.nonce),
            ...optional("request", t("review.sign-in-request"), signIn.requestId),
            ...optional("resources", t("review.sign-in-resources"), signIn.resources?.join("\n")),
          ]}
        />
      </Card>
    </Section>
  );
}

function Problem({ problem: { code, found, expected } }: { readonly problem: SignInProblem }) {
  const { t } = useI18n();
  const text =
    code === "other-domain"
      ? t("review.problem-other-domain", { expected: expected ?? "" })
      : code === "bad-version"
        ? t("review.problem-bad-version", { found })
        : t(`review.problem-${code}`);
  return (
    <span className={styles.problem}>
      <Icon name="danger" size={16} />
      <span>{text}</span>
    </span>
  );
}

/** What is wrong with it, by what the page itself knows: the browser's origin, the account, the clock, earlier sign-ins. */
function useProblems(operation: Operation, signIn: SignIn): SignInProblem[] {
  const earlier = useStored(usePage().local, localKeys.signIn + operation.origin, SignIns).value;
  const nowSeconds = useNow();
  return signInProblems(signIn, {
    origin: operation.origin,
    account: operation.account,
    nowSeconds,
    chainId: operation.chainId,
    usedNonces: earlier?.entries.map((each) => each.nonce) ?? [],
  });
}
