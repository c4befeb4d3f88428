import { useState } from "react";
import type { Account } from "../../../core/account/account.ts";
import { Form } from "../../app/Form.tsx";
import { FormError } from "../../app/FormError.tsx";
import { navigate, navigateFromHere, routeTo, useRoute } from "../../app/router.ts";
import { useAccounts } from "../../data/records.ts";
import { useCommand } from "../../data/use-command.ts";
import { emptyDraft, SecretForm, secretOf } from "../../flows/onboard/SecretForm.tsx";
import { useOpenPairing, useReach } from "../../flows/pair/reach.ts";
import { Unreachable } from "../../flows/pair/Unreachable.tsx";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { useAnnounce } from "../../ui/LiveRegion.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { RadioCards } from "../../ui/RadioCards.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { phraseName } from "./phrase-name.ts";

const ways = ["derive", "import", "ledger", "watch"] as const;
type Way = (typeof ways)[number];

/** Another account: the next of a phrase, one from elsewhere, a Ledger's, or an address only to look at. "?way=" begins with one. */
export function AddAccount() {
  const { t, errorText } = useI18n();
  const announce = useAnnounce();
  const list = useAccounts().value;
  const phrases = list?.phrases ?? [];
  const derive = useCommand("accounts.derive");
  const bring = useCommand("accounts.import");
  const watch = useCommand("accounts.watch");
  const { params } = useRoute();
  const reach = useReach();
  const openPairing = useOpenPairing();
  const asked = ways.find((each) => each === params.get("way"));
  const [way, setWay] = useState<Way>(asked ?? (phrases.length > 0 ? "derive" : "import"));
  const [label, setLabel] = useState("");
  const [phraseId, setPhraseId] = useState(phrases[0]?.id ?? "");
  const [draft, setDraft] = useState(emptyDraft);
  const [address, setAddress] = useState("");
  const [tried, setTried] = useState(false);
  const used = { derive, import: bring, ledger: undefined, watch }[way];
  const secret = secretOf(draft);
  const name = label.trim() || t("accounts.default-name", { number: (list?.accounts.length ?? 0) + 1 });
  const missing = (way === "import" && secret === undefined) || (way === "watch" && address.trim() === "");
  const ofAddress = way === "watch" && (watch.error?.code.startsWith("account/address") ?? false);

  function send(): Promise<Account | undefined> {
    if (way === "watch") return watch.run({ address: address.trim(), label: name });
    if (way === "import" && secret !== undefined) return bring.run({ secret, label: name });
    return derive.run({ ...(phraseId === "" ? {} : { secretId: phraseId }), label: name });
  }

  async function submit(): Promise<void> {
    if (way === "ledger") return openPairing(routeTo("pair"), navigate);
    setTried(true);
    if (missing || used?.busy || (way === "derive" && phrases.length === 0)) return;
    const go = navigateFromHere();
    const account = await send();
    if (account === undefined) return;
    setDraft(emptyDraft);
    announce(t("accounts.added", { label: account.label }));
    go(routeTo(`accounts/${account.id}`), { replace: true });
  }

  return (
    <Form onSubmit={submit} testId="add-account-form">
      <RadioCards<Way>
        legend={t("accounts.way")}
        value={way}
        onChange={(next) => {
          setWay(next);
          setTried(false);
          used?.reset();
        }}
        options={[
          { value: "derive", label: t("accounts.way-derive"), description: t("accounts.way-derive-text") },
          { value: "import", label: t("accounts.way-import"), description: t("accounts.way-import-text") },
          { value: "ledger", label: t("accounts.way-ledger"), description: t("accounts.way-ledger-text") },
          { value: "watch", label: t("accounts.way-watch"), description: t("accounts.way-watch-text") },
        ]}
      />
      {way === "derive" && phrases.length === 0 && <Notice tone="warn">{t("accounts.no-phrase")}</Notice>}
      {way === "derive" && phrases.length > 1 && (
        <Select
          label={t("accounts.which-phrase")}
          value={phraseId}
          options={phrases.map((phrase, at) => ({ value: phrase.id, label: phraseName(t, phrase, at) }))}
          onChange={setPhraseId}
        />
      )}
      {way === "import" && <SecretForm draft={draft} onChange={setDraft} />}
      {way === "watch" && (
        <TextField
          label={t("common.address")}
          value={address}
          mono
          maxLength={100}
          onChange={(value) => {
            setAddress(value);
            watch.reset();
          }}
          hint={t("accounts.address-hint")}
          error={ofAddress && watch.error ? errorText(watch.error) : undefined}
        />
      )}
      {way === "ledger" && reach === "nowhere" && <Unreachable onWatch={() => setWay("watch")} />}
      {way === "ledger" && reach !== "nowhere" && (
        <Button type="submit" variant="primary" icon="ledger" wide>
          {t("pair.title")}
        </Button>
      )}
      {used && (
        <>
          <TextField
            label={t("accounts.name")}
            value={label}
            maxLength={40}
            onChange={setLabel}
            aside={t("common.optional")}
            hint={t("accounts.name-hint")}
          />
          {tried && missing && <Notice tone="danger">{t("onboarding.import-needed")}</Notice>}
          {!ofAddress && <FormError error={used.error} />}
          <Button type="submit" variant="primary" wide busy={used.busy}>
            {used.busy ? t("accounts.adding") : t("accounts.add-run")}
          </Button>
        </>
      )}
    </Form>
  );
}
