import type { ReactNode } from "react";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Page } from "../../ui/Page.tsx";
import { Stack } from "../../ui/Stack.tsx";

export interface ConfirmFrameProps {
  readonly title: string;
  /** How many requests wait; 1 says nothing. */
  readonly count: number;
  readonly footer: ReactNode;
  readonly children: ReactNode;
}

/** The confirm window's frame. Only the counter in it changes when another request arrives. */
export function ConfirmFrame({ title, count, footer, children }: ConfirmFrameProps) {
  const { t } = useI18n();
  return (
    <Page
      title={title}
      skipLabel={t("common.skip-to-content")}
      actions={
        <span role="status">{count > 1 && <Badge tone="info">{t("confirm.counter", { count })}</Badge>}</span>
      }
      footer={footer}
    >
      <Stack>{children}</Stack>
    </Page>
  );
}
