import { Fragment, useEffect, useState } from "react";
import type { AuditEntry } from "../../../core/audit/audit.ts";
import { FormError } from "../../app/FormError.tsx";
import { routeTo } from "../../app/router.ts";
import { Screen } from "../../app/Screen.tsx";
import { usePlatform } from "../../data/page-context.ts";
import { useCommand } from "../../data/use-command.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import type { MessageKey } from "../../i18n/translator.ts";
import { AddressText } from "../../ui/AddressText.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { List, ListRow } from "../../ui/List.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Row, Stack } from "../../ui/Stack.tsx";
import { dayForFilename } from "../backup/filename.ts";

const pageSize = 30;

/** #/audit: the log, newest first, page by page, with its chain's state and an export. */
export default function AuditPage() {
  const { t } = useI18n();
  const { downloadText } = usePlatform();
  const { run: list, busy, error } = useCommand("audit.list");
  const dump = useCommand("audit.export");
  const [entries, setEntries] = useState<readonly AuditEntry[]>();
  const [about, setAbout] = useState({ total: 0, intact: true });
  const [saved, setSaved] = useState<string>();

  useEffect(() => {
    void list({ limit: pageSize }).then((answer) => {
      if (!answer) return;
      setEntries(newestFirst(answer.entries));
      setAbout(answer);
    });
  }, [list]);

  async function older(): Promise<void> {
    const last = entries?.at(-1);
    if (last === undefined) return;
    const answer = await list({ before: last.index, limit: pageSize });
    if (!answer) return;
    setEntries((now) => [...(now ?? []), ...newestFirst(answer.entries)]);
    setAbout(answer);
  }

  async function save(): Promise<void> {
    const answer = await dump.run({});
    if (!answer) return;
    const name = `weir-log-${dayForFilename(new Date())}.json`;
    downloadText(name, answer.json, "application/json");
    setSaved(name);
  }

  const more = entries !== undefined && entries.length > 0 && (entries.at(-1)?.index ?? 0) > 0;
  return (
    <Screen title={t("audit.title")} back={routeTo("settings")}>
      <p>{t("audit.explain")}</p>
      <FormError error={error ?? dump.error} />
      {entries !== undefined && (
        <Notice tone={about.intact ? "success" : "danger"} still={about.intact}>
          {about.intact ? t("audit.intact") : t("audit.broken")} {t("audit.count", { count: about.total })}
        </Notice>
      )}
      {saved && <Notice tone="success">{t("audit.exported", { name: saved })}</Notice>}
      <Row>
        <Button icon="download" size="sm" busy={dump.busy} onClick={() => void save()}>
          {t("audit.export")}
        </Button>
      </Row>
      {entries === undefined && error === undefined && (
        <Skeleton height="12rem" label={t("common.loading")} />
      )}
      {entries?.length === 0 && <EmptyState icon="clock" title={t("audit.empty")} />}
      {entries !== undefined && entries.length > 0 && (
        <Stack>
          <Card flush>
            <List label={t("audit.title")}>
              {entries.map((entry) => (
                <EntryRow key={entry.index} entry={entry} />
              ))}
            </List>
          </Card>
          {more && (
            <Button wide busy={busy} onClick={() => void older()}>
              {t("audit.older")}
            </Button>
          )}
        </Stack>
      )}
    </Screen>
  );
}

const newestFirst = (entries: readonly AuditEntry[]): AuditEntry[] =>
  entries.toSorted((a, b) => b.index - a.index);

function EntryRow({ entry }: { readonly entry: AuditEntry }) {
  const { t, formatDateTime } = useI18n();
  const details = Object.entries(entry.details);
  return (
    <ListRow
      title={t(`audit.event-${entry.event}`)}
      detail={
        <>
          {formatDateTime(entry.at)}
          {details.length > 0 && (
            <>
              <br />
              {details.map(([name, value], place) => (
                <Fragment key={name}>
                  {place > 0 && " · "}
                  <Detail name={name} value={value} />
                </Fragment>
              ))}
            </>
          )}
        </>
      }
    />
  );
}

type Word = Extract<
  MessageKey,
  | `settings.${"language" | "theme" | "auto-lock" | "notify" | "fiat" | "networks"}`
  | `accounts.kind-${"derived" | "imported" | "ledger" | "watch"}`
>;
/** The log's own words for what was changed and which kind of account, as screens name it. */
const words: Readonly<Record<string, Word>> = {
  language: "settings.language",
  theme: "settings.theme",
  autoLockMinutes: "settings.auto-lock",
  notifyClaimable: "settings.notify",
  fiat: "settings.fiat",
  endpoints: "settings.networks",
  derived: "accounts.kind-derived",
  imported: "accounts.kind-imported",
  ledger: "accounts.kind-ledger",
  watch: "accounts.kind-watch",
};

/** Known words in the user's language; addresses and hashes as their ends; anything else as it is. */
function Detail({ name, value }: { readonly name: string; readonly value: string | number }) {
  const { t } = useI18n();
  const text = String(value);
  if (name === "what" || name === "kind") {
    const said = text.split(", ").map((part) => {
      // "endpoints 1" names the network's chain id too.
      const key = words[part.split(" ")[0] ?? ""];
      return key === undefined ? part : t(key);
    });
    return said.join(", ");
  }
  return /^0x[0-9a-fA-F]{40,}$/.test(text) ? <AddressText address={text} short /> : text;
}
