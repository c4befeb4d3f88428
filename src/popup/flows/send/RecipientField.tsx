import { useState } from "react";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { AddressText } from "../../ui/AddressText.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Identicon } from "../../ui/Identicon.tsx";
import { List, ListRow } from "../../ui/List.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { Who } from "../review/Who.tsx";
import { LookAlike } from "./LookAlike.tsx";
import type { Known, Recipient } from "./recipient.ts";

export interface RecipientFieldProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly recipient: Recipient;
  /** Offered for choosing. */
  readonly everybody: readonly Known[];
  /** The sending account's address. */
  readonly from: string;
}

/** Where it goes: typed, pasted or chosen, then shown in full with the name it is known by. */
export function RecipientField({ text, onText, recipient, everybody, from }: RecipientFieldProps) {
  const { t, errorText } = useI18n();
  const [choosing, setChoosing] = useState(false);
  const { address, known, imitates } = recipient;
  const others = everybody.filter((each) => each.address.toLowerCase() !== from.toLowerCase());
  const isSelf = address !== undefined && address.toLowerCase() === from.toLowerCase();
  return (
    <>
      <TextField
        label={t("send.recipient")}
        name="recipient"
        value={text}
        onChange={onText}
        mono
        rows={2}
        placeholder="0x…"
        error={recipient.error && errorText(recipient.error)}
        aside={
          <Button size="sm" variant="quiet" icon="account" onClick={() => setChoosing(true)}>
            {t("send.address-book")}
          </Button>
        }
      />
      {address && !imitates && (
        <Card tone="sunken">
          <Who
            address={address}
            label={isSelf ? t("send.yourself") : (known?.label ?? t("send.unknown-recipient"))}
          />
        </Card>
      )}
      {address && imitates && <LookAlike address={address} known={imitates} />}
      <Dialog
        open={choosing}
        title={t("send.address-book")}
        closeLabel={t("common.close")}
        onClose={() => setChoosing(false)}
      >
        {others.length === 0 ? (
          <EmptyState icon="account" title={t("send.nobody")}>
            {t("send.nobody-explain")}
          </EmptyState>
        ) : (
          <Card flush>
            <List label={t("send.address-book")}>
              {others.map((each) => (
                <ListRow
                  key={each.address}
                  lead={<Identicon address={each.address} />}
                  title={each.label}
                  detail={<AddressText address={each.address} short />}
                  onSelect={() => {
                    onText(each.address);
                    setChoosing(false);
                  }}
                />
              ))}
            </List>
          </Card>
        )}
      </Dialog>
    </>
  );
}
