import { useState } from "react";
import type { ErrorReport } from "../../../core/errors/index.ts";
import { Form } from "../../app/Form.tsx";
import { usePlatform } from "../../data/page-context.ts";
import { useCommand } from "../../data/use-command.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { endpointHost } from "./endpoint-host.ts";

export interface AddEndpointProps {
  readonly chainId: number;
  readonly urls: readonly string[];
  /** Resolves with whether it was stored. */
  readonly onAdd: (url: string) => Promise<boolean>;
}

/**
 * Takes an address, tests it, and adds it only when it answers for this network. Where nothing was heard, the browser
 * may have kept the answer back (CORS): access to the host is then offered.
 */
export function AddEndpoint({ chainId, urls, onAdd }: AddEndpointProps) {
  const { t, errorText } = useI18n();
  const test = useCommand("endpoints.test");
  const [url, setUrl] = useState("");
  const [refused, setRefused] = useState<ErrorReport | "exists">();
  const [access, setAccess] = useState<"unknown" | "given" | "missing" | "denied">("unknown");
  const { hasHostAccess, requestHostAccess } = usePlatform();

  async function allow(): Promise<void> {
    const given = await requestHostAccess(url.trim()).catch(() => false);
    setAccess(given ? "given" : "denied");
    if (given) await submit();
  }

  async function submit(): Promise<void> {
    const wanted = url.trim();
    if (wanted === "" || test.busy) return;
    setRefused(undefined);
    if (urls.includes(wanted)) {
      setRefused("exists");
      return;
    }
    const outcome = await test.run({ chainId, url: wanted });
    if (outcome === undefined) return;
    if (!outcome.ok) {
      // The report's code is any text on the wire; an unknown one has its own sentence.
      setRefused(outcome.error as ErrorReport);
      if (outcome.error.code !== "chain/unreachable") return;
      const given = await hasHostAccess(wanted).catch(() => true);
      setAccess((now) => (given ? "given" : now === "denied" ? now : "missing"));
      return;
    }
    if (await onAdd(wanted)) setUrl("");
  }

  function problem(): string | undefined {
    if (refused === "exists") return t("settings.endpoint-exists");
    const error = refused ?? test.error;
    return error && errorText(error);
  }

  return (
    <Form onSubmit={submit} testId="add-endpoint-form">
      <TextField
        label={t("settings.endpoint-url")}
        value={url}
        type="url"
        inputMode="url"
        maxLength={2000}
        onChange={(value) => {
          setUrl(value);
          setAccess("unknown");
          setRefused(undefined);
          test.reset();
        }}
        hint={t("settings.endpoint-url-hint")}
        error={problem()}
      />
      {refused !== undefined && (access === "missing" || access === "denied") && (
        <Notice
          tone={access === "denied" ? "warn" : "info"}
          action={
            <Button size="sm" onClick={() => void allow()}>
              {t("settings.endpoint-allow", { host: endpointHost(url.trim()) })}
            </Button>
          }
        >
          {access === "denied" ? t("settings.endpoint-denied") : t("settings.endpoint-allow-text")}
        </Notice>
      )}
      <Button type="submit" icon="plus" busy={test.busy} disabled={url.trim() === ""}>
        {t("settings.endpoint-add-run")}
      </Button>
    </Form>
  );
}
