import { useState } from "react";
import type { SecretInput } from "../../../messages/popup/vault.ts";
import { FilePicker } from "../../app/FilePicker.tsx";
import { Password } from "../../app/Password.tsx";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Select } from "../../ui/Select.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { TextField } from "../../ui/TextField.tsx";

type Kind = SecretInput["kind"];

/** What is typed so far, of each kind. */
export interface SecretDraft {
  kind: Kind;
  phrase: string;
  passphrase: string;
  key: string;
  json: string;
  password: string;
}

export const emptyDraft: SecretDraft = {
  kind: "phrase",
  phrase: "",
  passphrase: "",
  key: "",
  json: "",
  password: "",
};

/** The draft as the worker takes it; undefined while something is missing. The worker checks and normalises it. */
export function secretOf(draft: SecretDraft): SecretInput | undefined {
  if (draft.kind === "phrase") {
    return draft.phrase.trim() === ""
      ? undefined
      : { kind: "phrase", phrase: draft.phrase, passphrase: draft.passphrase };
  }
  if (draft.kind === "key")
    return draft.key.trim() === "" ? undefined : { kind: "key", key: draft.key.trim() };
  return draft.json.trim() === ""
    ? undefined
    : { kind: "keystore", json: draft.json, password: draft.password };
}

export interface SecretFormProps {
  readonly draft: SecretDraft;
  readonly onChange: (draft: SecretDraft) => void;
}

/** Fields for a secret brought from elsewhere: phrase, key or key file. */
export function SecretForm({ draft, onChange }: SecretFormProps) {
  const { t } = useI18n();
  const [hidden, setHidden] = useState(false);
  const set = (patch: Partial<SecretDraft>): void => onChange({ ...draft, ...patch });
  const words = draft.phrase.trim() === "" ? 0 : draft.phrase.trim().split(/\s+/u).length;
  return (
    <Stack>
      <Select<Kind>
        label={t("onboarding.import-kind")}
        value={draft.kind}
        options={[
          { value: "phrase", label: t("onboarding.kind-phrase") },
          { value: "key", label: t("onboarding.kind-key") },
          { value: "keystore", label: t("onboarding.kind-keystore") },
        ]}
        onChange={(kind) => {
          setHidden(false);
          onChange({ ...emptyDraft, kind });
        }}
      />
      {draft.kind === "phrase" && (
        <>
          <TextField
            label={t("onboarding.phrase-label")}
            value={draft.phrase}
            onChange={(phrase) => set({ phrase })}
            rows={4}
            maxLength={2000}
            aside={words > 0 ? t("onboarding.phrase-count", { count: words }) : undefined}
            hint={t("onboarding.phrase-hint")}
          />
          <Password
            label={t("onboarding.passphrase-label")}
            value={draft.passphrase}
            onChange={(passphrase) => set({ passphrase })}
            hint={t("onboarding.passphrase-hint")}
            secret
          />
        </>
      )}
      {draft.kind === "key" && (
        <Password
          label={t("onboarding.key-label")}
          value={draft.key}
          onChange={(key) => set({ key })}
          hint={t("onboarding.key-hint")}
          secret
        />
      )}
      {draft.kind === "keystore" && (
        <>
          <FilePicker
            label={t("onboarding.keystore-file")}
            maxLength={20_000}
            onText={(json) => {
              setHidden(true);
              set({ json });
            }}
          />
          {!hidden && (
            <TextField
              label={t("onboarding.keystore-paste")}
              value={draft.json}
              onChange={(json) => set({ json })}
              rows={4}
              maxLength={20_000}
              mono
            />
          )}
          <Password
            label={t("onboarding.keystore-password")}
            value={draft.password}
            onChange={(password) => set({ password })}
            secret
          />
        </>
      )}
    </Stack>
  );
}
