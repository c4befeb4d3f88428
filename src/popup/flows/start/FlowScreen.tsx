import { type ReactNode, useId } from "react";
import { routeTo } from "../../app/router.ts";
import { Screen } from "../../app/Screen.tsx";
import { useI18n } from "../../i18n/I18nProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Stack } from "../../ui/Stack.tsx";
import type { Planning } from "./use-plan.ts";

export interface FlowScreenProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Why the review cannot be opened yet; undefined = it can. */
  readonly notYet: string | undefined;
  readonly planning: Planning;
  readonly onSubmit: () => void;
  /** The main button's words; "Review" unless told. */
  readonly action?: string | undefined;
}

/** A flow's form with its main button. Enter submits it like the button, and not before it may. */
export function FlowScreen({ title, children, notYet, planning, onSubmit, action }: FlowScreenProps) {
  const { t, errorText } = useI18n();
  const id = useId();
  return (
    <Screen
      title={title}
      back={routeTo("portfolio")}
      footer={
        <Button type="submit" form={id} variant="primary" wide busy={planning.busy} disabledReason={notYet}>
          {action ?? t("review.open")}
        </Button>
      }
    >
      <form
        id={id}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (notYet === undefined && !planning.busy) onSubmit();
        }}
      >
        <Stack>
          {children}
          {planning.error && <Notice tone="danger">{errorText(planning.error)}</Notice>}
        </Stack>
      </form>
    </Screen>
  );
}
