import { useState } from "react";
import type { Contact } from "../../../core/account/account.ts";
import { looksLike } from "../../../core/account/look-alike.ts";
import { Form } from "../../app/Form.tsx";
import { FormError } from "../../app/FormError.tsx";
import { routeTo } from "../../app/router.ts";
import { Screen } from "../../app/Screen.tsx";
import { useAccounts, useContacts } from "../../data/records.ts";
import { useCommand } from "../../data/use-command.ts";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { AddressText } from "../../ui/AddressText.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { Identicon } from "../../ui/Identicon.tsx";
import { List, ListRow } from "../../ui/List.tsx";
import { useAnnounce } from "../../ui/LiveRegion.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Section } from "../../ui/Section.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { TextField } from "../../ui/TextField.tsx";

/** #/contacts: the address book. */
export default function ContactsPage() {
  const { t } = useI18n();
  const { state, contacts } = useContacts();
  const [leaving, setLeaving] = useState<Contact>();
  return (
    <Screen title={t("contacts.title")} back={routeTo("settings")}>
      <Stack gap={5}>
        {state === "damaged" && <Notice tone="danger">{t("contacts.damaged")}</Notice>}
        {contacts.length === 0 ? (
          <EmptyState icon="account" title={t("contacts.empty")}>
            {t("contacts.empty-text")}
          </EmptyState>
        ) : (
          <Stack gap={3}>
            <p>{t("contacts.explain")}</p>
            <Card flush>
              <List label={t("contacts.title")}>
                {contacts.map((contact) => (
                  <ListRow
                    key={contact.id}
                    lead={<Identicon address={contact.address} />}
                    title={contact.label}
                    detail={<AddressText address={contact.address} short />}
                    actions={
                      <>
                        <CopyButton
                          value={contact.address}
                          label={t("common.copy")}
                          copiedLabel={t("common.copied")}
                          failedLabel={t("common.copy-failed")}
                        />
                        <IconButton
                          icon="trash"
                          size="sm"
                          label={t("contacts.remove", { label: contact.label })}
                          onClick={() => setLeaving(contact)}
                        />
                      </>
                    }
                  />
                ))}
              </List>
            </Card>
          </Stack>
        )}
        <AddContact />
      </Stack>
      <RemoveContact contact={leaving} onClose={() => setLeaving(undefined)} />
    </Screen>
  );
}

function AddContact() {
  const { t, errorText } = useI18n();
  const announce = useAnnounce();
  const add = useCommand("contacts.add");
  const [label, setLabel] = useState("");
  const [address, setAddress] = useState("");
  const accounts = useAccounts().value?.accounts ?? [];
  const { contacts } = useContacts();
  const known = [...contacts, ...accounts];
  const typed = /^0x[0-9a-fA-F]{40}$/.test(address.trim())
    ? (address.trim() as Contact["address"])
    : undefined;
  const alike =
    typed &&
    looksLike(
      typed,
      known.map((each) => each.address),
    );
  const mistaken = known.find((each) => each.address === alike);
  const ready = label.trim() !== "" && address.trim() !== "";
  const ofAddress = add.error?.code.startsWith("account/address") ?? false;

  async function submit(): Promise<void> {
    if (!ready || add.busy) return;
    const contact = await add.run({ label: label.trim(), address: address.trim() });
    if (!contact) return;
    setLabel("");
    setAddress("");
    announce(t("contacts.added", { label: contact.label }));
  }

  return (
    <Section title={t("contacts.add")}>
      <Form onSubmit={submit} testId="add-contact-form">
        <TextField label={t("contacts.name")} value={label} onChange={setLabel} maxLength={40} />
        <TextField
          label={t("contacts.address")}
          value={address}
          mono
          maxLength={100}
          onChange={(value) => {
            setAddress(value);
            add.reset();
          }}
          hint={t("contacts.address-hint")}
          error={ofAddress && add.error ? errorText(add.error) : undefined}
        />
        {typed && mistaken && (
          <Notice tone="warn" title={t("contacts.look-alike-title", { label: mistaken.label })}>
            <Stack gap={2}>
              <p>{t("contacts.look-alike")}</p>
              <AddressText address={typed} />
              <p>{t("contacts.look-alike-known", { label: mistaken.label })}</p>
              <AddressText address={mistaken.address} />
            </Stack>
          </Notice>
        )}
        {!ofAddress && <FormError error={add.error} />}
        <Button type="submit" variant="primary" icon="plus" busy={add.busy} disabled={!ready}>
          {t("contacts.add")}
        </Button>
      </Form>
    </Section>
  );
}

interface RemoveContactProps {
  readonly contact: Contact | undefined;
  readonly onClose: () => void;
}

function RemoveContact({ contact, onClose }: RemoveContactProps) {
  const { t } = useI18n();
  const remove = useCommand("contacts.remove");

  async function confirm(): Promise<void> {
    if (contact && (await remove.run({ id: contact.id }))) onClose();
  }

  return (
    <Dialog
      open={contact !== undefined}
      title={t("contacts.remove-title")}
      closeLabel={t("common.close")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button variant="danger" busy={remove.busy} onClick={() => void confirm()}>
            {t("common.remove")}
          </Button>
        </>
      }
    >
      <Stack>
        <p>{contact && t("contacts.remove-text", { label: contact.label })}</p>
        <FormError error={remove.error} />
      </Stack>
    </Dialog>
  );
}
